import { searchable } from '../../../parsers/japanese/searchable.ts';
import { terms } from '../../../parsers/japanese/terms.ts';
import type { Tokenize } from '../../../parsers/japanese/tokens.ts';
import type { Phase } from '../../../parsers/records/initiative.ts';
import { FIELDS, KINDS, type TextField, type Unit, type UnitKind } from './units.ts';

/** Where a term stands in one text of one unit. */
export interface Occurrence {
  /** the unit's number in the sheet; 0 is the sheet by its titles */
  readonly unit: number;
  readonly kind: UnitKind;
  readonly phase: Phase | null;
  readonly field: TextField;
  /** of the text, in characters */
  readonly length: number;
  /** where the term begins in the searchable text, ascending */
  readonly places: readonly number[];
}

const PHASES: readonly (Phase | null)[] = [null, 'overview', 'result', 'improvement'];
/** A word that is repeated more often says no more. */
const MOST_PLACES = 64;

/** All terms of a sheet, each with everywhere it stands. */
export function postingsOf(units: readonly Unit[], tokenize: Tokenize): Map<string, Uint8Array> {
  const found = new Map<string, Occurrence[]>();
  for (const [number, { kind, phase, texts }] of units.entries()) {
    for (const { field, text } of texts) {
      const places = new Map<string, Set<number>>();
      for (const { key, start } of terms(searchable(text), tokenize)) {
        const known = places.get(key);
        if (known) known.add(start);
        else places.set(key, new Set([start]));
      }
      for (const [key, starts] of places) {
        const sorted = [...starts].sort((a, b) => a - b).slice(0, MOST_PLACES);
        const one = { unit: number, kind, phase, field, length: text.length, places: sorted };
        const known = found.get(key);
        if (known) known.push(one);
        else found.set(key, [one]);
      }
    }
  }
  return new Map([...found].map(([key, occurrences]) => [key, encodePostings(occurrences)]));
}

/**
 * One after the other, every number in 7-bit groups, the lowest first: unit; kind, phase and field; length; how many
 * places; the places, each as the distance from the one before.
 */
export function encodePostings(occurrences: readonly Occurrence[]): Uint8Array {
  const bytes: number[] = [];
  for (const one of occurrences) {
    const { unit, length, places } = one;
    for (const number of [unit, roleNumber(one), length, places.length]) writeNumber(bytes, number);
    for (const [n, place] of places.entries()) writeNumber(bytes, place - (places[n - 1] ?? 0));
  }
  return Uint8Array.from(bytes);
}

export function decodePostings(bytes: Uint8Array, start = 0, end = bytes.length): Occurrence[] {
  const from = { bytes, at: start };
  const found: Occurrence[] = [];
  while (from.at < end) {
    const unit = readVarint(from);
    const { kind, phase, field } = roleOf(readVarint(from));
    const length = readVarint(from);
    const places: number[] = [];
    for (let left = readVarint(from), place = 0; left > 0; left--) {
      place += readVarint(from);
      places.push(place);
    }
    found.push({ unit, kind, phase, field, length, places });
  }
  return found;
}

export function writeNumber(bytes: number[], value: number): void {
  let rest = value;
  for (; rest >= 0x80; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  bytes.push(rest);
}

export function readVarint(from: { readonly bytes: Uint8Array; at: number }): number {
  const first = from.bytes[from.at++] ?? 0;
  if (first < 0x80) return first;
  for (let value = first & 0x7f, shift = 7; ; shift += 7) {
    const byte = from.bytes[from.at++] ?? 0;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return value;
  }
}

type Role = Pick<Occurrence, 'kind' | 'phase' | 'field'>;

/** Kind, phase and field as one number. */
export const roleNumber = ({ kind, phase, field }: Role): number =>
  (KINDS.indexOf(kind) * PHASES.length + PHASES.indexOf(phase)) * FIELDS.length +
  FIELDS.indexOf(field);

const ROLES: readonly Role[] = KINDS.flatMap((kind) =>
  PHASES.flatMap((phase) => FIELDS.map((field) => ({ kind, phase, field }))),
);

export function roleOf(number: number): Role {
  const role = ROLES[number];
  if (!role) throw new RangeError(`no kind, phase and field have the number ${number}`);
  return role;
}
