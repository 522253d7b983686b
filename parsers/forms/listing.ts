import { type FormCell, labelOdds } from './cell.ts';
import { end, type FormTable } from './form-table.ts';

/** A list: a row of heads, and rows that keep to their columns. */
export type Listing = {
  readonly from: number;
  readonly to: number;
  readonly heads: readonly FormCell[];
  /** What stands left of the list and runs along its rows. */
  readonly side: readonly FormCell[];
  readonly rows: readonly (readonly ListedCell[])[];
};

export type ListedCell = { readonly cell: FormCell; readonly head: FormCell };

const MIN_HEADS = 2;

/** Labels side by side, over cells of the same columns that are not labels. */
export function listingAt(table: FormTable, from: number): Listing | null {
  const starting = table.starting(from);
  const height = Math.min(...starting.map((cell) => cell.rowSpan));
  const heads = starting.filter((cell) => cell.rowSpan === height);
  const side = table.through(from).filter((cell) => !heads.includes(cell) && cell.look !== 'empty');
  if (heads.length < MIN_HEADS || side.some((cell) => cell.col > (heads[0] as FormCell).col))
    return null;
  if (heads.some((cell) => cell.look === 'empty' && cell !== heads[0])) return null;
  if (!heads.every((cell) => cell.look === 'empty' || labelOdds(cell) > 0.8)) return null;
  const rows: ListedCell[][] = [];
  let row = from + height;
  for (; row < table.rows; row++) {
    const listed = listedAt(table, row, heads);
    if (!listed) break;
    rows.push(listed);
  }
  const filled = rows.flat().filter(({ cell }) => cell.look !== 'empty');
  const beyondFirst = filled.filter(({ head }) => head !== heads[0]);
  const values = beyondFirst.filter(({ cell }) => labelOdds(cell) < 0.8);
  if (rows.length === 0 || values.length * 2 <= beyondFirst.length || filled.length < 2)
    return null;
  return { from, to: row, heads, side, rows };
}

/** A row's cells below the heads, null where it does not keep to the columns or is another row of labels. */
function listedAt(table: FormTable, row: number, heads: readonly FormCell[]): ListedCell[] | null {
  const first = heads[0] as FormCell;
  const cells = table.through(row).filter((cell) => cell.col >= first.col);
  const listed = cells.flatMap((cell): ListedCell[] => {
    const head = heads.find((h) => h.col === cell.col && end(h) === end(cell));
    return head && cell.row === row ? [{ cell, head }] : [];
  });
  const kept = cells.filter((cell) =>
    heads.some((h) => h.col === cell.col && end(h) === end(cell)),
  );
  if (kept.length < heads.length || kept.length < cells.length) return null;
  const beyond = listed.filter(({ head, cell }) => head !== first && cell.look !== 'empty');
  if (beyond.length > 1 && beyond.every(({ cell }) => labelOdds(cell) > 2.5)) return null;
  // Label and value by turns are pairs, whatever stands above them.
  if (heads.length > 2 && beyond.some(({ cell }, i) => i % 2 === 1 && labelOdds(cell) > 3))
    return null;
  return listed;
}
