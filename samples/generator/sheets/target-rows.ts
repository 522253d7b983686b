import type { Figure, Indicator, Sheet } from '../content.ts';
import type { Style } from '../style.ts';
import type { Cell } from '../table.ts';

/** Where the columns right of the stub stand: the baseline, each year, and achievements right of their years. */
export type Columns = {
  readonly baseline: number;
  readonly year: (fiscalYear: number) => number;
  readonly achievement: (fiscalYear: number) => number | null;
  readonly count: number;
};

export function columnsOf(sheet: Sheet, stub: number, pastAchievements: boolean): Columns {
  const achieved = (year: number) =>
    year === sheet.fiscalYear || (pastAchievements && year < sheet.fiscalYear);
  const before = (year: number) => sheet.years.filter((other) => other < year);
  const year = (fiscalYear: number) =>
    stub + 1 + before(fiscalYear).length + before(fiscalYear).filter(achieved).length;
  return {
    baseline: stub,
    year,
    achievement: (fiscalYear) => (achieved(fiscalYear) ? year(fiscalYear) + 1 : null),
    count: stub + 1 + sheet.years.length + sheet.years.filter(achieved).length,
  };
}

/** The two rows of an indicator's values, from `row` on. */
export function valueCells(
  style: Style,
  sheet: Sheet,
  indicator: Indicator,
  row: number,
  columns: Columns,
): Cell[] {
  const rows = style.baselineSpansRows ? 2 : 1;
  const targets = yearCells(sheet, indicator.targets, row, columns);
  return [
    ...(rows === 1 ? [valueCell(null, row, columns.baseline)] : []),
    { ...valueCell(indicator.baseline, row + 2 - rows, columns.baseline), rows },
    ...targets,
    ...yearCells(sheet, indicator.actuals, row + 1, columns),
    ...achievementCells(sheet, indicator, row, columns, targets),
  ];
}

/** One row of year cells; a figure that spans years takes their cells, achievements among them. */
function yearCells(
  sheet: Sheet,
  figures: Readonly<Record<number, Figure>>,
  row: number,
  columns: Columns,
): Cell[] {
  const cells: Cell[] = [];
  let covered = 0;
  for (const year of sheet.years) {
    if (year <= covered) continue;
    const figure = figures[year] ?? null;
    covered = figure?.through ?? year;
    const col = columns.year(year);
    const cols = columns.year(covered) - col + 1;
    cells.push({ ...valueCell(figure, row, col), cols });
  }
  return cells;
}

/** Achievements take both rows, or the lower one where a target's span has taken the upper. */
function achievementCells(
  sheet: Sheet,
  indicator: Indicator,
  row: number,
  columns: Columns,
  targets: readonly Cell[],
): Cell[] {
  return sheet.years.flatMap((year) => {
    const col = columns.achievement(year);
    if (col === null) return [];
    const past = indicator.pastAchievements?.[year] ?? null;
    const figure = year === sheet.fiscalYear ? indicator.achievement : past;
    const taken = targets.some((cell) => cell.col < col && cell.col + (cell.cols ?? 1) > col);
    if (taken) return [valueCell(figure, row + 1, col)];
    return [{ ...valueCell(figure, row, col), rows: 2 }];
  });
}

const valueCell = (figure: Figure | null, row: number, col: number): Cell => ({
  row,
  col,
  text: figure?.text ?? '',
  align: 'center',
  ...(figure === null ? {} : { owner: figure }),
  ...(figure?.struck === undefined ? {} : { struck: figure.struck }),
});
