import type { Cells, Column } from './columns.ts';

/** All rows of a list, some at a time, as every format is written from them. */
export interface Table {
  /** of the list, as `observations` */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: () => AsyncIterable<readonly Cells[]>;
  /** where the API answers: what links in a file that leaves it begin with */
  readonly origin: string;
}
