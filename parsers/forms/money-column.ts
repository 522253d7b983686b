import { yenPer } from '../japanese/figures.ts';
import type { FormCell } from './cell.ts';
import { emptySeries } from './empty-series.ts';
import { end } from './form-table.ts';
import { figureHeadOf } from './head.ts';
import type { FigureCell, FigureSeries } from './series.ts';
import { MONEY_NAME } from './vocabulary/money.ts';

/**
 * Indicators without what a column of money beside them says: 決算額（千円） is of the project that they stand under, once for
 * all of its indicators; of the indicator itself where it stands under none.
 */
export function withoutMoneyColumns(all: readonly FigureSeries[]): FigureSeries[] {
  const seen = new Set<FormCell>();
  return all.flatMap((series) => {
    const name = series.labels.path.at(-1) ?? series.labels.name;
    if (series.money || !name) return [series];
    const money = moneyHeads(series.observations);
    const spent = series.observations.filter(({ row, columnHeads }) => {
      const last = columnHeads.at(-1);
      return !row?.kind && last !== undefined && money.has(last);
    });
    if (spent.length === 0) return [series];
    const own = spent.filter(({ cell }) => !seen.has(cell));
    for (const { cell } of own) seen.add(cell);
    const path = series.labels.path.slice(0, -1);
    const line = emptySeries({ name, nameHead: null, level: null, path }, true, series.bands);
    const rest = series.observations.filter((one) => !spent.includes(one));
    return [
      { ...series, observations: rest },
      ...(own.length > 0 ? [{ ...line, observations: own }] : []),
    ];
  });
}

/** Columns whose heads say 予算, 決算 or money and its unit, and amounts beside them: 実績額 beside 予算額. */
function moneyHeads(observations: readonly FigureCell[]): ReadonlySet<FormCell> {
  const over = new Map(
    observations.flatMap(({ columnHeads }) => {
      const last = columnHeads.at(-1);
      return last ? [[last, columnHeads] as const] : [];
    }),
  );
  const all = [...over.keys()].sort((a, b) => a.col - b.col);
  const found = new Set(all.filter((head) => over.get(head)?.some(saysMoney)));
  for (const along of [all, all.toReversed()]) {
    for (const [i, head] of along.entries()) {
      const last = along[i - 1];
      const next = last && (end(last) === head.col || end(head) === last.col);
      if (next && found.has(last) && AMOUNT.test(head.folded)) found.add(head);
    }
  }
  return found;
}

function saysMoney({ folded }: FormCell): boolean {
  const unit = figureHeadOf(folded, null).unit;
  return STAGE.test(folded) || (MONEY_NAME.test(folded) && unit !== null && yenPer(unit) !== null);
}

const STAGE = /予算|決算|執行額/;
const AMOUNT = /額(?:\(.*\))?$/;
