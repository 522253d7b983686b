import type { Box } from '../../records/place.ts';
import { type Line, linesOf } from '../lines.ts';
import { type Cell, Table } from '../table.ts';
import { groupsOf } from './body.ts';
import { type PlacedLine, placedLine } from './placed.ts';
import { isFigure, rowOf } from './segments.ts';

/** So many figures below one another in a cell are those of as many rows … */
const MIN_FIGURES = 3;
/** … where so many cells of a row have them. */
const MIN_CELLS = 2;

/** A ruled table of which the rows are not ruled, with a row for each line of its figures; any other as it is. */
export function unstackedTable(table: Table): Table {
  const rows = Array.from({ length: table.rows }, (_, row) => ({
    row,
    cells: table.cells.filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan),
  }));
  const stacks = rows.flatMap(({ row, cells }) => {
    const whole = cells.every((cell) => cell.rowSpan === 1);
    return whole && cells.filter(isStack).length >= MIN_CELLS ? [{ row, cells }] : [];
  });
  return stacks.reduceRight<Table>((all, { row, cells }) => parted(all, row, cells), table);
}

const isStack = ({ lines }: Cell): boolean =>
  lines.length >= MIN_FIGURES && lines.every(({ text }) => isFigure(text));

/** The table with one row as several. */
function parted(table: Table, row: number, cells: readonly Cell[]): Table {
  const columns = cells.map(({ box }) => ({ x0: box[0], x1: box[2], count: 1 }));
  const glyphs = cells.flatMap((cell) => cell.lines.flatMap(({ sources }) => sources));
  const lines = linesOf([...new Set(glyphs.filter((glyph) => glyph !== null))]);
  const placed = lines.map((line) => placedLine(rowOf(line), columns));
  const groups = groupsOf({ lines: placed, columns, separators: [] });
  if (groups.length < MIN_FIGURES) return table;
  const top = (cells[0] as Cell).box[1];
  const bottom = (cells[0] as Cell).box[3];
  const ys = [
    top,
    ...groups.slice(1).map((group, i) => between(groups[i] as PlacedLine[], group)),
    bottom,
  ];
  const added = groups.length - 1;
  const own = groups.flatMap((group, i) =>
    cells.map((cell, col): Cell => {
      const box: Box = [cell.box[0], ys[i] as number, cell.box[2], ys[i + 1] as number];
      return { ...cell, row: row + i, box, lines: linesIn(group, col), struck: [] };
    }),
  );
  const others = table.cells
    .filter((cell) => !cells.includes(cell))
    .map((cell) => (cell.row > row ? { ...cell, row: cell.row + added } : cell));
  const all = [...others, ...own].sort((a, b) => a.row - b.row || a.col - b.col);
  return new Table({ ...table, rows: table.rows + added, cells: all });
}

const linesIn = (group: readonly PlacedLine[], col: number): Line[] =>
  linesOf(
    group.flatMap(({ entries }) =>
      entries.flatMap(({ segment, from }) => (from === col ? segment.glyphs : [])),
    ),
  );

function between(above: readonly PlacedLine[], below: readonly PlacedLine[]): number {
  return ((above.at(-1) as PlacedLine).row.y1 + (below[0] as PlacedLine).row.y0) / 2;
}
