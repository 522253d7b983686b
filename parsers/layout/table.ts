import type { Box } from '../records/place.ts';
import type { Line } from './lines.ts';
import { join, type PlacedText } from './text.ts';

/** A cell of a ruled table; rows and columns count from 0, the box runs along its borders (reading frame). */
export type Cell = {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly box: Box;
  readonly lines: readonly Line[];
  /** Struck-through text that stands in it: no part of what the cell says. */
  readonly struck: readonly Line[];
};

export type TableParts = {
  readonly box: Box;
  readonly rows: number;
  readonly cols: number;
  /** Where the columns' borders stand, cols + 1 of them. */
  readonly xs: readonly number[];
  /** Rows that begin a new page, in a table that was put together from several. */
  readonly breaks: readonly number[];
  /** Row by row, each from left to right. */
  readonly cells: readonly Cell[];
  /** Whether rules or backgrounds draw its cells; else white tells its columns. */
  readonly ruled: boolean;
};

/** A label and the cells that it labels, nearest first; `values` is empty where it labels none. */
export type LabelledCells = { readonly label: Cell; readonly values: readonly Cell[] };

/** Which cells are asked for; those with text, if nothing else is said. */
export type CellTest = (cell: Cell) => boolean;

export const holdsText: CellTest = (cell) => cell.lines.length > 0;

/** A ruled table that can be asked what stands where; it knows geometry, the caller knows what a label is. */
export class Table implements TableParts {
  readonly box: Box;
  readonly rows: number;
  readonly cols: number;
  readonly xs: readonly number[];
  readonly breaks: readonly number[];
  readonly cells: readonly Cell[];
  readonly ruled: boolean;
  #fields: (Cell | undefined)[] | null = null;

  constructor({ box, rows, cols, xs, breaks, cells, ruled }: TableParts) {
    this.box = box;
    this.rows = rows;
    this.cols = cols;
    this.xs = xs;
    this.breaks = breaks;
    this.cells = cells;
    this.ruled = ruled;
  }

  /** The cell around a field of the grid; null where none is, or outside. */
  at(row: number, col: number): Cell | null {
    if (row < 0 || col < 0 || row >= this.rows || col >= this.cols) return null;
    this.#fields ??= this.#index();
    return this.#fields[row * this.cols + col] ?? null;
  }

  /** Cells that share a row with this one and begin behind it, nearest first. */
  rightOf({ row, col, rowSpan, colSpan }: Cell): Cell[] {
    return this.#within(row, row + rowSpan, col + colSpan, this.cols).sort(byColumn);
  }

  /** Cells that share a row with this one and end before it, nearest first. */
  leftOf({ row, col, rowSpan }: Cell): Cell[] {
    return this.#within(row, row + rowSpan, 0, col).sort((a, b) => byColumn(b, a));
  }

  /** Cells that share a column with this one and begin below it, nearest first. */
  below({ row, col, rowSpan, colSpan }: Cell): Cell[] {
    return this.#within(row + rowSpan, this.rows, col, col + colSpan).sort(byRow);
  }

  /** Cells that share a column with this one and end above it, nearest first. */
  above({ row, col, colSpan }: Cell): Cell[] {
    return this.#within(0, row, col, col + colSpan).sort((a, b) => byRow(b, a));
  }

  /**
   * The headers over a cell, outermost first: of all that `isHeader` holds for, the nearest ones, up to where another
   * filled cell parts them from a head further up.
   */
  headersOver(cell: Cell, isHeader: CellTest = holdsText): Cell[] {
    return nearest(this.above(cell), isHeader).sort(byRow);
  }

  /** The headers left of a cell, outermost first: the nearest ones, as in `headersOver`. */
  headersBeside(cell: Cell, isHeader: CellTest = holdsText): Cell[] {
    return nearest(this.leftOf(cell), isHeader).sort(byColumn);
  }

  /**
   * Each label with the cells up to the next label to its right; with those below it where the label is the last of
   * its row or stands directly before another one. Blank cells are no values.
   */
  pairs(isLabel: CellTest): LabelledCells[] {
    return this.cells.filter(isLabel).map((label) => {
      const beside = until(this.rightOf(label), isLabel);
      const values = beside.length > 0 ? beside : until(this.below(label), isLabel);
      return { label, values: values.filter(holdsText) };
    });
  }

  #index(): (Cell | undefined)[] {
    const fields = new Array<Cell | undefined>(this.rows * this.cols);
    for (const cell of this.cells) {
      for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
        const from = row * this.cols + cell.col;
        fields.fill(cell, from, from + cell.colSpan);
      }
    }
    return fields;
  }

  /** The cells that touch a rectangle of fields and begin and end within its rows or columns, as it were cut out. */
  #within(top: number, bottom: number, left: number, right: number): Cell[] {
    const found = new Set<Cell>();
    for (let row = top; row < bottom; row++) {
      for (let col = left; col < right; col++) {
        const cell = this.at(row, col);
        if (!cell) continue;
        found.add(cell);
        col = Math.max(col, cell.col + cell.colSpan - 1);
      }
    }
    return [...found];
  }
}

const byRow = (a: Cell, b: Cell) => a.row - b.row || a.col - b.col;
const byColumn = (a: Cell, b: Cell) => a.col - b.col || a.row - b.row;

/** Cells before the first for which `stop` holds. */
function until(cells: readonly Cell[], stop: CellTest): Cell[] {
  const end = cells.findIndex(stop);
  return cells.slice(0, end < 0 ? cells.length : end);
}

/** Of cells that lead away from one: the first run for which the test holds; blank cells do not part it. */
function nearest(cells: readonly Cell[], holds: CellTest): Cell[] {
  const found: Cell[] = [];
  for (const cell of cells) {
    if (holds(cell)) found.push(cell);
    else if (found.length > 0 && holdsText(cell)) break;
  }
  return found;
}

/** Whether a column runs through the cell. */
export function covers(cell: Cell, col: number): boolean {
  return col >= cell.col && col < cell.col + cell.colSpan;
}

export function cellText(cell: Cell): PlacedText {
  return join(cell.lines);
}
