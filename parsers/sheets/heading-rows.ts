import type { Line } from '../layout/lines.ts';
import { type Cell, cellText, holdsText, Table } from '../layout/table.ts';
import { around, join } from '../layout/text.ts';
import type { Block } from './block.ts';

/**
 * A table whose rows are parted by headings, each alone in its row, as those headings and the tables between them.
 */
export function partedAtHeadings(
  table: Table,
  page: number,
  isHeading: (line: Line) => boolean,
): Block[] {
  const alone = table.cells.filter((cell) => isHead(table, cell, isHeading));
  const numbered = numberedHead(table, isHeading);
  const heads = numbered ? [...numbered.cells, ...alone] : alone;
  if (heads.length === 0) return [{ kind: 'table', page, table }];
  const starts = [...new Set(heads.map(({ row }) => row))].sort((a, b) => a - b);
  const pieces = [0, ...starts].map((from, i) => {
    const to = starts[i] ?? table.rows;
    return table.cells.filter((cell) => cell.row >= from && cell.row < to && !heads.includes(cell));
  });
  return [
    ...[...(numbered ? [numbered.line] : []), ...alone.flatMap(({ lines }) => lines)].map(
      (line): Block => ({ kind: 'line', page, line }),
    ),
    ...pieces
      .filter((cells) => cells.some(holdsText))
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
      !holdsText(other) ||
      other.row >= end ||
      other.row + other.rowSpan <= cell.row,
  );
}

const NUMBER = /^第?(?:[0-9０-９]{1,2}|[Ⅰ-Ⅻ]|[IVX]{1,4}|[一二三四五六七八九十]{1,2})[.．、]?$/;
/** No heading has more characters. */
const MAX_HEADING = 40;

/** A heading in the first row with its number in a cell before it: that of the table, or all that there is. */
function numberedHead(
  table: Table,
  isHeading: (line: Line) => boolean,
): { readonly cells: readonly Cell[]; readonly line: Line } | null {
  const [number, head, ...more] = table.cells.filter((cell) => cell.row === 0 && holdsText(cell));
  const [line, ...others] = head?.lines ?? [];
  if (!number || !head || !line || more.length + others.length > 0) return null;
  const { text } = line;
  if (!NUMBER.test(cellText(number).text) || text.length > MAX_HEADING || /[。]/.test(text)) {
    return null;
  }
  const isOver = head.colSpan > 1 && head.col + head.colSpan === table.cols;
  if (table.cells.some((cell) => cell.row > 0 && holdsText(cell)) && !isOver && !isHeading(line)) {
    return null;
  }
  const glyphs = [...number.lines, line].flatMap(({ sources }) => sources);
  const box = around(glyphs.filter((glyph) => glyph !== null));
  return {
    cells: [number, head],
    line: { ...line, ...join([...number.lines, line]), box, gaps: [], heads: true },
  };
}

function pieceOf(table: Table, cells: readonly Cell[]): Table {
  const [x0, , x1] = table.box;
  const top = Math.min(...cells.map(({ box }) => box[1]));
  const bottom = Math.max(...cells.map(({ box }) => box[3]));
  return new Table({ ...table, cells, box: [x0, top, x1, bottom] });
}
