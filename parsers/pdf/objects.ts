import { inflated } from './inflate.ts';
import {
  isDictionary,
  isReference,
  type PdfDictionary,
  type PdfValue,
  pdfNameOf,
  valueAt,
} from './syntax.ts';

/** A value and, for a stream, its data as they stand in the file. */
export type PdfObject = { readonly value: PdfValue; readonly data: Uint8Array | null };

/** All objects of a file by number and generation, found by reading it through, not by its cross-references. */
export type PdfObjects = {
  /** Follows references; undefined where there is no such object. */
  readonly get: (value: PdfValue | undefined) => PdfObject | undefined;
  readonly catalogue: PdfDictionary | null;
  readonly encrypted: boolean;
  /** Whether the cross-reference table has every object that was asked for so far where it stands. */
  readonly inPlace: () => boolean;
};

/** Where an object begins in a file, and where its value. */
type Body = { readonly start: number; readonly value: number };

/** The last definition of a number is the one that counts. `closed`: every stream and every object has its end. */
export type Bodies = { readonly at: ReadonlyMap<string, Body>; readonly closed: boolean };

const MARK =
  /(\d{1,10})[\0\t\n\f\r ]{1,9}(\d{1,5})[\0\t\n\f\r ]{1,9}obj\b|\bstream\r?\n|\bendobj\b/g;

export function bodiesOf(text: string): Bodies {
  const at = new Map<string, Body>();
  const mark = new RegExp(MARK);
  let open = false;
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    if (found[1] !== undefined) {
      const body = { start: found.index, value: mark.lastIndex };
      at.set(`${Number(found[1])} ${Number(found[2])}`, body);
      open = true;
    } else if (found[0] === 'endobj') {
      open = false;
    } else {
      const end = text.indexOf('endstream', mark.lastIndex);
      if (end < 0) return { at, closed: false };
      mark.lastIndex = end + 'endstream'.length;
    }
  }
  return { at, closed: !open };
}

/** An object stream inflates to no more than this (bytes): it holds a file's dictionaries. */
const LARGEST_OBJECT_STREAM = 50_000_000;

export async function openObjects(bytes: Uint8Array, text: string): Promise<PdfObjects> {
  const { at } = bodiesOf(text);
  const packed = new Map<string, { text: string; at: number }>();
  const known = new Map<string, PdfObject | undefined>();

  const isListed = listedPlaces(text);
  let inPlace = true;

  const find = (ref: string): PdfObject | undefined => {
    if (known.has(ref)) return known.get(ref);
    const inside = packed.get(ref);
    const body = at.get(ref);
    let object: PdfObject | undefined;
    if (body) {
      object = objectAt(bytes, text, body.value);
      inPlace &&= isListed === null || isListed(ref, body.start);
    } else if (inside) {
      const value = valueAt(inside.text, inside.at)?.value;
      object = value === undefined ? undefined : { value, data: null };
    }
    known.set(ref, object);
    return object;
  };
  const get = (value: PdfValue | undefined): PdfObject | undefined => {
    let object: PdfObject | undefined = value === undefined ? undefined : { value, data: null };
    for (let steps = 0; object && isReference(object.value); steps++) {
      object = steps < 20 ? find(object.value.ref) : undefined;
    }
    return object;
  };

  if (text.includes('/ObjStm')) {
    for (const ref of at.keys()) {
      const object = find(ref);
      if (!object?.data || !isDictionary(object.value)) continue;
      if (pdfNameOf(object.value.get('Type')) === 'ObjStm') {
        await unpack(object.value, object.data, packed);
      }
    }
  }
  const root = [
    ...text.matchAll(/\/Root[\0\t\n\f\r ]{1,9}(\d{1,10})[\0\t\n\f\r ]{1,9}(\d{1,5})/g),
  ].at(-1);
  const catalogue = root && get({ ref: `${Number(root[1])} ${Number(root[2])}` })?.value;
  return {
    get,
    catalogue: isDictionary(catalogue) ? catalogue : null,
    inPlace: () => inPlace,
    encrypted: /\/Encrypt[\0\t\n\f\r ]/.test(text),
  };
}

/** Head of a section (first number, count), or an entry (offset, generation, in use or free): ISO 32000-1, 7.5.4. */
const XREF =
  /(?<!\d)(\d{1,10})[\t ]+\d{1,10}\s{1,9}(?=\d{10} \d{5} [nf])|(?<!\d)(\d{10}) (\d{5}) ([nf])/g;

/**
 * Whether the cross-reference tables lead to an object that begins at an offset; null for a file that has
 * cross-reference streams.
 */
function listedPlaces(text: string): ((ref: string, start: number) => boolean) | null {
  if (/\/Type\s{0,2}\/XRef\b/.test(text)) return null;
  const offsets = new Map<string, number[]>();
  let number = 0;
  for (const [, first, offset, generation, use] of text.matchAll(XREF)) {
    if (first !== undefined) {
      number = Number(first);
      continue;
    }
    // Some producers count the first, free entry as number 1: it is always 0.
    if (number === 1 && use === 'f' && generation === '65535') number = 0;
    const ref = `${number++} ${Number(generation)}`;
    if (use !== 'n') continue;
    const known = offsets.get(ref);
    if (known) known.push(Number(offset));
    else offsets.set(ref, [Number(offset)]);
  }
  const header = Math.max(0, text.slice(0, 1024).indexOf('%PDF-'));
  // Some count from the header, some point at the line break before.
  const leads = (from: number, start: number) =>
    from <= start && start <= from + 2 && text.slice(from, start).trim() === '';
  return (ref, start) =>
    (offsets.get(ref) ?? []).some((from) => leads(from, start) || leads(from + header, start));
}

function objectAt(bytes: Uint8Array, text: string, from: number): PdfObject | undefined {
  const found = valueAt(text, from);
  if (!found) return undefined;
  const stream = /[\0\t\n\f\r ]*stream\r?\n/y;
  stream.lastIndex = found.end;
  if (!stream.test(text)) return { value: found.value, data: null };
  const end = text.indexOf('endstream', stream.lastIndex);
  const data = bytes.subarray(stream.lastIndex, end < 0 ? bytes.length : end);
  return { value: found.value, data };
}

/** ISO 32000-1, 7.5.7: pairs of object number and offset, then the objects from `First` on. */
async function unpack(
  entries: PdfDictionary,
  data: Uint8Array,
  packed: Map<string, { text: string; at: number }>,
): Promise<void> {
  const zipped = pdfNameOf(entries.get('Filter')) === 'FlateDecode';
  const plain = zipped ? await inflated(data, LARGEST_OBJECT_STREAM) : data;
  const first = entries.get('First');
  if (!plain || typeof first !== 'number') return;
  const text = new TextDecoder('latin1').decode(plain);
  for (const [, number, offset] of text.slice(0, first).matchAll(/(\d{1,10})\s+(\d{1,10})/g)) {
    packed.set(`${Number(number)} 0`, { text, at: first + Number(offset) });
  }
}
