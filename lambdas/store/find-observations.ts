import { suchObservations } from '../analysis/such-observations.ts';
import type { Observation } from '../domain/observation.ts';
import { nameKey } from '../domain/series/id.ts';
import type { Rows } from '../ports/records.ts';
import { findParts, type RecordFilters } from './find-records.ts';
import type { ListPage, PageRequest } from './lists.ts';
import type { openMoves } from './moves.ts';

/** Figures in the order of the sheets; which series they belong to is looked up for those that are shown. */
export async function findObservations(
  { rows, movesOf }: { readonly rows: Rows; readonly movesOf: ReturnType<typeof openMoves> },
  filters: RecordFilters,
  request: PageRequest,
): Promise<ListPage<Observation>> {
  const { items, next } = await findParts(
    rows,
    filters,
    (record) => suchObservations(record, filters),
    request,
  );
  const names = new Map(
    items.flatMap(({ series, publisher, indicator }) => {
      const key = nameKey(indicator);
      return series === null ? [] : [[`${publisher}\n${key}`, { publisher, key }]];
    }),
  );
  const moves = await movesOf([...names.values()]);
  const inSeries = (thread: string | null) => thread && (moves.get(thread) ?? thread);
  return { items: items.map((item) => ({ ...item, series: inSeries(item.series) })), next };
}
