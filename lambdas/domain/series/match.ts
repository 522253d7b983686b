import { comparable } from '../../../parsers/japanese/characters.ts';
import { sameUnit } from './merge.ts';
import type { Evidence, Series, SeriesFigure, Statement, Year } from './series.ts';

/** What is compared of a series, or of a part of one. */
export type Comparable = Pick<Series, 'name' | 'units' | 'years'>;

export interface Match {
  readonly score: number;
  readonly evidence: Evidence;
}

/** A side of a comparison with what it says at hand: it is compared with many. */
export interface Side {
  readonly of: Comparable;
  readonly name: string;
  readonly reported: ReadonlyMap<string, Reported>;
}

interface Reported {
  readonly fiscalYear: number;
  readonly type: 'target' | 'actual';
  readonly figure: SeriesFigure;
}

export const sideOf = (of: Comparable): Side => ({
  of,
  name: comparable(of.name),
  reported: new Map(of.years.flatMap(reportedIn)),
});

/** How much speaks for two indicators being one; the weights are those that `score` documents. */
export function scoreOf(from: Side, to: Side): number {
  let [compared, equal] = [0, 0];
  for (const [at, { figure }] of from.reported) {
    const other = to.reported.get(at);
    if (!other) continue;
    compared++;
    if (figure.value === other.figure.value) equal++;
  }
  const agreement = (2 * equal - compared) / (compared + 1);
  const names = alike(from.name, to.name);
  return Math.max(0, hundredths(0.4 * names + 0.1 * unitsSpeak(from.of, to.of) + 0.5 * agreement));
}

/** The score with what it rests on. */
export function match(from: Side, to: Side): Match {
  const side = ({ of: { name, units } }: Side) => ({ name, units });
  const figures = [...from.reported].flatMap(([at, { fiscalYear, type, figure }]) => {
    const other = to.reported.get(at)?.figure;
    if (!other) return [];
    const equal = figure.value === other.value;
    return [{ fiscalYear, type, from: statementOf(figure), to: statementOf(other), equal }];
  });
  return {
    score: scoreOf(from, to),
    evidence: {
      names: hundredths(alike(from.name, to.name)),
      from: side(from),
      to: side(to),
      figures,
    },
  };
}

const hundredths = (n: number): number => Math.round(n * 100) / 100;

/** The unit that each side last printed: 1 the same (or none in both), 0 not said by one, −1 another. */
function unitsSpeak({ units: [a = null] }: Comparable, { units: [b = null] }: Comparable): number {
  if ((a === null) !== (b === null)) return 0;
  return sameUnit(a, b) ? 1 : -1;
}

/** A baseline is what was measured, before there were targets. */
const reportedIn = ({ fiscalYear, target, actual, baseline }: Year): [string, Reported][] =>
  (['target', 'actual'] as const).flatMap((type) => {
    const figures = type === 'target' ? [target] : [actual, baseline];
    const figure = figures.find((one) => one?.status === 'reported' && one.value !== null);
    return figure ? [[`${fiscalYear} ${type}`, { fiscalYear, type, figure }]] : [];
  });

const statementOf = ({ sources: _, revisions: __, ...statement }: SeriesFigure): Statement =>
  statement;

/** Dice coefficient of the names' character bigrams. */
export const similarity = (a: string, b: string): number => alike(comparable(a), comparable(b));

function alike(a: string, b: string): number {
  if (a === b) return 1;
  const [these, those] = [bigrams(a), bigrams(b)];
  const left = Map.groupBy(those, (bigram) => bigram);
  const shared = these.filter((bigram) => left.get(bigram)?.pop() !== undefined);
  return (2 * shared.length) / (these.length + those.length);
}

function bigrams(name: string): string[] {
  const characters = ['', ...name, ''];
  return characters.slice(1).map((character, n) => `${characters[n]}${character}`);
}
