import { z } from 'zod';
import { SeriesRow } from './series-row.ts';

/** One indicator over all years: `target2013` and `actual2013` for each. */
export const WideSeriesRow = SeriesRow.pick({
  series: true,
  publisher: true,
  indicator: true,
  path: true,
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
