import { type Line, linesOf } from '../layout/lines.ts';
import { type Cell, Table } from '../layout/table.ts';
import type { Glyph } from '../pdf/page.ts';
import type { Box } from '../records/place.ts';
import { hasRing, isChoice } from './cell.ts';

/**
 * A table in which cells that span several columns and hold a text in each of them are parted: the heads are shaded or
 * ruled, and below them nothing is ruled between the columns.
 */
export function withUnruledColumns(table: Table): Table {
  const known = new Set<Cell>();
  const cells = table.cells.flatMap((cell) => {
    const parts = isBelowColumns(cell, table, known) ? parted(cell, table.xs) : null;
    if (parts) known.add(cell);
    return parts ?? [cell];
  });
  if (cells.length === table.cells.length) return table;
  return new Table({ ...table, cells });
}

/** Whether the columns that a cell spans stand above it, ruled or parted before. */
function isBelowColumns({ row, col, colSpan }: Cell, table: Table, parted: ReadonlySet<Cell>) {
  return Array.from({ length: colSpan - 1 }, (_, i) => col + i + 1).every((edge) => {
    const above = table.at(row - 1, edge);
    return above !== null && (above.col === edge || parted.has(above));
  });
}

/** The cell's glyphs by column; null where one crosses a border between columns, or a column is empty. */
function parted(cell: Cell, xs: readonly number[]): Cell[] | null {
  if (cell.colSpan < 2 || cell.lines.some((line) => isChoice(line.text) || hasRing(line)))
    return null;
  const glyphs = glyphsOf(cell.lines);
  const columns = Array.from({ length: cell.colSpan }, (_, i): Glyph[] =>
    glyphs.filter((glyph) => {
      const middle = (glyph.x0 + glyph.x1) / 2;
      return middle > (xs[cell.col + i] as number) && middle <= (xs[cell.col + i + 1] as number);
    }),
  );
  if (columns.some((column) => column.length === 0)) return null;
  const edges = xs.slice(cell.col + 1, cell.col + cell.colSpan);
  if (edges.some((x) => glyphs.some((glyph) => glyph.x0 < x - 1 && glyph.x1 > x + 1))) return null;
  // Words that run on are one text, wherever the borders above them stand.
  if (!columns.every((column, i) => i === 0 || apart(columns[i - 1] as Glyph[], column)))
    return null;
  return columns.map((column, i) => {
    const [left, right] = [xs[cell.col + i] as number, xs[cell.col + i + 1] as number];
    const box: Box = [left, cell.box[1], right, cell.box[3]];
    return { ...cell, col: cell.col + i, colSpan: 1, box, lines: linesOf(column) };
  });
}

const glyphsOf = (lines: readonly Line[]): Glyph[] => [
  ...new Set(lines.flatMap((line) => line.sources.filter((glyph) => glyph !== null))),
];

/** White of more than half a character between two columns. */
function apart(before: readonly Glyph[], after: readonly Glyph[]): boolean {
  const end = Math.max(...before.map((glyph) => glyph.x1));
  const start = Math.min(...after.map((glyph) => glyph.x0));
  return start - end > 0.5 * Math.max(...after.map((glyph) => glyph.size));
}
