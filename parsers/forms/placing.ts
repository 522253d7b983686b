import { yearsIn } from '../japanese/years.ts';
import type { FormContext } from './context.ts';
import type { FigureHead, LabelYear } from './head.ts';
import type { FigureCell, FigureSeries } from './series.ts';

/** Of which year and kind a figure is. */
export type YearAndKind = {
  readonly kind: FigureHead['kind'];
  readonly year: LabelYear | null;
  readonly through: number | null;
  /** What was concluded, from what; null where the labels say it all. */
  readonly inferred: string | null;
};

/** A cell whose column says what it is: one over several rows, and what had been reached in the year of the baseline. */
const keepsToColumn = ({ cell, row, column }: FigureCell): boolean => {
  const base = column.kind?.value === 'baseline' && row?.kind?.value === 'actual';
  return column.kind !== null && (cell.rowSpan > 1 || base);
};

/** What a cell's row says wins over what its column says. */
export const kindOf = (observation: FigureCell): FigureHead['kind'] =>
  (keepsToColumn(observation) ? null : observation.row?.kind) ?? observation.column.kind ?? null;

/** Kind and year of a cell. */
export function whereOf(
  observation: FigureCell,
  series: FigureSeries,
  context: FormContext,
): YearAndKind {
  const { cell, row, column, lastColumn } = observation;
  const kept = keepsToColumn(observation);
  const kind = kindOf(observation);
  const inCell = yearsIn(cell.folded.replace(/^[^()]*/, ''), context.evaluated)[0] ?? null;
  const said = kept ? column.year : (row?.year ?? column.year);
  const year = said ?? yearBeside(column, series, context.evaluated) ?? inCell;
  const through = lastColumn?.year?.fiscalYear ?? column.through;
  const notes: string[] = [];
  if (year?.relative) notes.push(`「${year.relative}」 is told from the evaluated year`);
  let taken = year;
  if (!year && context.evaluated !== null && mayBeEvaluated(kind, column, row)) {
    taken = { fiscalYear: context.evaluated, relative: null };
    notes.push('no label names its year, the evaluated one is taken');
  }
  let concluded = kind;
  if (!kind && taken && AIMED_AT.test(series.labels.name?.folded ?? '')) {
    concluded = TARGET;
    notes.push('its name says that it was aimed at');
  } else if (!kind && taken && EXPECTED.test(series.labels.name?.folded ?? '')) {
    concluded = FORECAST;
    notes.push('its name says that it was expected');
  } else if (
    !kind &&
    taken &&
    context.evaluated !== null &&
    taken.fiscalYear <= context.evaluated
  ) {
    concluded = ACTUAL;
    notes.push(
      'no label says whether it was aimed at or reached, a year that is over is taken as reached',
    );
  }
  return {
    kind: concluded,
    year: taken,
    through: through && taken && through > taken.fiscalYear ? through : null,
    inferred: notes.length > 0 ? notes.join('; ') : null,
  };
}

/** The year that a column of its own gives the last target or the baseline: 目標年度 H29. */
function yearBeside(
  column: FigureHead,
  series: FigureSeries,
  evaluated: number | null,
): LabelYear | null {
  const value = column.kind?.value;
  const cell =
    value === 'target' ? series.targetYear : value === 'baseline' ? series.baseYear : null;
  return cell ? (yearsIn(cell.folded, evaluated)[0] ?? null) : null;
}

/** 目標効果額 */
const AIMED_AT = /^(?:[①-⑳]|\d[.．]?)?(?:目標|計画|予定)/;
/** 量の見込み */
const EXPECTED = /見込み?(?:量|数|値)?$/;
const FORECAST = { value: 'forecast', money: null, rate: null } as const;
const TARGET = { value: 'target', money: null, rate: null } as const;
const ACTUAL = { value: 'actual', money: null, rate: null } as const;

/** A baseline or a final target is of another year than the evaluated one. */
function mayBeEvaluated(
  kind: FigureHead['kind'],
  column: FigureHead,
  row: FigureHead | null,
): boolean {
  if (!kind || kind.value === 'baseline' || kind.value === 'forecast') return false;
  return !(kind.value === 'target' && (column.final || row?.final));
}
