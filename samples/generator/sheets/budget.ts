import type { BudgetLine, Sheet } from '../content.ts';
import type { Flow } from '../flow.ts';
import { drawTable } from '../table.ts';
import { yearLabel } from '../years.ts';

/** The money table with its unit above the right edge. */
export function budgetTable(flow: Flow, sheet: Sheet): void {
  const { style } = flow;
  const years = sheet.budgetYears;
  const unit = sheet.budget.find((line) => line.unit !== '人')?.unit ?? '百万円';
  flow.reserve(30 + 20 * sheet.budget.length);
  flow.paragraph(`（単位：${unit}）`, { size: style.cell, align: 'right' });
  drawTable(flow, {
    columns: [20, ...years.map(() => 80 / years.length)],
    rows: 1 + sheet.budget.length,
    header: 1,
    breaks: [],
    cells: [
      { row: 0, col: 0, text: '' },
      ...years.map((year, index) => ({
        row: 0,
        col: 1 + index,
        text: yearLabel(year, style.budgetYears, style.digits),
        align: 'center' as const,
      })),
      ...sheet.budget.flatMap((line, index) => [
        {
          row: 1 + index,
          col: 0,
          text: lineLabel(line, style.spacedLabels),
          align: 'center' as const,
        },
        ...years.map((year, at) => {
          const amount = line.amounts[year];
          return {
            row: 1 + index,
            col: 1 + at,
            text: amount?.text ?? '',
            align: line.unit === '人' ? ('center' as const) : style.amounts,
            ...(amount ? { owner: amount } : {}),
          };
        }),
      ]),
    ],
  });
  flow.space(10);
}

function lineLabel({ name, unit }: BudgetLine, spaced: boolean): string {
  const label = spaced ? Array.from(name).join('　') : name;
  return unit === '人' ? `（${label}）` : label;
}
