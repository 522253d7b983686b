import { yearsIn } from '../japanese/years.ts';
import { type Cell, covers, holdsText, Table } from '../layout/table.ts';
import { folded, isHead } from './heads.ts';
import type { Reading } from './reading.ts';
import { initiativeColumn, type Stubs } from './stubs.ts';

/** A table with its names in their own column, and the header cells over them and over what they belong to. */
export type NamedTable = { readonly table: Table; readonly stubs: Stubs | null };

/** A name is no longer than this. */
const MAX_NAME = 60;
/** Figures of fewer columns are no table of years. */
const MIN_COLUMNS = 3;

/**
 * A target table whose names stand in rows of their own, across the table above their figures, as one that has them beside
 * those; any other table as it is. Left of the names may stand the initiatives that they belong to.
 */
export function withNamesBeside(table: Table, reading: Reading): NamedTable {
  for (let col = 0; col <= table.cols - MIN_COLUMNS; col++) {
    const rows = nameRowsOf(table, col, reading);
    const [first] = rows;
    const header = first && table.at(first.row - 1, col);
    if (!first || !header) continue;
    const named = moved(table, rows, header);
    const stubs = table.cells.filter((cell) => cell.col < col && cell.row <= header.row);
    const initiative = initiativeColumn(table, stubs, header, reading);
    if (col === 0 || initiative) return { table: named, stubs: { name: header, initiative } };
  }
  return { table, stubs: null };
}

/** Each name beside the rows below it, in a column of its own where those are labelled. */
function moved(table: Table, rows: readonly Cell[], header: Cell): Table {
  const { col } = header;
  const from = rows[0]?.row ?? 0;
  const isUnder = (cell: Cell) => cell.row > from && cell.col === col && !rows.includes(cell);
  const shift = table.cells.some((cell) => isUnder(cell) && holdsText(cell)) ? 1 : 0;
  const names = rows.map((cell, i): Cell => {
    const end = rows[i + 1]?.row ?? table.rows;
    return { ...cell, row: cell.row + 1, rowSpan: end - cell.row - 1, colSpan: 1 };
  });
  const others = table.cells.filter(
    (cell) => cell !== header && !rows.includes(cell) && (shift > 0 || !isUnder(cell)),
  );
  const aside = others.map((cell): Cell => {
    if (cell.col >= col) return { ...cell, col: cell.col + shift };
    return cell.col + cell.colSpan > col ? { ...cell, colSpan: cell.colSpan + shift } : cell;
  });
  return new Table({
    ...table,
    cols: table.cols + shift,
    xs: shift > 0 ? [...table.xs.slice(0, col + 1), ...table.xs.slice(col)] : table.xs,
    cells: [header, ...names, ...aside].sort((a, b) => a.row - b.row || a.col - b.col),
  });
}

/** Cells from a column to the table's end with a name in each, below the head; between them stand figures, at most labelled by kinds. */
function nameRowsOf(table: Table, col: number, reading: Reading): Cell[] {
  const all = table.cells.filter(
    (cell) => cell.col === col && cell.col + cell.colSpan === table.cols && holdsText(cell),
  );
  const heads = table.cells.filter((cell) => isHead(cell, reading));
  const across = all.filter(({ row }) => heads.filter((cell) => cell.row < row).length >= 2);
  const [first] = across;
  const isName = (cell: Cell) =>
    folded(cell).length <= MAX_NAME &&
    !isHead(cell, reading) &&
    yearsIn(folded(cell), null).length === 0;
  if (!first || !across.every(isName)) return [];
  const beside = table.cells.filter(
    (cell) =>
      cell.row > first.row && covers(cell, col) && holdsText(cell) && !across.includes(cell),
  );
  const isFigures = across.every(({ row }, i) =>
    table.cells.some(
      (cell) =>
        cell.row > row &&
        cell.row < (across[i + 1]?.row ?? table.rows) &&
        cell.col > col &&
        /\d/.test(folded(cell)),
    ),
  );
  return isFigures && beside.every((cell) => isHead(cell, reading)) ? across : [];
}
