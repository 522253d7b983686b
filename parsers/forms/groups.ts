import { type FormCell, labelOdds } from './cell.ts';
import { bottom, end, type FormTable } from './form-table.ts';

/**
 * Labels of a row that each stand over several cells of the next one: 一次評価 and 二次評価 over pairs side by side. None
 * where the row says something itself.
 */
export function groupsAt(table: FormTable, row: number): readonly FormCell[] {
  const cells = table.starting(row).filter((cell) => cell.look !== 'empty');
  const over = cells.every(
    (cell) =>
      cell.colSpan > 1 && cell.look === 'words' && labelOdds(cell) > 0 && isOverPairs(table, cell),
  );
  return cells.length > 1 && over ? cells : [];
}

function isOverPairs(table: FormTable, group: FormCell): boolean {
  const below = bottom(group) < table.rows ? table.starting(bottom(group)) : [];
  const inside = below.filter((cell) => cell.col >= group.col && end(cell) <= end(group));
  const [first, second] = inside;
  return (
    first !== undefined &&
    second !== undefined &&
    first.col === group.col &&
    end(inside.at(-1) as FormCell) === end(group) &&
    labelOdds(first) > labelOdds(second)
  );
}

/** The group that a cell stands under; undefined where it reaches beyond one. */
export const groupOver = (groups: readonly FormCell[], cell: FormCell): FormCell | undefined =>
  groups.find((group) => cell.col >= group.col && end(cell) <= end(group));
