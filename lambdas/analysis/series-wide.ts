import type { Series } from '../domain/series/series.ts';
import { rowsOfSeries, type SeriesRow } from './series-row.ts';

/** One indicator over all years: `target2013` and `actual2013` for each. */
export type WideSeriesRow = Pick<
  SeriesRow,
  | 'series'
  | 'publisher'
  | 'indicator'
  | 'path'
  | 'unit'
  | 'level'
  | 'program'
  | 'number'
  | 'title'
  | 'department'
  | 'direction'
  | 'baseline'
  | 'sheets'
  | 'pdfUrl'
> & { baselineFiscalYear: number | null; [yearly: string]: unknown };

/** The kinds of figure that have a column for each year. */
export const YEARLY = ['target', 'actual'] as const;

/** The whole series as one row; undefined where no sheet says a figure of it. */
export function wideRow(series: Series): WideSeriesRow | undefined {
  const rows = rowsOfSeries(series);
  const last = rows.findLast(({ actual }) => actual !== null) ?? rows.at(-1);
  if (!last) return undefined;
  const { publisher, indicator, path, unit, level, program, number, title, department } = last;
  const first = rows.find(({ baseline }) => baseline !== null);
  const sheets = new Set(series.stages.flatMap((stage) => stage.sheets.map(({ id }) => id)));
  const figures = rows.flatMap((row) =>
    YEARLY.map((kind): [string, number | null] => [`${kind}${row.fiscalYear}`, row[kind]]),
  );
  return {
    ...{ series: series.id, publisher, indicator, path, unit, level },
    ...{ program, number, title, department },
    ...{ direction: last.direction, baseline: first?.baseline ?? null },
    ...{ baselineFiscalYear: first?.fiscalYear ?? null, sheets: [...sheets].join(' ') },
    pdfUrl: last.pdfUrl,
    ...Object.fromEntries(figures),
  };
}
