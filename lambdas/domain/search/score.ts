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

/** Where each term of a question stands in one unit, by the term's number. */
type Found = readonly (readonly Occurrence[] | undefined)[];

/** What is asked of one unit, with all that is the same for every unit. */
interface Asked {
  readonly terms: readonly { readonly term: number; readonly offset: number }[];
  /** each of the terms once, with how rare it is */
  readonly rarities: readonly { readonly term: number; readonly rarity: number }[];
  readonly mustStandTogether: boolean;
  readonly isStretch: boolean;
}

/**
 * Scores the units of a sheet, by where the terms stand in it: those that have all words, by BM25F. A unit must have one
 * word itself; for the others the titles of the sheet may stand in.
 */
export function scoring(
  words: readonly Word[],
  collection: Collection,
): (occurrences: ReadonlyMap<string, readonly Occurrence[]>) => Scored[] {
  const numbers = new Map<string, number>();
  const numberOf = (key: string): number => {
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  const asked = words.map(({ readings }) =>
    readings.map((one) => askedBy(one, numberOf, collection)),
  );
  const scoreIn = (word: number, found: Found): number => {
    let most = 0;
    for (const one of asked[word] ?? []) {
      most = Math.max(most, scoreReading(one, found, collection.lengthOf));
    }
    return most;
  };
  return (occurrences) => {
    const units = byUnit(occurrences, numbers);
    const titles = words.map((_, n) => scoreIn(n, units.get(0) ?? []) * FROM_TITLES);
    const scored: Scored[] = [];
    for (const [unit, found] of units) {
      let [score, own] = [0, 0];
      let hasAll = true;
      for (let n = 0; hasAll && n < words.length; n++) {
        const one = scoreIn(n, found);
        if (one > 0) own++;
        const each = one || (titles[n] ?? 0);
        hasAll = each > 0;
        score += each;
      }
      if (hasAll && own > 0) scored.push({ unit, score });
    }
    return scored;
  };
}

function askedBy(
  { terms, literal }: QuestionReading,
  numberOf: (key: string) => number,
  collection: Collection,
): Asked {
  const keys = [...new Set(terms.map(({ key }) => key))];
  return {
    terms: terms.map(({ key, offset }) => ({ term: numberOf(key), offset })),
    rarities: keys.map((key) => ({ term: numberOf(key), rarity: rarityOf(key, collection) })),
    mustStandTogether: literal !== null && terms.length > 1,
    isStretch: terms[0]?.gram !== undefined,
  };
}

function rarityOf(key: string, collection: Collection): number {
  const having = collection.sheetsWith.get(key) ?? 0;
  const sheets = Math.max(collection.sheets, having);
  return Math.log(1 + (sheets - having + 0.5) / (having + 0.5));
}

function byUnit(
  occurrences: ReadonlyMap<string, readonly Occurrence[]>,
  numbers: ReadonlyMap<string, number>,
): Map<number, Found> {
  const units = new Map<number, (Occurrence[] | undefined)[]>();
  for (const [key, all] of occurrences) {
    const term = numbers.get(key);
    if (term === undefined) continue;
    for (const one of all) {
      const unit = units.get(one.unit);
      const known = unit?.[term];
      if (known) known.push(one);
      else if (unit) unit[term] = [one];
      else units.set(one.unit, withTerm(numbers.size, term, one));
    }
  }
  return units;
}

function withTerm(terms: number, term: number, one: Occurrence) {
  const unit = new Array<Occurrence[] | undefined>(terms).fill(undefined);
  unit[term] = [one];
  return unit;
}

function scoreReading(
  { terms, rarities, mustStandTogether, isStretch }: Asked,
  found: Found,
  lengthOf: Collection['lengthOf'],
): number {
  for (const { term } of rarities) if (!found[term]) return 0;
  const together = terms.length > 1 && standTogether(terms, found);
  if (mustStandTogether && !together) return 0;
  let sum = 0;
  for (const { term, rarity } of rarities) {
    sum += scoreTerm(rarity, found[term] ?? [], lengthOf);
  }
  if (isStretch) return sum * STRETCH;
  return together ? sum * SIDE_BY_SIDE : sum;
}

function scoreTerm(
  rarity: number,
  all: readonly Occurrence[],
  lengthOf: Collection['lengthOf'],
): number {
  let frequency = 0;
  for (const { field, length, places } of all) {
    const relative = length === 0 ? 1 : length / lengthOf[field];
    frequency += (WEIGHT[field] * places.length) / (1 - B + B * relative);
  }
  return (rarity * frequency * (K1 + 1)) / (K1 + frequency);
}

/** Whether one text has the terms at the distances that the question has them. */
function standTogether([first, ...others]: Asked['terms'], found: Found): boolean {
  return (found[first?.term ?? -1] ?? []).some(({ field, places }) => {
    const rest = others.map(({ term, offset }) => ({
      offset,
      places: found[term]?.find((one) => one.field === field)?.places ?? [],
    }));
    if (rest.some((one) => one.places.length === 0)) return false;
    const known = rest.map((one) => ({ offset: one.offset, places: new Set(one.places) }));
    return places.some((place) => known.every((one) => one.places.has(place + one.offset)));
  });
}
