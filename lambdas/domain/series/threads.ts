import { comparable } from '../../../parsers/japanese/characters.ts';
import type { Indicator } from '../../../parsers/records/indicator.ts';
import type { SheetRecord } from '../../../parsers/records/sheet.ts';
import type { ListedIndicator } from '../summary.ts';
import { seriesId } from './id.ts';

/** One name in one place (project, level, initiative) over the years: one indicator each year. */
export interface Thread {
  readonly id: string;
  /** earliest evaluated year first, never empty */
  readonly indicators: readonly ListedIndicator[];
  /** the first and the last year evaluated */
  readonly first: number;
  readonly last: number;
}

/** Threads of indicators that share publisher and name, by first year. Depends on what they say, not on their order. */
export function threadsOf(indicators: readonly ListedIndicator[]): Thread[] {
  const ordered = indicators.toSorted(
    (a, b) =>
      a.sheet.fiscalYear - b.sheet.fiscalYear || byText(a.sheet.id, b.sheet.id) || byId(a, b),
  );
  const threads = Map.groupBy(ordered, threadIds());
  return [...threads]
    .map(([id, its]) => {
      const years = its.map(({ sheet }) => sheet.fiscalYear);
      return { id, indicators: its, first: Math.min(...years), last: Math.max(...years) };
    })
    .toSorted((a, b) => a.first - b.first || byText(a.id, b.id));
}

/** Names the thread of each indicator that it is given, those of one sheet in their order. */
function threadIds(): (indicator: Placed) => string {
  const seen = new Map<string, number>();
  return (indicator) => {
    const { sheet } = indicator;
    const place = placeOf(indicator);
    const row = `${sheet.id}\n${comparable(indicator.name)}\n${place}`;
    const nth = (seen.get(row) ?? 0) + 1;
    seen.set(row, nth);
    return seriesId(sheet.publisher, indicator.name, `${place}\n${nth}`);
  };
}

type Placed = Pick<Indicator, 'name' | 'level' | 'initiative' | 'path'> & {
  readonly sheet: Pick<SheetRecord, 'id' | 'publisher' | 'program' | 'number' | 'title'>;
};

/** The thread that each indicator of the sheet belongs to, by the indicator's id. */
export function threadsIn(sheet: SheetRecord): ReadonlyMap<string, string> {
  const idOf = threadIds();
  return new Map(
    sheet.indicators
      .toSorted(byId)
      .map((indicator) => [indicator.id, idOf({ ...indicator, sheet })]),
  );
}

/** A sheet of no known programme is its subject's: numbers are given anew each year, and names repeat under their paths. */
const placeOf = ({ sheet, level, initiative, path = [] }: Omit<Placed, 'name'>): string =>
  sheet.program === null
    ? [sheet.title, ...path].map(comparable).join('\n')
    : [sheet.program, sheet.number ?? '', level, comparable(initiative ?? '')].join('\n');

export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Ids within a sheet count up: 9 before 10. */
const byId = (a: Pick<Indicator, 'id'>, b: Pick<Indicator, 'id'>): number =>
  byText(padded(a.id), padded(b.id)) || byText(a.id, b.id);

const padded = (id: string): string => id.replace(/\d+/g, (digits) => digits.padStart(5, '0'));
