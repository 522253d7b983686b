import { comparable } from '../../../parsers/japanese/characters.ts';
import { sameUnit } from './merge.ts';
import type { Evidence, Figure, Series, Statement, Year } from './series.ts';

/** What is compared of a series, or of a part of one. */
export type Comparable = Pick<Series, 'name' | 'units' | 'years'>;

export interface Match {
  readonly score: number;
  readonly evidence: Evidence;
}

/** How much speaks for two indicators being one; the weights are those that `score` documents. */
export function match(from: Comparable, to: Comparable): Match {
  const names = similarity(from.name, to.name);
  const figures = sharedFigures(from.years, to.years);
  const equal = figures.filter((one) => one.equal).length;
  const agreement = (2 * equal - figures.length) / (figures.length + 1);
  const score = 0.4 * names + 0.1 * unitsSpeak(from, to) + 0.5 * agreement;
  const side = ({ name, units }: Comparable) => ({ name, units });
  return {
    score: Math.max(0, hundredths(score)),
    evidence: { names: hundredths(names), from: side(from), to: side(to), figures },
  };
}

const hundredths = (n: number): number => Math.round(n * 100) / 100;

/** The unit that each side last printed: 1 the same (or none in both), 0 not said by one, −1 another. */
function unitsSpeak({ units: [a = null] }: Comparable, { units: [b = null] }: Comparable): number {
  if ((a === null) !== (b === null)) return 0;
  return sameUnit(a, b) ? 1 : -1;
}

function sharedFigures(from: readonly Year[], to: readonly Year[]): Evidence['figures'] {
  const there = new Map(to.map((year) => [year.fiscalYear, year]));
  return from.flatMap((year) => {
    const other = there.get(year.fiscalYear);
    return (['target', 'actual'] as const).flatMap((type) => {
      const a = reported(year, type);
      const b = other && reported(other, type);
      if (!a || !b) return [];
      const { fiscalYear } = year;
      return [{ fiscalYear, type, from: a, to: b, equal: a.value === b.value }];
    });
  });
}

/** A baseline is what was measured, before there were targets. */
const reported = (year: Year, type: 'target' | 'actual'): Statement | undefined => {
  const figures = type === 'target' ? [year.target] : [year.actual, year.baseline];
  const figure = figures.find((one) => one?.status === 'reported' && one.value !== null);
  return figure ? statementOf(figure) : undefined;
};

const statementOf = ({ sources: _, revisions: __, ...statement }: Figure): Statement => statement;

/** Dice coefficient of the names' character bigrams. */
export function similarity(a: string, b: string): number {
  const [these, those] = [bigrams(a), bigrams(b)];
  const left = Map.groupBy(those, (bigram) => bigram);
  const shared = these.filter((bigram) => left.get(bigram)?.pop() !== undefined);
  return (2 * shared.length) / (these.length + those.length);
}

function bigrams(name: string): string[] {
  const characters = ['', ...comparable(name), ''];
  return characters.slice(1).map((character, n) => `${characters[n]}${character}`);
}
