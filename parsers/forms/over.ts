import { around, type PlacedText } from '../layout/text.ts';
import type { Box } from '../records/place.ts';

/** A line outside of tables, or what it says. */
export type LineOver = { readonly text: PlacedText; readonly page: number };
/** A table where it stands. */
export type TablePlace = { readonly box: Box; readonly page: number };

/**
 * The heading of a table: the last before it. Of tables abreast each has its own: what stands over the other is not about it,
 * where another line stands over this one.
 * @param tables all tables of the sheet
 */
export function headingOf<T extends LineOver>(
  headings: readonly T[],
  table: TablePlace,
  tables: readonly TablePlace[],
): T | undefined {
  const last = headings.at(-1);
  if (!last || isOver(last, table)) return last;
  const isOfOther = tables.some((other) => isAbreast(other, table) && isOver(last, other));
  return isOfOther ? (lastOver(headings, table) ?? last) : last;
}

/** The last of the lines on its page that stands over a part of a table's width. */
export const lastOver = <T extends LineOver>(
  lines: readonly T[],
  table: TablePlace,
): T | undefined => lines.findLast((line) => line.page === table.page && isOver(line, table));

function isOver({ text, page }: LineOver, { box, page: other }: TablePlace): boolean {
  const [left, , right] = around(text.sources.filter((glyph) => glyph !== null));
  return page === other && Math.min(right, box[2]) > Math.max(left, box[0]);
}

/** Whether two tables of a page share no part of its width. */
export const isAbreast = (one: TablePlace, other: TablePlace): boolean =>
  one.page === other.page && (one.box[2] <= other.box[0] || other.box[2] <= one.box[0]);
