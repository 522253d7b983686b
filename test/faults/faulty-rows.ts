import type { Rows } from '../../lambdas/ports/records.ts';
import type { FaultProxy } from './proxy.ts';

/** Rows that are in this very process, whose calls meet the faults of a proxy all the same. */
export function faultyRows(rows: Rows, { through }: Pick<FaultProxy, 'through'>): Rows {
  return {
    get: (at) => through(() => rows.get(at)),
    getAll: (wanted) => through(() => rows.getAll(wanted)),
    under: (pk, prefix) => through(() => rows.under(pk, prefix)),
    next: (pk, behind, limit) => through(() => rows.next(pk, behind, limit)),
    async *walk(pk, range) {
      await through(async () => {});
      yield* rows.walk(pk, range);
      return undefined;
    },
    async *inOrder(range) {
      await through(async () => {});
      yield* rows.inOrder(range);
      return undefined;
    },
    replace: (row) => through(() => rows.replace(row)),
    putAll: (all) => through(() => rows.putAll(all)),
    deleteAll: (all) => through(() => rows.deleteAll(all)),
  };
}
