import type { Series, Year } from '../domain/series/series.ts';
import { rowOfYear, type SeriesRow } from './series-row.ts';
import type { FigureFilters } from './such-figures.ts';

export interface SeriesFigureFilters extends FigureFilters {
  /** ISO 8601: with a sheet that changed since */
  readonly updatedSince?: string | undefined;
}

/** The years of a series that are so, a row each; `status` is that of the figure of this type, else of the actual. */
export const suchRows = (series: Series, filters: SeriesFigureFilters): SeriesRow[] =>
  isRecent(series, filters)
    ? series.years.flatMap((year) => {
        const row = rowOfYear(series, year);
        return isSuchYear(year, row, filters) ? [row] : [];
      })
    : [];

/** Whether any year of the series is so. */
export const seriesIsSuch = (series: Series, filters: SeriesFigureFilters): boolean =>
  isRecent(series, filters) &&
  ([filters.status, filters.type, filters.met].every((one) => one === undefined) ||
    suchRows(series, filters).length > 0);

const isRecent = ({ stages }: Series, { updatedSince = '' }: SeriesFigureFilters): boolean =>
  stages.some(({ sheets }) => sheets.some((sheet) => sheet.updatedAt >= updatedSince));

function isSuchYear(year: Year, { met }: SeriesRow, filters: FigureFilters): boolean {
  const { status, type, met: wanted } = filters;
  if (wanted !== undefined && met !== wanted) return false;
  const figure = type === 'budget' ? null : year[type ?? 'actual'];
  if (type !== undefined && !figure) return false;
  return status === undefined || figure?.status === status;
}
