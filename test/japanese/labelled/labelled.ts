import { readFileSync } from 'node:fs';
import type { PlacedDate } from '../../../parsers/japanese/dates.ts';
import type { PlacedFact } from '../../../parsers/japanese/facts.ts';
import type { DateMention } from '../../../parsers/records/initiative.ts';

/** One reading, or several of which any is right. */
type OneOf = string | readonly string[];

export type LabelledFact = {
  readonly text: string;
  readonly start: number;
  readonly label: OneOf;
  readonly value: number;
  readonly unit: OneOf;
  readonly qualifier?: OneOf;
  readonly role?: string;
};

export type LabelledItem = {
  readonly text: string;
  readonly phase: 'overview' | 'result' | 'improvement';
  readonly fiscalYear: number;
  readonly facts: readonly LabelledFact[];
  readonly dates: readonly DateMention[];
  readonly keywords: readonly OneOf[];
  readonly tolerated: readonly string[];
};

export type Part = 'development' | 'second' | 'third' | 'fourth' | 'samples' | 'held-out';

export const labelled = (part: Part): LabelledItem[] =>
  JSON.parse(readFileSync(new URL(`${part}.json`, import.meta.url), 'utf8'));

/** What was right, what was told beside it, and what was not told. */
export type Tally<Told, Labelled> = {
  readonly right: readonly (readonly [Told, Labelled])[];
  readonly wrong: readonly Told[];
  readonly missed: readonly Labelled[];
};

/** Each labelled thing is matched once at most. */
function tally<Told, Labelled>(
  told: readonly Told[],
  expected: readonly Labelled[],
  matches: (one: Told, other: Labelled) => boolean,
): Tally<Told, Labelled> {
  const missed = new Set(expected);
  const right: [Told, Labelled][] = [];
  const wrong: Told[] = [];
  for (const one of told) {
    const found = [...missed].find((other) => matches(one, other));
    if (found === undefined) {
      wrong.push(one);
    } else {
      missed.delete(found);
      right.push([one, found]);
    }
  }
  return { right, wrong, missed: [...missed] };
}

const folded = (text: string) => text.normalize('NFKC').replace(/\s/g, '');

export const isOneOf = (told: string | null, expected: OneOf): boolean =>
  told !== null && [expected].flat().some((one) => folded(one) === folded(told));

/** Value, unit and label equal, and the texts overlap. */
export const factsTally = (told: readonly PlacedFact[], item: LabelledItem) =>
  tally(
    told,
    item.facts,
    (fact, { text, start, label, value, unit }) =>
      fact.start < start + text.length &&
      start < fact.end &&
      Math.abs(fact.value - value) <= 1e-9 * Math.abs(value) &&
      isOneOf(fact.unit, unit) &&
      isOneOf(fact.label, label),
  );

/** Date and fiscal years equal, one text in the other. */
export const datesTally = (told: readonly PlacedDate[], item: LabelledItem) =>
  tally(
    told,
    item.dates,
    (one, other) =>
      (folded(one.text).includes(folded(other.text)) ||
        folded(other.text).includes(folded(one.text))) &&
      one.date === other.date &&
      one.through === other.through &&
      one.fiscalYear === other.fiscalYear &&
      one.throughFiscalYear === other.throughFiscalYear,
  );

/** Equal after NFKC; what is tolerated is left out. */
export const keywordsTally = (told: readonly string[], item: LabelledItem) =>
  tally(
    told.filter((word) => !item.tolerated.some((other) => isOneOf(word, other))),
    item.keywords,
    isOneOf,
  );

/** Of all that was told, the share that is right; of all that is labelled, the share that was told. */
export function rates(tallies: readonly Tally<unknown, unknown>[]) {
  const count = (of: 'right' | 'wrong' | 'missed') => tallies.reduce((n, t) => n + t[of].length, 0);
  const right = count('right');
  return {
    precision: right / (right + count('wrong')),
    recall: right / (right + count('missed')),
    labelled: right + count('missed'),
  };
}
