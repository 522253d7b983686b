import { searchable, sounding } from '../../../parsers/japanese/searchable.ts';
import type { Occurrence } from './postings.ts';
import { readVarint, roleNumber, roleOf, writeNumber } from './postings.ts';
import type { Unit } from './units.ts';

/**
 * Every three characters that stand side by side, so that a stretch of a text is found wherever words begin in it
 * (Zobel and Moffat, Inverted Files for Text Search Engines, 2006, 4.2). They are gathered in buckets by their hash: a
 * row for each of a sheet's trigrams would cost twenty times what its words do.
 */
const SIZE = 3;
const BUCKETS = 128;
/** A bucket of a sheet is one row of the table, which may have 400 KB. */
const MAX_ENTRIES = 40_000;

/** The key under which a trigram's bucket is stored; words have no such character. */
export const GRAM = '≈';
export const GRAM_KEYS: readonly string[] = Array.from({ length: BUCKETS }, (_, n) => GRAM + n);

export interface Gram {
  /** of its bucket */
  readonly key: string;
  /** what tells it from others in the bucket, 16 bits */
  readonly tag: number;
}

function gramAt(text: string, at: number): Gram {
  // FNV-1a (Fowler, Noll, Vo), 32 bits, over UTF-16 units.
  let hash = 0x811c9dc5;
  for (let n = at; n < at + SIZE; n++) {
    hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193);
    hash ^= hash >>> 15;
  }
  return { key: GRAM + ((hash >>> 16) % BUCKETS), tag: hash & 0xffff };
}

/** The buckets of a sheet: for each occurrence the tag, the unit, its kind, phase and field, and the place. */
export function gramBuckets(units: readonly Unit[]): Map<string, Uint8Array> {
  const buckets = new Map<string, number[]>();
  const entries = new Map<string, number>();
  for (const [unit, { kind, phase, texts }] of units.entries()) {
    for (const { field, text } of texts) {
      const sound = sounding(searchable(text).text);
      for (let at = 0; at + SIZE <= sound.length; at++) {
        const { key, tag } = gramAt(sound, at);
        const known = entries.get(key) ?? 0;
        if (known >= MAX_ENTRIES) continue;
        entries.set(key, known + 1);
        const bytes = buckets.get(key) ?? [];
        buckets.set(key, bytes);
        bytes.push(tag & 0xff, tag >>> 8);
        for (const number of [unit, roleNumber({ kind, phase, field }), at])
          writeNumber(bytes, number);
      }
    }
  }
  return new Map([...buckets].map(([key, bytes]) => [key, Uint8Array.from(bytes)]));
}

/** Where a trigram stands, by its bucket. */
export function occurrencesIn(
  bytes: Uint8Array,
  wanted: number,
  start = 0,
  end = bytes.length,
): Occurrence[] {
  const found: (Occurrence & { places: number[] })[] = [];
  eachTag(bytes, start, end, (tag, from) => {
    if (tag !== wanted) return;
    const unit = readVarint(from);
    const { kind, phase, field } = roleOf(readVarint(from));
    const place = readVarint(from);
    const last = found.at(-1);
    if (last?.unit === unit && last.field === field) last.places.push(place);
    else found.push({ unit, kind, phase, field, length: 0, places: [place] });
  });
  return found;
}

/** Calls back for every trigram in a bucket, as often as it stands there; its unit, role and place are behind it. */
export function eachTag(
  bytes: Uint8Array,
  start: number,
  end: number,
  call: (tag: number, behind: { readonly bytes: Uint8Array; at: number }) => void,
): void {
  const behind = { bytes, at: start };
  for (let at = start; at < end; ) {
    const tag = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
    behind.at = at + 2;
    call(tag, behind);
    at = skipped(bytes, at + 2, 3);
  }
}

/** Behind so many numbers: each ends with a byte below 0x80. */
function skipped(bytes: Uint8Array, from: number, numbers: number): number {
  let at = from;
  for (let left = numbers; left > 0; at++) if ((bytes[at] ?? 0) < 0x80) left--;
  return at;
}

/** The trigrams by which a stretch of text is looked for: its first and its last, with their distance; none in a shorter one. */
export function gramsOf(sound: string): { readonly gram: Gram; readonly offset: number }[] {
  const last = sound.length - SIZE;
  if (last < 0) return [];
  return [...new Set([0, last])].map((offset) => ({ gram: gramAt(sound, offset), offset }));
}
