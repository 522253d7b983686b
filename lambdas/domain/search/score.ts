import type { Occurrence } from './postings.ts';
import type { QuestionReading, Word } from './question.ts';
import type { TextField } from './units.ts';

/** What is known of all sheets together; it may lag behind them. */
export interface Collection {
  readonly sheets: number;
  /** characters of a text, on average */
  readonly lengthOf: Readonly<Record<TextField, number>>;
  /** in how many sheets a term stands */
  readonly sheetsWith: ReadonlyMap<string, number>;
}

export interface Scored {
  readonly unit: number;
  readonly score: number;
}

const WEIGHT: Readonly<Record<TextField, number>> = {
  title: 4,
  subtitle: 3,
  initiative: 2,
  name: 3,
  text: 1,
  description: 0.7,
  targetRationale: 0.5,
  values: 0.5,
};
/** Saturation and the part that length has, as Robertson and Zaragoza, The Probabilistic Relevance Framework (2009). */
const K1 = 1.2;
const B = 0.75;
/** Words that the text has side by side as they were typed. */
const SIDE_BY_SIDE = 1.5;
/** A stretch of text that need not be a word: 京都府 in 東京都府中市. */
const STRETCH = 0.5;
/** A word that only the titles of the sheet have. */
const FROM_TITLES = 0.3;

/**
 * The units of one sheet that have all words, by BM25F. A unit must have one word itself; for the others the titles of
 * the sheet may stand in.
 */
export function scoreSheet(
  words: readonly Word[],
  occurrences: ReadonlyMap<string, readonly Occurrence[]>,
  collection: Collection,
): Scored[] {
  const units = byUnit(occurrences);
  const none: Found = new Map();
  const scoreIn = (word: Word, found: Found) =>
    Math.max(0, ...word.readings.map((one) => scoreReading(one, found, collection)));
  const titles = words.map((word) => scoreIn(word, units.get(0) ?? none) * FROM_TITLES);
  return [...units].flatMap(([unit, found]) => {
    const own = words.map((word) => scoreIn(word, found));
    const each = own.map((score, n) => score || (titles[n] ?? 0));
    if (!each.every((score) => score > 0) || !own.some((score) => score > 0)) return [];
    return [{ unit, score: each.reduce((sum, score) => sum + score, 0) }];
  });
}

/** Where each term stands in one unit. */
type Found = ReadonlyMap<string, readonly Occurrence[]>;

function byUnit(occurrences: ReadonlyMap<string, readonly Occurrence[]>) {
  const units = new Map<number, Map<string, Occurrence[]>>();
  for (const [key, all] of occurrences) {
    for (const one of all) {
      const terms = units.get(one.unit) ?? new Map<string, Occurrence[]>();
      units.set(one.unit, terms);
      const known = terms.get(key);
      if (known) known.push(one);
      else terms.set(key, [one]);
    }
  }
  return units;
}

function scoreReading(
  { terms, literal }: QuestionReading,
  found: Found,
  collection: Collection,
): number {
  if (!terms.every(({ key }) => found.has(key))) return 0;
  const together = terms.length > 1 && standTogether(terms, found);
  if (literal !== null && terms.length > 1 && !together) return 0;
  const keys = new Set(terms.map(({ key }) => key));
  let sum = 0;
  for (const key of keys) sum += scoreTerm(key, found.get(key) ?? [], collection);
  if (terms[0]?.gram) return sum * STRETCH;
  return together ? sum * SIDE_BY_SIDE : sum;
}

function scoreTerm(key: string, all: readonly Occurrence[], collection: Collection): number {
  const having = collection.sheetsWith.get(key) ?? 0;
  const sheets = Math.max(collection.sheets, having);
  const rarity = Math.log(1 + (sheets - having + 0.5) / (having + 0.5));
  let frequency = 0;
  for (const { field, length, places } of all) {
    const relative = length === 0 ? 1 : length / collection.lengthOf[field];
    frequency += (WEIGHT[field] * places.length) / (1 - B + B * relative);
  }
  return (rarity * frequency * (K1 + 1)) / (K1 + frequency);
}

/** Whether one text has the terms at the distances that the question has them. */
function standTogether(terms: QuestionReading['terms'], found: Found): boolean {
  const [first, ...others] = terms;
  return (found.get(first?.key ?? '') ?? []).some(({ field, places }) => {
    const rest = others.map(({ key, offset }) => ({
      offset,
      places: new Set(found.get(key)?.find((one) => one.field === field)?.places),
    }));
    return places.some((place) => rest.every((one) => one.places.has(place + one.offset)));
  });
}
