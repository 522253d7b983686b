import { yearsIn } from '../japanese/years.ts';
import { type Cell, covers, isFilled, Table } from '../layout/table.ts';
import { folded, isHead } from './heads.ts';
import type { Reading } from './reading.ts';

/** A table with its names in their own column, and the header cell over them. */
export type Named = { readonly table: Table; readonly header: Cell | null };

/** A name is no longer than this. */
const MAX_NAME = 60;

/**
 * A target table whose names stand in rows of their own, across the table above their figures, as one that has them beside
 * those; any other table as it is.
 */
export function withNamesBeside(table: Table, reading: Reading): Named {
  const rows = nameRowsOf(table, reading);
  const [first] = rows;
  const header = first && table.at(0, 0);
  if (!first || !header) return { table, header: null };
  const isLabelled = table.cells.some(
    (cell) => cell.row > first.row && cell.col === 0 && !rows.includes(cell) && isFilled(cell),
  );
  const shift = isLabelled ? 1 : 0;
  const names = rows.map((cell, i): Cell => {
    const end = rows[i + 1]?.row ?? table.rows;
    return { ...cell, row: cell.row + 1, rowSpan: end - cell.row - 1, col: 0, colSpan: 1 };
  });
  const named = { ...header, col: 0, colSpan: 1 };
  const others = table.cells.filter(
    (cell) => cell !== header && !rows.includes(cell) && (shift > 0 || !isUnder(cell, first)),
  );
  const moved = others.map((cell): Cell => ({ ...cell, col: cell.col + shift }));
  return {
    table: new Table({
      ...table,
      cols: table.cols + shift,
      xs: shift > 0 ? [table.xs[0] as number, ...table.xs] : table.xs,
      cells: [named, ...names, ...moved].sort((a, b) => a.row - b.row || a.col - b.col),
    }),
    header: named,
  };
}

const isUnder = (cell: Cell, first: Cell) => cell.row > first.row && cell.col === 0;

/** Cells across the table with a name in each, below its head; between them stand figures, at most labelled by kinds. */
function nameRowsOf(table: Table, reading: Reading): Cell[] {
  const across = table.cells.filter((cell) => cell.colSpan === table.cols && isFilled(cell));
  const [first] = across.filter((cell) => cell.row > 0);
  if (!first || table.cols < 3) return [];
  const head = table.cells.filter((cell) => cell.row < first.row && isHead(cell, reading));
  const isName = (cell: Cell) =>
    folded(cell).length <= MAX_NAME &&
    !isHead(cell, reading) &&
    yearsIn(folded(cell), null).length === 0;
  if (head.length < 2 || across.some((cell) => cell.row < first.row || !isName(cell))) return [];
  const beside = table.cells.filter(
    (cell) => cell.row > first.row && covers(cell, 0) && isFilled(cell) && !across.includes(cell),
  );
  const isFigures = across.every(({ row }, i) =>
    table.cells.some(
      (cell) =>
        cell.row > row &&
        cell.row < (across[i + 1]?.row ?? table.rows) &&
        cell.col > 0 &&
        /\d/.test(folded(cell)),
    ),
  );
  return isFigures && beside.every((cell) => isHead(cell, reading)) ? across : [];
}
