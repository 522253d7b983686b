import type { FormCell } from './cell.ts';
import { figureHeadOf } from './head.ts';
import type { FigureColumn } from './head-block.ts';
import type { RowOfFigures } from './row-of-figures.ts';
import { YEAR_OF_FIGURE } from './vocabulary/labels.ts';

/** Figures beside which, under one head with them, their year stands: 最新値 over 年度 and 数値, 策定時 over 実績 and 時点. */
export function yearsBesideFigures(cells: RowOfFigures['cells']): ReadonlyMap<FormCell, FormCell> {
  const found = new Map<FormCell, FormCell>();
  for (const [i, one] of cells.entries()) {
    const [over] = one.columns[0]?.heads ?? [];
    if (!over || !saysYear(one)) continue;
    const isUnder = (other: Column | undefined) =>
      other?.columns[0]?.heads[0] === over && !saysYear(other);
    const [before, behind] = [cells[i - 1], cells[i + 1]].map((b) => (isUnder(b) ? b : undefined));
    // 年度 between two figures may be of either.
    const figure = before && behind ? null : (before ?? behind);
    if (figure) found.set(figure.cell, one.cell);
  }
  return found;
}

type Column = RowOfFigures['cells'][number];

function saysYear({ cell, columns: [column] }: Column): boolean {
  const [, own, ...more] = column?.heads ?? [];
  const isYear = own !== undefined && more.length === 0 && YEAR_OF_FIGURE.test(own.folded);
  return isYear && figureHeadOf(cell.folded, null).year !== null;
}

/** The columns of a figure with the year beside it over their own heads. */
export const withYear = (columns: readonly FigureColumn[], year: FormCell): FigureColumn[] =>
  columns.map((column) => ({ ...column, heads: [year, ...column.heads] }));
