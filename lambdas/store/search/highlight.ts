import { type Searchable, searchable, sounding } from '../../../parsers/japanese/searchable.ts';
import { type Term, terms } from '../../../parsers/japanese/terms.ts';
import type { Tokenize } from '../../../parsers/japanese/tokens.ts';
import type { Reading, Word } from './question.ts';
import type { Field, Unit } from './units.ts';

/** A stretch of the printed text, in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface Shown {
  readonly field: Field;
  /** as printed, whole */
  readonly text: string;
  readonly highlights: readonly Stretch[];
}

/**
 * The unit's text that has most of the words, and where. Undefined where the unit does not have after all what must be
 * in it to the letter; words that the titles of its sheet have may be missing from it.
 */
export function show(
  unit: Unit,
  titles: Unit | undefined,
  words: readonly Word[],
  tokenize: Tokenize,
): Shown | undefined {
  const own = unit.texts.map((one) => ({ ...one, ...read(one.text, words, tokenize) }));
  const above = titles?.texts.map(({ text }) => read(text, words, tokenize)) ?? [];
  const has = (n: number) => [...own, ...above].some(({ found }) => found[n]?.length);
  if (!words.every((_, n) => has(n))) return undefined;
  const most = own.toSorted((a, b) => counted(b.found) - counted(a.found))[0];
  if (!most || counted(most.found) === 0) return undefined;
  const { field, text, offsets, found } = most;
  const printed = found.flat().map(({ start, end }) => ({
    start: offsets[start] ?? 0,
    end: offsets[end] ?? text.length,
  }));
  return { field, text, highlights: merged(printed) };
}

/** For each word the stretches of the searchable text that answer to it. */
function read(text: string, words: readonly Word[], tokenize: Tokenize) {
  const folded = searchable(text);
  const all = terms(folded, tokenize);
  const found = words.map(({ typed, readings }) => {
    const answers = readings.flatMap((one) => stretches(one, folded, all));
    return answers.length > 0 ? [...answers, ...literals(sounding(folded.text), typed)] : [];
  });
  return { offsets: folded.offsets, found };
}

const counted = (found: readonly (readonly Stretch[])[]) =>
  found.filter(({ length }) => length > 0).length;

function stretches(
  { terms, literal }: Reading,
  { text }: Searchable,
  all: readonly Term[],
): Stretch[] {
  const standing = terms.map(({ key }) => all.filter((one) => one.key === key));
  if (standing.some(({ length }) => length === 0)) return [];
  return literal === null ? standing.flat() : literals(sounding(text), literal);
}

function literals(text: string, literal: string): Stretch[] {
  const found: Stretch[] = [];
  for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + literal.length)) {
    found.push({ start: at, end: at + literal.length });
  }
  return found;
}

function merged(stretches: readonly Stretch[]): Stretch[] {
  const apart: Stretch[] = [];
  for (const { start, end } of stretches.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = apart.at(-1);
    if (last && start <= last.end) apart.splice(-1, 1, { ...last, end: Math.max(end, last.end) });
    else apart.push({ start, end });
  }
  return apart;
}

const AROUND = 30;
const SNIPPET = 120;

/** A line to show: the text around its first highlights, in pieces that are one or not, with … where it is cut. */
export function snippet({ text, highlights }: Shown): { text: string; match: boolean }[] {
  const from = text.length <= SNIPPET ? 0 : Math.max(0, (highlights[0]?.start ?? 0) - AROUND);
  const to = Math.min(text.length, from + SNIPPET);
  const pieces: { text: string; match: boolean }[] = [];
  let at = from;
  for (const { start, end } of highlights) {
    if (start >= to) break;
    pieces.push({ text: text.slice(at, start), match: false });
    pieces.push({ text: text.slice(start, Math.min(end, to)), match: true });
    at = Math.min(end, to);
  }
  pieces.push({ text: text.slice(at, to), match: false });
  const cut = [
    ...(from > 0 ? [{ text: '…', match: false }] : []),
    ...pieces,
    ...(to < text.length ? [{ text: '…', match: false }] : []),
  ];
  return cut.filter(({ text }) => text !== '');
}
