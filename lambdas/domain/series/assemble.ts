import type { ListedIndicator } from '../summary.ts';
import { chainsOf } from './chains.ts';
import { type Comparable, match, sideOf } from './match.ts';
import { mergeYears } from './merge.ts';
import type { Series, SeriesCandidate, Stage } from './series.ts';
import { byText, type Thread, threadsOf } from './threads.ts';

/** The series of indicators that share a name, by id. Depends on what they say, not on their order. */
export const seriesOf = (indicators: readonly ListedIndicator[]): Series[] =>
  [...Map.groupBy(indicators, ({ sheet }) => sheet.publisher)]
    .flatMap(([publisher, its]) => seriesIn(publisher, its))
    .toSorted((a, b) => byText(a.id, b.id));

/** The series of each thread that is not the first of its own, of indicators that share a name. */
export const movesOf = (
  indicators: readonly ListedIndicator[],
): [thread: string, series: string][] =>
  [...Map.groupBy(indicators, ({ sheet }) => sheet.publisher).values()]
    .flatMap((its) => chainsOf(threadsOf(its), comparableOf))
    .flatMap(({ threads: [first, ...later] }) =>
      later.map(({ id }): [string, string] => [id, first.id]),
    );

const seriesIn = (publisher: string, indicators: readonly ListedIndicator[]): Series[] =>
  chainsOf(threadsOf(indicators), comparableOf).map(({ threads, moves }) => ({
    id: threads[0].id,
    publisher,
    ...comparableOf(...threads),
    stages: threads.flatMap(stageOf),
    moves,
  }));

/** Threads in a row as what is compared of them. */
function comparableOf(...threads: Thread[]): Comparable {
  const indicators = threads.flatMap((thread) => thread.indicators);
  const newest = indicators.toReversed();
  return {
    name: newest[0]?.name ?? '',
    units: [...new Set(newest.map(({ unit }) => unit))],
    years: mergeYears(indicators),
  };
}

function stageOf({ id, indicators }: Thread): Stage[] {
  const latest = indicators.at(-1);
  if (!latest) return [];
  const { level, initiative, path = [] } = latest;
  const { program, programName, number, title, department } = latest.sheet;
  const sheets = indicators.map(({ sheet: { id, fiscalYear, sha256, updatedAt } }) => ({
    ...{ id, fiscalYear, sha256, updatedAt },
  }));
  return [{ id, program, programName, number, title, department, level, initiative, path, sheets }];
}

/** The other series of the same name, as they may or may not be the same. */
export function namesakesOf(series: Series, all: readonly Series[]): SeriesCandidate[] {
  const own = sideOf(series);
  return all
    .filter(({ id }) => id !== series.id)
    .map((other) => {
      const together = evaluated(other).some((year) => evaluated(series).includes(year));
      const { id: seriesId, name } = other;
      const reason = together ? 'namesake' : 'moved';
      const path = other.stages.at(-1)?.path ?? [];
      return { seriesId, name, path, reason, ...match(own, sideOf(other)) };
    });
}

/** Less than this says no more than that two indicators stand in sheets of one project. */
const WORTH_SHOWING = 0.3;

/** Indicators that stand in a sheet beside the series', but not in its own, as what it may be called there. */
export function renamingsOf(series: Series, beside: readonly ListedIndicator[]): SeriesCandidate[] {
  const own = sideOf(series);
  const named = Map.groupBy(beside, ({ name }) => name);
  return [...named.values()]
    .flatMap(threadsOf)
    .map((thread) => {
      const there = comparableOf(thread);
      const { name } = there;
      return {
        seriesId: thread.id,
        name,
        path: thread.indicators.at(-1)?.path ?? [],
        reason: 'renamed' as const,
        ...match(own, sideOf(there)),
      };
    })
    .filter(({ score }) => score >= WORTH_SHOWING);
}

/** The fiscal years that the series' sheets evaluate. */
export const evaluated = ({ stages }: Series): number[] =>
  stages.flatMap(({ sheets }) => sheets.map(({ fiscalYear }) => fiscalYear));
