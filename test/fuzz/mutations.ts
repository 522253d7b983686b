import { deflateSync, inflateSync } from 'node:zlib';
import type { Random } from '../../samples/generator/random.ts';
import { objectsOf, type PdfObject, rewritten, type Span } from './anatomy.ts';

/**
 * A changed file. `damage`: the file itself shows that something is broken or gone. Where it does not, the change may
 * have made another whole document, which no reader can tell from one that was meant so.
 */
export type Mutant = { readonly bytes: Uint8Array; readonly damage: boolean };

/** Makes a mutant of a file and, for some, another file; null where this file has nothing of the kind. */
export type Mutation = (bytes: Uint8Array, random: Random, other: Uint8Array) => Mutant | null;

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const raw = (text: string) => Buffer.from(text, 'latin1');
const without = (bytes: Uint8Array, { from, to }: Span) =>
  Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);

function within(random: Random, { from, to }: Span, longest: number): Span {
  const start = random.int(from, Math.max(from, to - 1));
  return { from: start, to: Math.min(to, start + random.int(1, longest)) };
}

function overwritten(bytes: Uint8Array, { from, to }: Span, by: () => number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (let i = from; i < to; i++) copy[i] = by();
  return copy;
}

function flipped(bytes: Uint8Array, random: Random, span: Span, times: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (let n = 0; n < times; n++) {
    const at = random.int(span.from, span.to - 1);
    copy[at] = (copy[at] ?? 0) ^ (1 << random.int(0, 7));
  }
  return copy;
}

const whole = (bytes: Uint8Array): Span => ({ from: 0, to: bytes.length });

function pickFrom<T>(random: Random, choices: readonly T[]): T | null {
  return choices.length === 0 ? null : random.pick(choices);
}

type WithData = PdfObject & { readonly data: Span };
const streamsOf = (bytes: Uint8Array): WithData[] =>
  objectsOf(bytes).filter((one): one is WithData => one.data !== null);
const flateOf = (bytes: Uint8Array) => streamsOf(bytes).filter(({ flate }) => flate);

/** The same object with other data, which may not be what its filter says. */
function withData(bytes: Uint8Array, { dict, data }: WithData, by: Uint8Array): Uint8Array {
  const entries = latin1(bytes.subarray(dict.from, dict.to)).replace(
    /\/Length \d+/,
    `/Length ${by.length}`,
  );
  return rewritten(
    bytes,
    new Map([
      [dict, raw(entries)],
      [data, by],
    ]),
  );
}

/** Replaces one of the places where a pattern matches in the dictionaries. */
function inDictionaries(
  bytes: Uint8Array,
  random: Random,
  pattern: RegExp,
  by: (found: string) => string,
): Uint8Array | null {
  const places = objectsOf(bytes).flatMap(({ dict }) =>
    [...latin1(bytes.subarray(dict.from, dict.to)).matchAll(pattern)].map(({ index, 0: text }) => ({
      from: dict.from + index,
      to: dict.from + index + text.length,
    })),
  );
  const place = pickFrom(random, places);
  if (!place) return null;
  const text = latin1(bytes.subarray(place.from, place.to));
  return rewritten(bytes, new Map([[place, raw(by(text))]]));
}

const damaged = (bytes: Uint8Array | null): Mutant | null => bytes && { bytes, damage: true };
const changed = (bytes: Uint8Array | null): Mutant | null => bytes && { bytes, damage: false };

/** A random edit of what a content stream or font says. */
function edited(random: Random, plain: Uint8Array): Uint8Array {
  const span = within(random, whole(plain), 40);
  return random.pick([
    () => flipped(plain, random, whole(plain), random.int(1, 5)),
    () => without(plain, span),
    () => plain.subarray(0, span.from),
    () => Buffer.concat([plain.subarray(0, span.to), plain.subarray(span.from)]),
  ])();
}

export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'cut short': (bytes, random) => damaged(bytes.subarray(0, random.int(1, bytes.length - 1))),

  'head cut off': (bytes, random) => {
    const rest = bytes.subarray(random.int(10, bytes.length - 1));
    return damaged(Buffer.concat([raw('%PDF-1.4\n'), rest]));
  },

  'a hole': (bytes, random) => damaged(without(bytes, within(random, whole(bytes), 3000))),

  'a stretch put in': (bytes, random) => {
    const at = random.int(0, bytes.length);
    const more = bytes.subarray(at, at + random.int(1, 3000));
    return damaged(Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)]));
  },

  'bits of a compressed stream': (bytes, random) => {
    const stream = pickFrom(random, flateOf(bytes));
    return stream && damaged(flipped(bytes, random, stream.data, random.int(1, 3)));
  },

  'blanked in a compressed stream': (bytes, random) => {
    const stream = pickFrom(random, flateOf(bytes));
    return stream && damaged(overwritten(bytes, within(random, stream.data, 500), () => 0));
  },

  'a compressed stream cut short': (bytes, random) => {
    const stream = pickFrom(random, flateOf(bytes));
    if (!stream) return null;
    const { from, to } = stream.data;
    return damaged(withData(bytes, stream, bytes.subarray(from, random.int(from, to - 1))));
  },

  'an object removed': (bytes, random) => {
    const object = pickFrom(random, objectsOf(bytes));
    return object && damaged(rewritten(bytes, new Map([[object, raw('')]])));
  },

  'an object removed, references left': (bytes, random) => {
    const object = pickFrom(random, objectsOf(bytes));
    return object && damaged(without(bytes, object));
  },

  'an object overwritten': (bytes, random) => {
    const object = pickFrom(random, objectsOf(bytes));
    return object && damaged(overwritten(bytes, object, () => 0x20));
  },

  'an object that is null': (bytes, random) => {
    const object = pickFrom(random, objectsOf(bytes));
    if (!object) return null;
    const body = { from: object.dict.from, to: object.to - '\nendobj'.length };
    return damaged(rewritten(bytes, new Map([[body, raw('null')]])));
  },

  'a reference to nothing': (bytes, random) =>
    damaged(inDictionaries(bytes, random, /\d+ 0 R/g, () => '9999 0 R')),

  'a length that is wrong': (bytes, random) =>
    damaged(
      inDictionaries(bytes, random, /(?<=\/Length )\d+/g, () => String(random.int(0, 200_000))),
    ),

  'a number of pages that is wrong': (bytes, random) =>
    damaged(inDictionaries(bytes, random, /(?<=\/Count )\d+/g, () => String(random.int(0, 9)))),

  'a page left out of the tree': (bytes, random) =>
    damaged(inDictionaries(bytes, random, /(?<=\/Kids \[[^\]]*)\d+ 0 R/g, () => '')),

  'bits of the cross-references': (bytes, random) => {
    const from = Buffer.from(bytes).lastIndexOf('xref\n', bytes.length - 30);
    return damaged(flipped(bytes, random, { from, to: bytes.length }, random.int(1, 4)));
  },

  'cross-references to other objects': (bytes, random) => {
    const text = latin1(bytes);
    const rows = [...text.matchAll(/\d{10} 00000 n/g)];
    const [a, b] = [random.pick(rows), random.pick(rows)];
    const copy = Uint8Array.from(bytes);
    copy.set(raw(b[0]), a.index);
    return damaged(copy);
  },

  'objects numbered anew': (bytes, random) => {
    const object = pickFrom(random, objectsOf(bytes));
    if (!object) return null;
    const number = { from: object.from, to: object.from + String(object.id).length };
    return damaged(rewritten(bytes, new Map([[number, raw(String(random.int(1, 60)))]])));
  },

  'begun as one, ended as another': (bytes, random, other) => {
    const head = bytes.subarray(0, random.int(0, bytes.length));
    return damaged(Buffer.concat([head, other.subarray(random.int(0, other.length - 1))]));
  },

  'a stretch of another': (bytes, random, other) => {
    const hole = within(random, whole(bytes), 5000);
    const at = random.int(0, other.length - 1);
    const piece = other.subarray(at, at + hole.to - hole.from);
    const copy = Uint8Array.from(bytes);
    copy.set(piece, hole.from);
    const inPlain = streamsOf(bytes).some(
      ({ flate, data }) => !flate && data.from < hole.to && hole.from < data.to,
    );
    return { bytes: copy, damage: !inPlain };
  },

  'bits anywhere': (bytes, random) =>
    changed(flipped(bytes, random, whole(bytes), random.int(1, 8))),

  'bytes anywhere': (bytes, random) =>
    changed(overwritten(bytes, within(random, whole(bytes), 64), () => random.int(0, 255))),

  'bits of a dictionary': (bytes, random) => {
    const object = pickFrom(random, objectsOf(bytes));
    return object && changed(flipped(bytes, random, object.dict, random.int(1, 2)));
  },

  'numbers of a dictionary': (bytes, random) =>
    changed(
      inDictionaries(bytes, random, /(?<=[ [])-?\d+(?=[ \]\n])/g, () =>
        String(random.pick([0, -1, 7, 65_535, 2 ** 31, -(2 ** 40), 0.5])),
      ),
    ),

  'names of a dictionary': (bytes, random) =>
    changed(inDictionaries(bytes, random, /\/[A-Za-z0-9-]+/g, () => '/Other')),

  'references swapped': (bytes, random) =>
    changed(inDictionaries(bytes, random, /\d+ 0 R/g, () => `${random.int(1, 20)} 0 R`)),

  'other content, compressed again': (bytes, random) => {
    const stream = pickFrom(random, flateOf(bytes));
    if (!stream) return null;
    const plain = inflateSync(bytes.subarray(stream.data.from, stream.data.to));
    return changed(withData(bytes, stream, deflateSync(edited(random, plain))));
  },

  'other content': (bytes, random) => {
    const stream = pickFrom(
      random,
      streamsOf(bytes).filter(({ flate }) => !flate),
    );
    if (!stream) return null;
    const plain = bytes.subarray(stream.data.from, stream.data.to);
    return changed(withData(bytes, stream, edited(random, plain)));
  },
};
