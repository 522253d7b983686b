import { comparable } from '../japanese/characters.ts';
import { type Cell, cellText, Table } from './table.ts';

/** Column borders of a continued table stand within this (points) of where they were. */
const LEVEL = 3;

/**
 * A table and its continuation on the next page as one; a head that is repeated there is dropped.
 * @returns null when the columns differ: then the second is a table of its own
 */
export function stitched(table: Table, rest: Table): Table | null {
  return sameColumns(table, rest) ? append(table, rest) : null;
}

function sameColumns(a: Table, b: Table): boolean {
  return a.cols === b.cols && a.xs.every((x, i) => Math.abs(x - (b.xs[i] ?? Infinity)) <= LEVEL);
}

function append(table: Table, rest: Table): Table {
  const repeated = repeatedRows(table, rest);
  const shift = table.rows - repeated;
  const cells = rest.cells
    .filter((cell) => cell.row >= repeated)
    .map((cell): Cell => ({ ...cell, row: cell.row + shift }));
  return new Table({
    ...table,
    rows: table.rows + rest.rows - repeated,
    breaks: [...table.breaks, table.rows],
    cells: [...table.cells, ...cells],
  });
}

/** How many rows at the top of `rest` say again what the top of `table` says. */
function repeatedRows(table: Table, rest: Table): number {
  let rows = 0;
  while (rows < rest.rows) {
    const again = rowText(rest, rows);
    if (again === '' || again !== rowText(table, rows)) break;
    rows++;
  }
  // A header cell that spans rows ends where the header ends.
  const spans = rest.cells.filter((c) => c.row < rows).map((c) => c.row + c.rowSpan);
  return Math.max(0, ...spans) <= rows ? rows : 0;
}

function rowText(table: Table, row: number): string {
  return table.cells
    .filter((cell) => cell.row === row)
    .map((cell) => `${cell.col}:${comparable(cellText(cell).text)}`)
    .join('|');
}
