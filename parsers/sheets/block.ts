import type { Line } from '../layout/lines.ts';
import type { Table } from '../layout/table.ts';

/** A piece of what a document says, in reading order. */
export type Block =
  | { readonly kind: 'line'; readonly page: number; readonly line: Line }
  | { readonly kind: 'table'; readonly page: number; readonly table: Table };
