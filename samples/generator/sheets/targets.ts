import type { Indicator, Level, Sheet } from '../content.ts';
import type { Flow } from '../flow.ts';
import type { Style } from '../style.ts';
import { type Cell, drawTable } from '../table.ts';
import { yearLabel } from '../years.ts';
import { type Columns, columnsOf, valueCells } from './target-rows.ts';

const HEADER_ROWS = 2;

/** A target table: two rows an indicator, the target above the actual value. */
export function targetTable(flow: Flow, sheet: Sheet, stub: readonly string[], level: Level): void {
  const { style } = flow;
  const indicators = sheet.indicators.filter((indicator) => indicator.level === level);
  const columns = columnsOf(sheet, stub.length, style.pastAchievements);
  const starts = indicators.map((_, index) => HEADER_ROWS + 2 * index);
  const values = columns.count - stub.length;
  const stubs = stub.length === 1 ? [39] : [20, 19];
  const room = style.pastAchievements ? 70 : 61;
  drawTable(flow, {
    columns: [...stubs, ...Array.from({ length: values }, () => room / values)],
    rows: HEADER_ROWS + 2 * indicators.length,
    header: HEADER_ROWS,
    breaks: starts,
    dashed: style.dashedSubRows ? starts.map((row) => row + 1) : [],
    cells: [
      ...header(style, sheet, stub, columns),
      ...(stub.length === 2 ? initiativeStubs(style, sheet, indicators) : []),
      ...indicators.flatMap((indicator, index) => {
        const row = HEADER_ROWS + 2 * index;
        const name = { row, col: stub.length - 1, rows: 2, text: indicator.name };
        return [name, ...valueCells(style, sheet, indicator, row, columns)];
      }),
    ],
  });
  flow.space(8);
}

function header(style: Style, sheet: Sheet, stub: readonly string[], columns: Columns): Cell[] {
  const label = (fiscalYear: number) => yearLabel(fiscalYear, style.columnYears, style.digits);
  const center = { align: 'center' } as const;
  return [
    ...stub.map((text, col) => ({ row: 0, col, rows: HEADER_ROWS, text, ...center })),
    { row: 0, col: columns.baseline, text: label(sheet.baselineYear), ...center },
    { row: 1, col: columns.baseline, text: style.kinds.baseline, ...center },
    ...sheet.years.flatMap((year) => {
      const col = columns.year(year);
      const cols = columns.achievement(year) === null ? 1 : 2;
      return [
        { row: 0, col, cols, text: label(year), ...center },
        { row: 1, col, text: `${style.kinds.target}\n${style.kinds.actual}`, ...center },
      ];
    }),
    ...sheet.years
      .map((year) => columns.achievement(year))
      .filter((col) => col !== null)
      .map((col) => ({ row: 1, col, text: style.kinds.achievement, ...center })),
  ];
}

/** One stub cell for the neighbouring indicators of one initiative. */
function initiativeStubs(style: Style, sheet: Sheet, indicators: readonly Indicator[]): Cell[] {
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
    const top = style.stubs === 'top';
    return [{ row: HEADER_ROWS + 2 * index, col: 0, rows: 2 * count, text, top }];
  });
}
