import type { Figure, Indicator, Sheet } from '../content.ts';
import type { Style } from '../style.ts';
import type { Cell } from '../table.ts';
import { yearLabel } from '../years.ts';

/** Rows that one indicator takes. */
export const ROWS = 6;

/** An indicator whose rows are labelled in column 1 and whose years are the columns from 2 on. */
export function indicatorCells(
  style: Style,
  sheet: Sheet,
  indicator: Indicator,
  row: number,
): Cell[] {
  const { fiscalYear, years } = sheet;
  const { achievement, pastAchievements, targets, actuals } = indicator;
  const achievements = {
    ...pastAchievements,
    ...(achievement === null ? {} : { [fiscalYear]: achievement }),
  };
  const across = { col: 2, cols: years.length };
  const label = (at: number, text: string): Cell => ({ row: row + at, col: 1, text });
  const figures = (at: number, ofYears: Readonly<Record<number, Figure>>): Cell[] =>
    years.map((year, index) => {
      const figure = ofYears[year];
      const cell = { row: row + at, col: 2 + index, text: figure?.text ?? '' };
      return { ...cell, align: 'right', ...(figure ? { owner: figure } : {}) };
    });
  return [
    label(0, '指標名'),
    { row, ...across, text: indicator.name },
    label(1, '単位'),
    { row: row + 1, ...across, text: indicator.unit ?? '' },
    label(2, '年度'),
    ...years.map((year, index): Cell => {
      const text = yearLabel(year, style.columnYears, style.digits);
      return { row: row + 2, col: 2 + index, text, align: 'center' };
    }),
    label(3, '目標'),
    ...figures(3, targets),
    label(4, '実績'),
    ...figures(4, actuals),
    label(5, '達成率'),
    ...figures(5, achievements),
  ];
}
