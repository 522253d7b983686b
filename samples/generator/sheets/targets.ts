import type { Figure, Indicator, Level, Sheet } from '../content.ts';
import type { Flow } from '../flow.ts';
import { type Cell, drawTable } from '../table.ts';
import { yearLabel } from '../years.ts';

const HEADER_ROWS = 2;

/** The columns right of the stub: the baseline, each year, and the achievement right of the evaluated year. */
type Columns = {
  readonly baseline: number;
  readonly achievement: number;
  readonly year: (fiscalYear: number) => number;
  readonly count: number;
};

/** A target table: two rows an indicator, the target above the actual value. */
export function targetTable(flow: Flow, sheet: Sheet, stub: readonly string[], level: Level): void {
  const indicators = sheet.indicators.filter((indicator) => indicator.level === level);
  const columns = columnsOf(sheet, stub.length);
  const starts = indicators.map((_, index) => HEADER_ROWS + 2 * index);
  const stubs = stub.length === 1 ? [39] : [20, 19];
  const values = columns.count - stub.length;
  drawTable(flow, {
    columns: [...stubs, ...Array.from({ length: values }, () => 61 / values)],
    rows: HEADER_ROWS + 2 * indicators.length,
    header: HEADER_ROWS,
    breaks: starts,
    dashed: flow.style.dashedSubRows ? starts.map((row) => row + 1) : [],
    cells: [
      ...header(flow, sheet, stub, columns),
      ...(stub.length === 2 ? initiativeStubs(sheet, indicators) : []),
      ...indicators.flatMap((indicator, index) => [
        nameCell(indicator, HEADER_ROWS + 2 * index, stub.length - 1),
        ...valueCells(flow, sheet, indicator, HEADER_ROWS + 2 * index, columns),
      ]),
    ],
  });
  flow.space(8);
}

function columnsOf(sheet: Sheet, stub: number): Columns {
  const evaluated = sheet.years.indexOf(sheet.fiscalYear);
  return {
    baseline: stub,
    achievement: stub + evaluated + 2,
    year: (fiscalYear) => {
      const index = sheet.years.indexOf(fiscalYear);
      return stub + 1 + index + (index > evaluated ? 1 : 0);
    },
    count: stub + sheet.years.length + 2,
  };
}

function header(flow: Flow, sheet: Sheet, stub: readonly string[], columns: Columns): Cell[] {
  const { columnYears, digits } = flow.style;
  const label = (fiscalYear: number) => yearLabel(fiscalYear, columnYears, digits);
  const center = { align: 'center' } as const;
  return [
    ...stub.map((text, col) => ({ row: 0, col, rows: HEADER_ROWS, text, ...center })),
    { row: 0, col: columns.baseline, text: label(sheet.baselineYear), ...center },
    { row: 1, col: columns.baseline, text: '現状値', ...center },
    ...sheet.years.flatMap((year) => {
      const cols = year === sheet.fiscalYear ? 2 : 1;
      const col = columns.year(year);
      return [
        { row: 0, col, cols, text: label(year), ...center },
        { row: 1, col, text: '目標値\n実績値', ...center },
      ];
    }),
    { row: 1, col: columns.achievement, text: '目標達成\n状況', ...center },
  ];
}

/** One stub cell for the neighbouring indicators of one initiative. */
function initiativeStubs(sheet: Sheet, indicators: readonly Indicator[]): Cell[] {
  return indicators.flatMap((indicator, index) => {
    if (indicators[index - 1]?.initiative === indicator.initiative) return [];
    const end = indicators.findIndex(
      (other, at) => at > index && other.initiative !== indicator.initiative,
    );
    const count = (end === -1 ? indicators.length : end) - index;
    const initiative = sheet.initiatives.find(({ number }) => number === indicator.initiative);
    if (!initiative) throw new Error(`no initiative ${indicator.initiative}`);
    const department = initiative.department === null ? '' : `（${initiative.department}）`;
    const space = sheet.format === 'mie-measure' ? '　' : '';
    const text = `${initiative.number}${space}${initiative.title}${department}`;
    return [{ row: HEADER_ROWS + 2 * index, col: 0, rows: 2 * count, text }];
  });
}

const nameCell = (indicator: Indicator, row: number, col: number): Cell => ({
  row,
  col,
  rows: 2,
  text: indicator.name,
});

function valueCells(
  flow: Flow,
  sheet: Sheet,
  indicator: Indicator,
  row: number,
  columns: Columns,
): Cell[] {
  const rows = flow.style.baselineSpansRows ? 2 : 1;
  const baseline = [
    ...(rows === 1 ? [valueCell(null, row, columns.baseline)] : []),
    { ...valueCell(indicator.baseline, row + 2 - rows, columns.baseline), rows },
  ];
  const targets = yearCells(sheet, indicator.targets, row, columns);
  const actuals = yearCells(sheet, indicator.actuals, row + 1, columns);
  const covered = targets.some(
    ({ col, cols }) => col < columns.achievement && col + (cols ?? 1) > columns.achievement,
  );
  const achievement = covered
    ? valueCell(indicator.achievement, row + 1, columns.achievement)
    : { ...valueCell(indicator.achievement, row, columns.achievement), rows: 2 };
  return [...baseline, ...targets, ...actuals, achievement];
}

/** One row of year cells; a figure that spans years takes their cells, the achievement's among them. */
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

const valueCell = (figure: Figure | null, row: number, col: number): Cell => ({
  row,
  col,
  text: figure?.text ?? '',
  align: 'center',
  ...(figure === null ? {} : { owner: figure }),
});
