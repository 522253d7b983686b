import type { FormCell } from './cell.ts';
import { bottom, type FormTable, tableOf } from './form-table.ts';

const YEARS = /^(?:年度?|年次)$/;
const NUMBER = /^\d{1,2}$/;

/** A table in which numbers that follow one another below 年度, 28 29 30, are known as years. */
export function withBareYears(table: FormTable): FormTable {
  const years = new Set(
    table.cells.filter(({ folded }) => YEARS.test(folded)).flatMap((head) => below(table, head)),
  );
  if (years.size === 0) return table;
  const cells = new Map(table.grid.cells.map((cell, i) => [cell, table.cells[i] as FormCell]));
  return tableOf(table.grid, (one) => {
    const cell = cells.get(one) as FormCell;
    return years.has(cell) ? { ...cell, folded: `${cell.folded}年度`, look: 'head' } : cell;
  });
}

/** The numbers that count on below a head, two at least. */
function below(table: FormTable, head: FormCell): FormCell[] {
  const found: FormCell[] = [];
  for (let row = bottom(head); row < table.rows; ) {
    const cell = table.at(row, head.col);
    if (cell?.col !== head.col || cell.colSpan !== head.colSpan) break;
    const last = found.at(-1);
    const next = last === undefined || Number(cell.folded) === Number(last.folded) + 1;
    if (!NUMBER.test(cell.folded) || !next) break;
    found.push(cell);
    row = bottom(cell);
  }
  return found.length > 1 ? found : [];
}
