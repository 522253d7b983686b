import type { Box } from '../records/place.ts';
import type { Line } from './lines.ts';

/** A cell of a ruled table; rows and columns count from 0, the box runs along its borders (reading frame). */
export type Cell = {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly box: Box;
  readonly lines: readonly Line[];
};

export type Table = {
  readonly box: Box;
  readonly rows: number;
  readonly cols: number;
  /** Where the columns' borders stand, cols + 1 of them. */
  readonly xs: readonly number[];
  /** Rows that begin a new page, in a table that was put together from several. */
  readonly breaks: readonly number[];
  /** Row by row, each from left to right. */
  readonly cells: readonly Cell[];
};
