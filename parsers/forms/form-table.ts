import type { Reword } from '../formats/form-format.ts';
import { type Cell, covers, Table } from '../layout/table.ts';
import type { Fill } from '../pdf/page.ts';
import { hasBackground } from './background.ts';
import { type FormCell, formCell } from './cell.ts';

/** A table whose cells are known by what they look like. */
export type FormTable = {
  readonly rows: number;
  readonly cols: number;
  readonly grid: Table;
  readonly cells: readonly FormCell[];
  /** The cell around a field of the grid. */
  readonly at: (row: number, col: number) => FormCell | null;
  /** Cells that run through a row, from left to right. */
  readonly through: (row: number) => FormCell[];
  /** Cells that begin in a row, from left to right. */
  readonly starting: (row: number) => FormCell[];
};

export const formTable = (table: Table, fills: readonly Fill[], reword: Reword): FormTable =>
  tableOf(table, (cell) => formCell(cell, hasBackground(cell.box, fills), reword));

/** The same table, its cells with what the sheet's habits say of them. */
export function withLeaning(table: FormTable, leaning: (cell: FormCell) => number): FormTable {
  const cells = new Map(table.grid.cells.map((cell, i) => [cell, table.cells[i] as FormCell]));
  return tableOf(table.grid, (one) => {
    const cell = cells.get(one) as FormCell;
    return { ...cell, leaning: leaning(cell) };
  });
}

export function tableOf(table: Table, read: (cell: Cell) => FormCell): FormTable {
  const known = new Map<Cell, FormCell>(table.cells.map((cell) => [cell, read(cell)]));
  const at = (row: number, col: number): FormCell | null => {
    const cell = table.at(row, col);
    return cell ? (known.get(cell) ?? null) : null;
  };
  const through = (row: number): FormCell[] => {
    const found: FormCell[] = [];
    for (let col = 0; col < table.cols; col++) {
      const cell = at(row, col);
      if (cell && cell !== found.at(-1)) found.push(cell);
    }
    return found;
  };
  return {
    rows: table.rows,
    cols: table.cols,
    grid: table,
    cells: [...known.values()],
    at,
    through,
    starting: (row) => through(row).filter((cell) => cell.row === row),
  };
}

/** The cells of some rows and columns as a table of their own; those that reach beyond are cut. */
export function partOf(
  table: FormTable,
  [from, to]: readonly [number, number],
  cols: readonly number[],
): FormTable {
  const { grid } = table;
  const parts = new Map<Cell, FormCell>();
  for (const [i, cell] of grid.cells.entries()) {
    const inside = cols.flatMap((col, at) => (covers(cell, col) ? [at] : []));
    const rows = [Math.max(cell.row, from), Math.min(cell.row + cell.rowSpan, to)] as const;
    const [col] = inside;
    if (col === undefined || rows[0] >= rows[1]) continue;
    const place = {
      row: rows[0] - from,
      col,
      rowSpan: rows[1] - rows[0],
      colSpan: inside.length,
    };
    parts.set({ ...cell, ...place }, { ...(table.cells[i] as FormCell), ...place });
  }
  const xs = [...cols.map((col) => grid.xs[col] as number), grid.xs.at(-1) as number];
  const part = new Table({
    ...grid,
    rows: to - from,
    cols: cols.length,
    xs,
    cells: [...parts.keys()],
  });
  return tableOf(part, (cell) => parts.get(cell) as FormCell);
}

export const end = (cell: FormCell): number => cell.col + cell.colSpan;
export const bottom = (cell: FormCell): number => cell.row + cell.rowSpan;

/** Rows or columns from one to before another. */
export const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, i) => from + i);
