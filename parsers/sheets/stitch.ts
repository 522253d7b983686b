import { comparable } from '../japanese/characters.ts';
import type { Cell, Table } from '../layout/table.ts';
import type { Block } from './block.ts';

/** Column borders of a continued table stand within this (points) of where they were. */
const LEVEL = 3;

/** Tables that a page break cut in two become one again; a repeated header is dropped. */
export function stitch(blocks: readonly Block[]): Block[] {
  const stitched: Block[] = [];
  for (const block of blocks) {
    const last = stitched.at(-1);
    if (
      block.kind === 'table' &&
      last?.kind === 'table' &&
      block.page > last.page &&
      sameColumns(last.table, block.table)
    ) {
      stitched[stitched.length - 1] = { ...last, table: append(last.table, block.table) };
    } else {
      stitched.push(block);
    }
  }
  return stitched;
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
  return {
    ...table,
    rows: table.rows + rest.rows - repeated,
    breaks: [...table.breaks, table.rows],
    cells: [...table.cells, ...cells],
  };
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
    .map((cell) => `${cell.col}:${comparable(cell.lines.map((line) => line.text).join(''))}`)
    .join('|');
}
