import { type Cell, Table } from '../layout/table.ts';
import type { FormCell } from './cell.ts';
import { bottom, end, type FormTable, tableOf } from './form-table.ts';
import { figureHeadOf, headsFigures } from './head.ts';

/** Rows of a table whose rows are columns here, and its columns rows. */
export type Turned = { readonly table: FormTable; readonly to: number };

/** Rows that a year or a kind heads, at least. */
const MIN_HEADS = 2;

/**
 * Names side by side over rows that years and kinds head, 単位 and 判定 among them: 指標 | 参加者数 | 満足度 over 目標 and 実績
 * of each year. Turned it is what other forms print: a row of figures for each name.
 */
export function turnedAt(table: FormTable, row: number): Turned | null {
  const stub = table.at(row, 0);
  if (!stub || stub.row !== row || stub.look === 'figure' || stub.look === 'head') return null;
  const firstCol = end(stub);
  const top = bottom(stub);
  const names = top > 0 ? table.through(top - 1).filter(({ col }) => col >= firstCol) : [];
  if (names.length < 2 || !names.every(isName)) return null;
  let to = top;
  let heads = 0;
  while (to < table.rows && keepsTo(table, to, firstCol, names)) {
    // Years over columns head them: what stands further up is the name of one thing and its unit.
    if (table.through(to).some(({ col, look }) => col >= firstCol && look === 'head')) return null;
    if (isHeaded(table, to, firstCol)) heads++;
    to++;
  }
  return heads >= MIN_HEADS ? { table: turned(table, row, to), to } : null;
}

const isName = ({ look }: FormCell) => look === 'words' || look === 'prose';

/** A row with labels of its own, and a cell under each name. */
function keepsTo(
  table: FormTable,
  row: number,
  firstCol: number,
  names: readonly FormCell[],
): boolean {
  const through = table.through(row);
  const labels = through.filter(({ col }) => col < firstCol);
  const cells = through.filter(({ col }) => col >= firstCol);
  return (
    labels.every((cell) => end(cell) <= firstCol && cell.look !== 'figure') &&
    labels.some(({ look }) => look !== 'empty') &&
    cells.length === names.length &&
    cells.every(
      ({ col, colSpan, rowSpan }, i) =>
        col === names[i]?.col && colSpan === names[i].colSpan && rowSpan === 1,
    )
  );
}

/** Beside figures stand a year or a kind, and nothing else. */
function isHeaded(table: FormTable, row: number, firstCol: number): boolean {
  const through = table.through(row);
  const figures = through.filter(({ col, look }) => col >= firstCol && look === 'figure');
  const cells = through.filter(({ col }) => col >= firstCol);
  return (
    figures.length * 2 > cells.length &&
    through.some(({ col, folded }) => col < firstCol && headsFigures(figureHeadOf(folded, null)))
  );
}

function turned(table: FormTable, from: number, to: number): FormTable {
  const cells = new Map<Cell, FormCell>();
  for (const [i, cell] of table.grid.cells.entries()) {
    if (cell.row < from || cell.row + cell.rowSpan > to) continue;
    const { row, col, rowSpan, colSpan } = cell;
    const place = { row: col, col: row - from, rowSpan: colSpan, colSpan: rowSpan };
    cells.set({ ...cell, ...place }, { ...(table.cells[i] as FormCell), ...place });
  }
  const inOrder = [...cells.keys()].sort((a, b) => a.row - b.row || a.col - b.col);
  const tops = inOrder.map(({ col, box }) => [col, box[1]] as const);
  const grid = new Table({
    ...table.grid,
    rows: table.cols,
    cols: to - from,
    xs: [...new Map(tops).values(), table.grid.box[3]],
    breaks: [],
    cells: inOrder,
  });
  return tableOf(grid, (cell) => cells.get(cell) as FormCell);
}
