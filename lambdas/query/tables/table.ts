import type { Cells, ListColumn } from './columns.ts';

/** All rows of a list, some at a time, as every format is written from them. */
export interface ListTable {
  /** of the list, as `observations` */
  readonly name: string;
  readonly columns: readonly ListColumn[];
  readonly rows: () => AsyncIterable<readonly Cells[]>;
  /** where the API answers: what links in a file that leaves it begin with */
  readonly origin: string;
}
