import { comparable } from '../japanese/characters.ts';
import { find } from '../japanese/folded.ts';
import { yearsIn } from '../japanese/years.ts';
import { type PlacedText, slice, trim, valueText, withoutSpaces } from '../layout/text.ts';
import type { Achievement, Indicator, IndicatorValue, Level } from '../records/indicator.ts';
import { checkAchievement } from '../sheets/achievement.ts';
import { besideValue, oddities } from '../sheets/odd-figures.ts';
import type { FormCell } from './cell.ts';
import type { Context } from './context.ts';
import { isLevel } from './figure-row.ts';
import type { Head, LabelYear } from './head.ts';
import { spaced } from './lines.ts';
import { bareName, levelIn, unitOff } from './naming.ts';
import { readFigure } from './reading.ts';
import type { Observation, Series } from './series.ts';
import { STACK_NOTE } from './stacked.ts';

/**
 * An indicator as a sheet's record has it.
 * @param heading what stands over its table; it may say the level
 * @param unitsInNames whether the names of its table end in units
 */
export function indicatorOf(
  series: Series,
  heading: string,
  unitsInNames: boolean,
  context: Context,
): Indicator | null {
  const { labels, bands } = series;
  if (!labels.name || isYear(labels.name)) return null;
  const bare = bareName(withoutNote(spaced(labels.name.lines)));
  const nowhere = labels.unit === null && ownUnit(series.observations) === null;
  const said = unitsInNames || /単位/.test(labels.nameHead?.folded ?? '');
  const named = unitOff(bare.name, said || (nowhere && ENDS_IN_UNIT.test(labels.name.folded)));
  const placed = series.observations.map((o) => ({
    observation: o,
    where: whereOf(o, series, context),
  }));
  const values = placed.flatMap(({ observation, where }) => value(observation, where, context));
  const printed =
    labels.unit ?? series.notes.find(({ label }) => label.folded === '単位')?.cell ?? null;
  const own = ownUnit(series.observations);
  const columns =
    series.observations.find(
      ({ column, row }) => column.unit !== null && !(row?.kind ?? column.kind)?.rate,
    )?.column.unit ?? null;
  const outside = named.unit ?? printed?.text ?? null;
  const unit =
    own ??
    (printed ? withoutSpaces(printed.text).text : null) ??
    columns ??
    (outside ? withoutSpaces(outside).text : null);
  const achievements = placed.flatMap(({ observation, where }) =>
    achievement(observation, where, values, context),
  );
  context.claims.claim(labels.name.text, ...(printed ? [printed.text] : []));
  context.claims.claim(...labels.heads.map(({ cell }) => cell.text));
  context.claims.claim(...[...bands, ...labels.path].map((cell) => cell.text));
  const past = achievements.filter((a) => a.fiscalYear !== context.evaluated);
  return {
    id: '',
    level: labels.level ?? bare.level ?? levelOf(bands) ?? levelIn(comparable(heading)),
    path: [...bands.filter((band) => !isLevel(band)), ...labels.path].map(
      (cell) => withoutSpaces(cell.text).text,
    ),
    initiative: null,
    name: withoutSpaces(named.name).text,
    description: null,
    targetRationale: null,
    unit,
    values,
    achievement: achievements.find((a) => a.fiscalYear === context.evaluated) ?? null,
    pastAchievements: past,
  };
}

/** Where no unit is printed elsewhere, a short word in parentheses behind the name is it: （地点）. */
const ENDS_IN_UNIT = /[^()]\([^()\d]{1,3}\)$/;

/** A name without what it says of figures one above the other. */
function withoutNote(name: PlacedText): PlacedText {
  const from = find(name.text, STACK_NOTE)?.all[0];
  return from === undefined ? name : trim(slice(name, 0, from));
}

/** A year is no name: its figures are of something that was not found. */
const isYear = ({ look, folded }: FormCell): boolean =>
  look === 'head' && yearsIn(folded, ANY_YEAR).length > 0;
const ANY_YEAR = 2015;

/** 活動指標 across the table, over the rows of that level. */
const levelOf = (bands: readonly FormCell[]): Level | null =>
  bands.map(({ folded }) => levelIn(folded)).findLast((level) => level !== null) ?? null;

/** The unit that the row's figures carry themselves. */
function ownUnit(observations: readonly Observation[]): string | null {
  for (const { cell, row, column } of observations) {
    if ((row?.kind ?? column.kind)?.rate) continue;
    const unit = readFigure(cell)?.unit;
    if (unit) return unit;
  }
  return null;
}

type Where = {
  readonly kind: Head['kind'];
  readonly year: LabelYear | null;
  readonly through: number | null;
  /** What was concluded, from what; null where the labels say it all. */
  readonly inferred: string | null;
};

/** Kind and year of a cell: what its row says wins over what its column says, and a cell over several rows keeps to its column. */
function whereOf(
  { cell, row, column, lastColumn }: Observation,
  series: Series,
  context: Context,
): Where {
  const tall = cell.rowSpan > 1 && column.kind !== null;
  const kind = (tall ? column.kind : (row?.kind ?? column.kind)) ?? null;
  const inCell = yearsIn(cell.folded.replace(/^[^()]*/, ''), context.evaluated)[0] ?? null;
  const said = tall ? column.year : (row?.year ?? column.year);
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
  if (!kind && taken && context.evaluated !== null && taken.fiscalYear <= context.evaluated) {
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
function yearBeside(column: Head, series: Series, evaluated: number | null): LabelYear | null {
  const value = column.kind?.value;
  const cell =
    value === 'target' ? series.targetYear : value === 'baseline' ? series.baseYear : null;
  return cell ? (yearsIn(cell.folded, evaluated)[0] ?? null) : null;
}

const ACTUAL = { value: 'actual', money: null, rate: null } as const;

/** A baseline or a final target is of another year than the evaluated one. */
function mayBeEvaluated(kind: Head['kind'], column: Head, row: Head | null): boolean {
  if (!kind || kind.value === 'baseline' || kind.value === 'forecast') return false;
  return !(kind.value === 'target' && (column.final || row?.final));
}

function value(observation: Observation, where: Where, context: Context): IndicatorValue[] {
  const { cell } = observation;
  const { kind, year, inferred, through } = where;
  if (kind?.rate) return [];
  const text = valueText(cell.lines);
  const read = readFigure(cell);
  if (!read) return [];
  const at = context.at(text);
  if (!kind?.value || !year) {
    const message = `It is not said of which ${kind?.value ? 'fiscal year' : 'kind'} 「${text.text}」 is.`;
    context.warn(kind?.value ? 'no-fiscal-year' : 'unknown-kind', message, at);
    return [];
  }
  context.claims.claim(text, ...observation.headCells.map((head) => head.text));
  if (inferred) context.warn('inferred', `「${text.text}」: ${inferred}.`, at);
  context.warnings.push(...oddities(text, read, at));
  const qualifier = [read.qualifier, kind.qualifier].filter(Boolean).join('');
  return [
    {
      fiscalYear: year.fiscalYear,
      type: kind.value,
      text: text.text,
      value: read.value,
      status: read.status,
      ...besideValue(read),
      ...(qualifier === '' ? {} : { qualifier }),
      ...(through === null ? {} : { throughFiscalYear: through }),
      at,
    },
  ];
}

function achievement(
  observation: Observation,
  where: Where,
  values: readonly IndicatorValue[],
  context: Context,
): Achievement[] {
  const { kind, year, inferred } = where;
  if (kind?.rate !== 'achievement' && kind?.rate !== 'progress') return [];
  const text = valueText(observation.cell.lines);
  const read = readFigure(observation.cell);
  if (!read) return [];
  const at = context.at(text);
  const fiscalYear = year?.fiscalYear ?? context.evaluated;
  if (fiscalYear === null) return [];
  context.claims.claim(text, ...observation.headCells.map((head) => head.text));
  if (inferred) context.warn('inferred', `「${text.text}」: ${inferred}.`, at);
  context.warnings.push(...oddities(text, read, at));
  const percent = isPercent(
    read.value,
    read.unit ?? observation.column.unit ?? observation.row?.unit ?? null,
  );
  const ratio =
    read.value === null ? null : percent ? Math.round(read.value * 1e6) / 1e8 : read.value;
  const progress = kind.rate === 'progress';
  const decimals = /[.．](\d+)/.exec(comparable(text.text))?.[1]?.length ?? 0;
  const checked = progress
    ? {
        check: 'not-computable' as const,
        arithmetic: 'A rate of progress is measured from the baseline.',
      }
    : checkAchievement(ratio, fiscalYear, values, {
        places: decimals + (percent ? 2 : 0),
        cap: null,
      });
  if (checked.check === 'mismatch') context.warn('achievement-mismatch', checked.arithmetic, at);
  const basis = progress ? ('progress' as const) : ('ratio' as const);
  return [{ fiscalYear, text: text.text, ratio, status: read.status, basis, ...checked, at }];
}

/** A rate without a sign is a percentage where it could be no ratio. */
const MAX_RATIO = 5;

const isPercent = (value: number | null, unit: string | null): boolean =>
  unit !== null && /%|％|パーセント/.test(unit)
    ? true
    : value !== null && Math.abs(value) > MAX_RATIO;
