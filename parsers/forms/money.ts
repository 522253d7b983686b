import { comparable } from '../japanese/characters.ts';
import { yenPer } from '../japanese/figures.ts';
import { find } from '../japanese/folded.ts';
import { kindsIn } from '../japanese/kinds.ts';
import { type PlacedText, slice, valueText, withoutSpaces } from '../layout/text.ts';
import type { Amount, BudgetLine } from '../records/budget.ts';
import { besideValue, oddities } from '../sheets/odd-figures.ts';
import type { FormContext } from './context.ts';
import { figureHeadOf } from './head.ts';
import { FORMULA_MARK, type NameAndUnit, unitOff } from './naming.ts';
import { readFigure } from './reading.ts';
import type { FigureCell, FigureSeries } from './series.ts';
import { PEOPLE, SUBTOTAL } from './vocabulary/money.ts';

/** Lines of money from their rows; a （うち…） stands under the line before it. */
export function budgetLines(
  all: readonly FigureSeries[],
  heading: string,
  context: FormContext,
): BudgetLine[] {
  const lines: BudgetLine[] = [];
  const only = onlyMoneyUnit(all);
  let parent: string | null = null;
  for (const series of all) {
    const { labels, bands, observations } = series;
    if (!labels.name || observations.length === 0) continue;
    const named = withoutUnit(labels.name.text);
    const sub = subtotal(named.name);
    const name = sub ?? named.name;
    const text = withoutSpaces(name).text;
    const own = labels.unit?.text ?? named.unit;
    const over = [...bands, ...labels.path].map((cell) => withoutYen(cell.text));
    const path = over.map(({ name: at }) => withoutSpaces(at).text);
    const above = over.findLast((one) => one.unit)?.unit;
    const unit = own
      ? withoutSpaces(own).text
      : (rowUnit(observations) ??
        (above && !isNoMoney(comparable(text)) ? withoutSpaces(above).text : null) ??
        series.others?.find(([part]) => comparable(text).includes(part))?.[1] ??
        (isNoMoney(comparable(text)) ? null : (series.caption ?? only)));
    context.claims.claim(labels.name.text, ...(labels.unit ? [labels.unit.text] : []));
    const around = [...bands, ...labels.levels, ...labels.path];
    context.claims.claim(...around.map((cell) => cell.text));
    for (const { cell } of labels.heads) context.claims.claim(cell.text);
    if (unit === null && !isNoMoney(comparable(text))) tellUnitless(text, observations, context);
    lines.push({
      name: text,
      unit,
      path: sub && parent !== null ? [...path, parent] : path,
      amounts: observations
        .filter((o) => !isTotal(o, observations, context))
        .flatMap((o) =>
          amount(o, unit, typeOf(o, series) ?? typeInHeading(heading, o, context), context),
        ),
    });
    if (!sub && !isNoMoney(comparable(text))) parent = text;
  }
  return lines.filter(({ amounts }) => amounts.length > 0);
}

/** An amount of which nobody says whether it is in yen or in thousands of them may be read wrong. */
function tellUnitless(name: string, all: readonly FigureCell[], context: FormContext): void {
  for (const { cell } of all) {
    if (cell.look !== 'figure' || !/\d/.test(cell.folded)) continue;
    const text = valueText(cell.lines);
    const message = `It is not said in which unit 「${text.text}」 of 「${name}」 is.`;
    context.warn('unknown-kind', message, context.at(text));
  }
}

/** People, hours and rates: the unit of the money beside them is not theirs. */
const isNoMoney = (folded: string): boolean =>
  PEOPLE.test(folded) || /(?:率|割合|比|指数)(?:\([^()]*\))?$/.test(folded);

/** The name of a line and its unit; a letter in parentheses is a mark of a formula: 事業費（ａ）. */
function withoutUnit(text: PlacedText): NameAndUnit {
  const named = unitOff(text, false);
  const mark = named.unit && FORMULA_MARK.test(comparable(named.unit.text));
  return mark ? { name: text, unit: null } : named;
}

/** What lines stand under and its unit of money: 事業費（千円）. */
function withoutYen(text: PlacedText): NameAndUnit {
  const named = unitOff(text, false);
  return named.unit && yenPer(named.unit.text) !== null ? named : { name: text, unit: null };
}

/** The unit of money that some lines of a table name, where it is one for all. */
function onlyMoneyUnit(all: readonly FigureSeries[]): string | null {
  const units = all.flatMap(({ labels }) => {
    const unit = labels.unit?.text ?? (labels.name ? unitOff(labels.name.text, false).unit : null);
    return unit && yenPer(unit.text) !== null ? [withoutSpaces(unit).text] : [];
  });
  return new Set(units).size === 1 ? (units[0] ?? null) : null;
}

function subtotal(name: PlacedText): PlacedText | null {
  const found = find(name.text, /^\((?<name>(?:うち|内).+)\)$/);
  const at = found?.groups['name'];
  if (at) return slice(name, at[0], at[1]);
  return SUBTOTAL.test(comparable(name.text)) ? name : null;
}

/** The unit that the row's cells carry, or its columns' heads name. */
function rowUnit(observations: readonly FigureCell[]): string | null {
  for (const { cell } of observations) {
    const unit = readFigure(cell)?.unit;
    if (unit) return unit;
  }
  return observations.find(({ column }) => column.unit)?.column.unit ?? null;
}

/** Budget or settlement: what the line's own word says wins over its column's, that over what it stands under. */
function typeOf({ row, column }: FigureCell, { labels, bands }: FigureSeries): Amount['type'] {
  const own =
    labels.name && SAYS_TYPE.test(labels.name.folded)
      ? figureHeadOf(labels.name.folded, null).kind?.money
      : null;
  const above = [...bands, ...labels.path].map(
    (cell) => figureHeadOf(cell.folded, null).kind?.money,
  );
  const rate = labels.name && figureHeadOf(labels.name.folded, null).kind?.rate === 'execution';
  return (
    row?.kind?.money ??
    own ??
    (rate ? 'settlement' : null) ??
    column.kind?.money ??
    above.findLast((type) => type) ??
    null
  );
}

/** 決算額 over a table of years that are over: what its amounts are where neither row nor column says it. */
function typeInHeading(heading: string, { row, column }: FigureCell, { evaluated }: FormContext) {
  const year = (row?.year ?? column.year)?.fiscalYear ?? null;
  if (year === null || evaluated === null || year > evaluated) return null;
  const types = new Set(kindsIn(heading).flatMap(({ kind }) => kind.money ?? []));
  return types.size === 1 && SAYS_TYPE.test(heading) ? ([...types][0] as Amount['type']) : null;
}

/** 個別避難計画作成事業 is no plan, 予算科目別事業費 no budget: only these words at the end of a name say what its amounts are. */
const SAYS_TYPE =
  /(?:予算|決算|執行|繰越|補正|要求|実績|見込)(?:[しみ額値分等計現高案済率]|費用?|予算|\([^()]*\)|[①-⑳A-Za-z+\-=])*$/;

/** A figure over all years, 累計 or 合計, beside figures of one year each: it is of no fiscal year. */
function isTotal(one: FigureCell, all: readonly FigureCell[], context: FormContext): boolean {
  const dated = ({ row, column }: FigureCell) => (row?.year ?? column.year) !== null;
  const total = one.columnHeads.some(({ folded }) => TOTAL.test(folded));
  if (!total || dated(one) || !all.some(dated)) return false;
  const text = valueText(one.cell.lines);
  const message = `「${text.text}」 is of no fiscal year: it stands under 「${one.columnHeads.map((head) => head.text.text).join(' ')}」.`;
  context.warn('no-fiscal-year', message, context.at(text));
  return true;
}

const TOTAL = /^(?:累計|合計|総計|計)(?:額)?$/;

function amount(
  observation: FigureCell,
  unit: string | null,
  type: Amount['type'],
  context: FormContext,
): Amount[] {
  const { cell, row, column } = observation;
  const text = valueText(cell.lines);
  const read = readFigure(cell);
  if (!read) return [];
  const said = row?.year ?? column.year;
  const at = context.at(text);
  if (!said && context.evaluated === null) return [];
  const fiscalYear = said?.fiscalYear ?? (context.evaluated as number);
  context.claims.claim(text, ...observation.headCells.map((head) => head.text));
  if (!said || said.relative) {
    const from = said?.relative ? `「${said.relative}」` : 'no year over or beside it';
    context.warn(
      'inferred',
      `「${text.text}」 is taken for fiscal year ${fiscalYear}: ${from}, as seen from the evaluated year.`,
      at,
    );
  }
  context.warnings.push(...oddities(text, read, at));
  const per = yenPer(read.unit ?? unit);
  return [
    {
      fiscalYear,
      type,
      text: text.text,
      value: read.value,
      yen: read.value === null || per === null ? null : Math.round(read.value * per),
      status: read.status,
      ...besideValue(read),
      at,
    },
  ];
}
