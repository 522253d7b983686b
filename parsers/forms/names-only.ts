import { type FormCell, labelOdds } from './cell.ts';
import { bottom, end, type FormTable } from './form-table.ts';

/** Whether a cell only names others: a band across its table, a head of several cells, or the label of empty ones. */
export function namesOnly(cell: FormCell, table: FormTable): boolean {
  if (cell.look === 'prose' || cell.look === 'choice') return false;
  if (cell.colSpan === table.cols && bottom(cell) < table.rows) return true;
  if (labelOdds(cell) <= 0) return false;
  const right = beside(cell, (i) => table.at(cell.row + i, end(cell)), cell.rowSpan);
  const below = beside(cell, (i) => table.at(bottom(cell), cell.col + i), cell.colSpan);
  return [right, below].some(
    (cells) => cells.length > 1 || (cells.length === 1 && cells[0]?.look === 'empty'),
  );
}

const beside = (cell: FormCell, at: (i: number) => FormCell | null, length: number): FormCell[] =>
  [
    ...new Set(
      Array.from({ length }, (_, i) => at(i)).filter((one) => one !== null && one !== cell),
    ),
  ] as FormCell[];
