import { comparable } from '../japanese/characters.ts';
import { find } from '../japanese/folded.ts';
import { yearsIn } from '../japanese/years.ts';
import { type PlacedText, slice, trim, valueText, withoutSpaces } from '../layout/text.ts';
import type { Achievement, Indicator, IndicatorValue, Level } from '../records/indicator.ts';
import { checkAchievement } from '../sheets/achievement.ts';
import { besideValue, oddities } from '../sheets/odd-figures.ts';
import type { FormCell } from './cell.ts';
import type { FormContext } from './context.ts';
import { isLevel } from './figure-row.ts';
import { spaced } from './lines.ts';
import { bareName, levelIn, unitOff } from './naming.ts';
import { kindOf, whereOf, type YearAndKind } from './placing.ts';
import { readFigure } from './reading.ts';
import type { FigureCell, FigureSeries } from './series.ts';
import { STACK_NOTE } from './stacked.ts';

/**
 * An indicator as a sheet's record has it.
 * @param heading what stands over its table; it may say the level
 * @param unitsInNames whether the names of its table end in units
 * @param caption the unit that a line above the table says for all of it
 */
export function indicatorOf(
  series: FigureSeries,
  heading: string,
  unitsInNames: boolean,
  caption: string | null,
  context: FormContext,
): Indicator | null {
  const { labels, bands } = series;
  if (!labels.name || isYear(labels.name) || isNumber(labels.name)) return null;
  const bare = bareName(withoutNote(spaced(labels.name.lines)));
  const nowhere = labels.unit === null && ownUnit(series.observations) === null;
  const said = (unitsInNames && labels.unit === null) || /単位/.test(labels.nameHead?.folded ?? '');
  const named = unitOff(bare.name, said || (nowhere && ENDS_IN_UNIT.test(labels.name.folded)));
  if (named.name.text === '') return null;
  const placed = series.observations.map((o) => ({
    observation: o,
    where: whereOf(o, series, context),
  }));
  const values = onceEach(
    placed.flatMap(({ observation, where }) => value(observation, where, context)),
  );
  const printed =
    labels.unit ?? series.notes.find(({ label }) => label.folded === '単位')?.cell ?? null;
  const own = ownUnit(series.observations);
  const columns =
    series.observations.find(
      (observation) => observation.column.unit !== null && !kindOf(observation)?.rate,
    )?.column.unit ?? null;
  const rows =
    series.observations.find((one) => one.row?.unit && !kindOf(one)?.rate)?.row?.unit ?? null;
  const outside = named.unit ?? printed?.text ?? null;
  const unit =
    own ??
    (printed ? withoutSpaces(printed.text).text : null) ??
    columns ??
    rows ??
    (outside ? withoutSpaces(outside).text : null) ??
    caption;
  const achievements = placed.flatMap(({ observation, where }) =>
    achievement(observation, where, values, context),
  );
  context.claims.claim(labels.name.text, ...(printed ? [printed.text] : []));
  context.claims.claim(...labels.heads.map(({ cell }) => cell.text));
  const around = [...bands, ...labels.levels, ...labels.path];
  context.claims.claim(...around.map((cell) => cell.text));
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

/** A figure that a form prints twice, under 目標値 and under its year, is one. */
const onceEach = (values: readonly IndicatorValue[]): IndicatorValue[] =>
  values.filter(
    ({ fiscalYear, type, text }, i) =>
      !values
        .slice(0, i)
        .some((v) => v.fiscalYear === fiscalYear && v.type === type && v.text === text),
  );

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

const isNumber = ({ folded }: FormCell): boolean => /^[\d,.]+$/.test(folded);

/** 活動指標 across the table, over the rows of that level. */
const levelOf = (bands: readonly FormCell[]): Level | null =>
  bands.map(({ folded }) => levelIn(folded)).findLast((level) => level !== null) ?? null;

/** The unit that the row's figures carry themselves. */
function ownUnit(observations: readonly FigureCell[]): string | null {
  for (const observation of observations) {
    if (kindOf(observation)?.rate) continue;
    const unit = readFigure(observation.cell)?.unit;
    if (unit) return unit;
  }
  return null;
}

function value(
  observation: FigureCell,
  where: YearAndKind,
  context: FormContext,
): IndicatorValue[] {
  const { cell } = observation;
  const { kind, year, inferred, through } = where;
  if (kind?.rate || /^[([【]?単位:/.test(cell.folded)) return [];
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
  observation: FigureCell,
  where: YearAndKind,
  values: readonly IndicatorValue[],
  context: FormContext,
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
