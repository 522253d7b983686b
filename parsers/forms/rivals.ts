import type { FigureCell, FigureSeries } from './series.ts';

/**
 * A series without figures one below the other in one column of one name, where nothing says which is which: they stay
 * without a place, and are told.
 */
export function withoutRivals(series: FigureSeries): FigureSeries {
  const open = series.observations.filter(({ row }) => !row?.kind && !row?.year);
  const columns = Map.groupBy(open, ({ columnHeads }) => columnHeads.at(-1));
  const rivals = [...columns].some(([head, all]) => head && new Set(all.map(rowOf)).size > 1);
  if (!rivals) return series;
  return { ...series, observations: series.observations.filter((one) => !open.includes(one)) };
}

const rowOf = ({ cell }: FigureCell): number => cell.row;
