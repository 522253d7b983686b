import { z } from '@hono/zod-openapi';
import {
  REVIEW_COLUMNS,
  REVIEW_KIND,
  REVIEW_YEAR_COLUMNS,
  REVIEW_YEARS,
  reviewRows,
  reviewTableRows,
} from '../analysis/review-rows.ts';
import { wideRow, YEARLY } from '../analysis/series-wide.ts';
import { type SeriesFigureFilters, suchRows } from '../analysis/such-series.ts';
import type { Series } from '../domain/series/series.ts';
import { WideSeriesRow } from './schemas/wide-series-row.ts';
import type { Whole } from './send-whole.ts';
import { type CellType, type ListColumn, listColumnsOf } from './tables/columns.ts';

/** How series become the rows of a table. */
export const Shape = z.enum(['long', 'wide', 'review', 'review-wide']);
type Shape = z.infer<typeof Shape>;

/** A row under the columns of the ministries' review data. */
export const ReviewRow = z.record(z.string(), z.union([z.string(), z.number()]).nullable()).meta({
  id: 'ReviewRow',
  description: 'docs/review-columns.md says what stands in which column',
});

type Pages = () => AsyncIterable<readonly Series[]>;
type Shaped = Pick<Whole<object>, 'rows' | 'columns'>;

/** The rows of the series, and their columns where they are not those of `SeriesRow`. */
export async function shaped(
  shape: Shape,
  series: Pages,
  filters: SeriesFigureFilters,
): Promise<Shaped> {
  const rowsBy = (rowsOf: (one: Series) => readonly object[]) =>
    async function* () {
      for await (const some of series()) yield some.flatMap(rowsOf);
    };
  if (shape === 'long') return { rows: rowsBy((one) => suchRows(one, filters)) };
  if (shape === 'review') return { rows: rowsBy(reviewRows), columns: reviewColumns() };
  if (shape === 'review-wide')
    return { rows: rowsBy(reviewTableRows), columns: wideReviewColumns() };
  return {
    rows: rowsBy((one) => [wideRow(one)].flatMap((row) => row ?? [])),
    columns: await wideColumns(series),
  };
}

/** Each year that any series has; they are gone through once for it. */
async function wideColumns(series: Pages): Promise<ListColumn[]> {
  const years = new Set<number>();
  for await (const some of series()) {
    for (const one of some) for (const { fiscalYear } of one.years) years.add(fiscalYear);
  }
  const yearly = [...years]
    .toSorted((a, b) => a - b)
    .flatMap((year) => YEARLY.map((kind) => columnFor(`${kind}${year}`, 'number')));
  return [...listColumnsOf(WideSeriesRow), ...yearly];
}

const columnFor = (name: string, type: CellType): ListColumn => ({
  ...{ name, path: [name], type, format: undefined, nullable: true },
  ...{ values: undefined, description: undefined },
});

const reviewColumns = (): ListColumn[] => [
  ...REVIEW_COLUMNS.map((name) => columnFor(name, name === '事業年度' ? 'integer' : 'string')),
  ...REVIEW_YEAR_COLUMNS.map((name) => columnFor(name, 'number')),
];

const wideReviewColumns = (): ListColumn[] => [
  ...REVIEW_COLUMNS.map((name) => columnFor(name, name === '事業年度' ? 'integer' : 'string')),
  columnFor(REVIEW_KIND, 'string'),
  ...REVIEW_YEARS.map((year) => columnFor(`${year}`, 'number')),
];
