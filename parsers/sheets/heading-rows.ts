import type { Line } from '../layout/lines.ts';
import { type Cell, isFilled, Table } from '../layout/table.ts';
import type { Block } from './block.ts';

/**
 * A table whose rows are parted by headings, each alone in its row, as those headings and the tables between them.
 */
export function partedAtHeadings(
  table: Table,
  page: number,
  isHeading: (line: Line) => boolean,
): Block[] {
  const heads = table.cells.filter((cell) => isHead(table, cell, isHeading));
  if (heads.length === 0) return [{ kind: 'table', page, table }];
  const starts = heads.map(({ row }) => row).sort((a, b) => a - b);
  const pieces = [0, ...starts].map((from, i) => {
    const to = starts[i] ?? table.rows;
    return table.cells.filter((cell) => cell.row >= from && cell.row < to && !heads.includes(cell));
  });
  return [
    ...heads.flatMap(({ lines }) => lines.map((line): Block => ({ kind: 'line', page, line }))),
    ...pieces
      .filter((cells) => cells.some(isFilled))
      .map((cells): Block => ({ kind: 'table', page, table: pieceOf(table, cells) })),
  ];
}

function isHead(table: Table, cell: Cell, isHeading: (line: Line) => boolean): boolean {
  const [line, ...more] = cell.lines;
  if (line === undefined || more.length > 0 || !isHeading(line)) return false;
  const end = cell.row + cell.rowSpan;
  return table.cells.every(
    (other) =>
      other === cell ||
      !isFilled(other) ||
      other.row >= end ||
      other.row + other.rowSpan <= cell.row,
  );
}

function pieceOf(table: Table, cells: readonly Cell[]): Table {
  const [x0, , x1] = table.box;
  const top = Math.min(...cells.map(({ box }) => box[1]));
  const bottom = Math.max(...cells.map(({ box }) => box[3]));
  return new Table({ ...table, cells, box: [x0, top, x1, bottom] });
}
