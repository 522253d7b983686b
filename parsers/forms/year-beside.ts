import type { FormCell } from './cell.ts';
import type { RowLabels } from './figure-row.ts';
import { figureHeadOf } from './head.ts';
import type { RowOfFigures } from './row-of-figures.ts';
import { YEAR_OF_FIGURE } from './vocabulary/labels.ts';

/** Figures beside which, under one head with them, their year stands: 最新値 over 年度 and 数値. */
export function yearsBesideFigures(cells: RowOfFigures['cells']): ReadonlyMap<FormCell, FormCell> {
  const found = new Map<FormCell, FormCell>();
  for (const [i, { cell, columns }] of cells.entries()) {
    const next = cells[i + 1];
    const [over, own, ...more] = columns[0]?.heads ?? [];
    // The year of a baseline is told for the whole series.
    const isBaseline = over && figureHeadOf(over.folded, null).kind?.value === 'baseline';
    const isYear = own && more.length === 0 && YEAR_OF_FIGURE.test(own.folded);
    const pair = isYear && !isBaseline && next && next.columns[0]?.heads[0] === over;
    if (pair && figureHeadOf(cell.folded, null).year !== null) found.set(next.cell, cell);
  }
  return found;
}

/** The labels of a row with the year of one of its figures. */
export function withYear(labels: RowLabels, cell: FormCell, evaluated: number | null): RowLabels {
  return {
    ...labels,
    heads: [...labels.heads, { cell, head: figureHeadOf(cell.folded, evaluated) }],
  };
}
