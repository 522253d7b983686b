import { sounding } from '../../../parsers/japanese/searchable.ts';
import type { Word } from './question.ts';
import type { ReadText, ReadUnit, TextStretch } from './read-unit.ts';
import type { TextField } from './units.ts';

export interface Highlighted {
  readonly field: TextField;
  /** as printed, whole */
  readonly text: string;
  readonly highlights: TextStretch[];
}

/**
 * The unit's text that has most of the words, and where. Undefined where the unit does not have after all what must be
 * in it to the letter; words that the titles of its sheet have may be missing from it.
 */
export function show(
  unit: ReadUnit,
  titles: ReadUnit | undefined,
  words: readonly Word[],
): Highlighted | undefined {
  const own = unit.texts.map(heard);
  const found = words.map((word) => answers(word, own));
  const missing = words.filter((_, n) => !found[n]?.some(some));
  const above = missing.length > 0 && titles ? titles.texts.map(heard) : [];
  if (!missing.every((word) => answers(word, above).some(some))) return undefined;

  const wordsIn = (n: number) => found.filter((each) => some(each[n] ?? [])).length;
  const most = own.map((_, n) => n).reduce((a, b) => (wordsIn(b) > wordsIn(a) ? b : a), 0);
  const shown = own[most];
  if (!shown || wordsIn(most) === 0) return undefined;
  const { field, text, folded } = shown;
  const highlights = found
    .flatMap((each) => each[most] ?? [])
    .map(({ start, end }) => ({
      start: folded.offsets[start] ?? 0,
      end: folded.offsets[end] ?? text.length,
    }));
  return { field, text, highlights: merged(highlights) };
}

const some = ({ length }: readonly unknown[]): boolean => length > 0;

interface Heard extends ReadText {
  readonly sound: string;
}
const heard = (text: ReadText): Heard => ({ ...text, sound: sounding(text.folded.text) });

/** Where the texts answer to the word: for each of them the stretches of it. */
function answers({ typed, readings }: Word, texts: readonly Heard[]): TextStretch[][] {
  const found = texts.map((): TextStretch[] => []);
  for (const { terms, literal } of readings) {
    if (literal === null && !terms.every(({ key }) => texts.some((one) => one.terms.has(key)))) {
      continue;
    }
    for (const [n, text] of texts.entries()) {
      found[n]?.push(
        ...(literal === null
          ? terms.flatMap(({ key }) => text.terms.get(key) ?? [])
          : literals(text.sound, literal)),
      );
    }
  }
  return found.map((stretches, n) =>
    some(stretches) ? [...stretches, ...literals(texts[n]?.sound ?? '', typed)] : [],
  );
}

function literals(text: string, literal: string): TextStretch[] {
  const found: TextStretch[] = [];
  for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + literal.length)) {
    found.push({ start: at, end: at + literal.length });
  }
  return found;
}

function merged(stretches: readonly TextStretch[]): TextStretch[] {
  const apart: TextStretch[] = [];
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
export function snippet({ text, highlights }: Highlighted): { text: string; match: boolean }[] {
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
