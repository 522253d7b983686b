import type { FigureKind } from '../japanese/kinds.ts';
import type { Line } from '../layout/lines.ts';
import { type Cell, covers, type Table } from '../layout/table.ts';
import type { ValueColumn } from './columns.ts';
import type { IndicatorRows } from './indicator-rows.ts';

/** What kind of value a cell holds, by its row among the indicator's; a cell over all rows may hold several, line by line. */
export function kindsOfCell(
  table: Table,
  cell: Cell,
  column: ValueColumn,
  rows: IndicatorRows,
): { kind: FigureKind; lines: readonly Line[] }[] {
  const { kinds } = column;
  const [only] = kinds;
  if (!only) return [];
  if (kinds.length === 1) return [{ kind: only, lines: cell.lines }];
  const height = rows.to - rows.from;
  if (cell.rowSpan < height) {
    const kind = kinds[subRow(table, cell, column, rows)] as FigureKind;
    return [{ kind, lines: cell.lines }];
  }
  if (cell.lines.length === kinds.length) {
    return kinds.map((kind, i) => ({ kind, lines: [cell.lines[i] as Line] }));
  }
  const [top, bottom] = [cell.box[1], cell.box[3]];
  const ink = cell.lines.map((line) => (line.box[1] + line.box[3]) / 2);
  const middle = ink.reduce((sum, y) => sum + y, 0) / ink.length;
  const share = Math.min(0.999, Math.max(0, (middle - top) / (bottom - top)));
  return [{ kind: kinds[Math.floor(share * kinds.length)] as FigureKind, lines: cell.lines }];
}

/**
 * Which of the column's rows a cell stands in. A page break may cut a row in two: then as many rows have values as there
 * are kinds, and their order tells.
 */
function subRow(
  table: Table,
  cell: Cell,
  { col, kinds }: ValueColumn,
  rows: IndicatorRows,
): number {
  const height = rows.to - rows.from;
  if (height > kinds.length) {
    const filled = table.cells.filter(
      (c) => covers(c, col) && c.lines.length > 0 && c.row >= rows.from && c.row < rows.to,
    );
    const starts = [...new Set(filled.map((c) => c.row))].sort((a, b) => a - b);
    if (starts.length === kinds.length) return starts.indexOf(cell.row);
  }
  const middle = cell.row + cell.rowSpan / 2 - rows.from;
  return Math.min(kinds.length - 1, Math.floor((middle / height) * kinds.length));
}
