import type { FormCell } from './cell.ts';
import type { RowLabels } from './figure-row.ts';
import type { FigureSeries } from './series.ts';

type Named = Pick<RowLabels, 'name' | 'nameHead' | 'level'> & {
  readonly path: readonly FormCell[];
  readonly levels?: readonly FormCell[];
};

/** A series of what is named so, before anything is observed of it. */
export const emptySeries = (
  named: Named,
  money: boolean,
  bands: readonly FormCell[],
): FigureSeries => ({
  labels: { levels: [], ...named, unit: null, heads: [], notes: [] },
  bands,
  money,
  observations: [],
  notes: [],
  ratings: [],
  targetYear: null,
  baseYear: null,
});
