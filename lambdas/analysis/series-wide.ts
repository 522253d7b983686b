import { z } from 'zod';
import type { Series } from '../domain/series/series.ts';
import { rowsOfSeries, SeriesRow } from './series-row.ts';

/** One indicator over all years: `target2013` and `actual2013` for each. */
export const WideSeriesRow = SeriesRow.pick({
  series: true,
  publisher: true,
  indicator: true,
  unit: true,
  level: true,
  program: true,
  number: true,
  title: true,
  department: true,
  direction: true,
  baseline: true,
})
  .extend({
    baselineFiscalYear: z.int().nullable(),
    sheets: z.string().meta({ description: 'ids of all sheets that have it, parted by blanks' }),
    pdfUrl: SeriesRow.shape.pdfUrl,
  })
  .loose()
  .meta({
    id: 'WideSeriesRow',
    description: 'with targetYEAR and actualYEAR for each fiscal year',
  });
export type WideSeriesRow = z.infer<typeof WideSeriesRow>;

/** The kinds of figure that have a column for each year. */
export const YEARLY = ['target', 'actual'] as const;

/** The whole series as one row; undefined where no sheet says a figure of it. */
export function wideRow(series: Series): WideSeriesRow | undefined {
  const rows = rowsOfSeries(series);
  const last = rows.findLast(({ actual }) => actual !== null) ?? rows.at(-1);
  if (!last) return undefined;
  const { publisher, indicator, unit, level, program, number, title, department } = last;
  const first = rows.find(({ baseline }) => baseline !== null);
  const sheets = new Set(series.stages.flatMap((stage) => stage.sheets.map(({ id }) => id)));
  const figures = rows.flatMap((row) =>
    YEARLY.map((kind): [string, number | null] => [`${kind}${row.fiscalYear}`, row[kind]]),
  );
  return {
    ...{ series: series.id, publisher, indicator, unit, level, program, number, title, department },
    ...{ direction: last.direction, baseline: first?.baseline ?? null },
    ...{ baselineFiscalYear: first?.fiscalYear ?? null, sheets: [...sheets].join(' ') },
    pdfUrl: last.pdfUrl,
    ...Object.fromEntries(figures),
  };
}
