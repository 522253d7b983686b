import type { FormCell } from './cell.ts';
import { emptySeries } from './empty-series.ts';
import { figureHeadOf } from './head.ts';
import type { FigureCell, FigureSeries } from './series.ts';

/** Money without the rates that columns beside it hold: 執行率 is a line of its own under the line that it is of. */
export function withRatesApart(all: readonly FigureSeries[]): FigureSeries[] {
  return all.flatMap((series) => {
    const { name, path } = series.labels;
    if (!series.money || !name || isRate(name)) return [series];
    const rates = series.observations.filter((one) => rateOver(one) !== null);
    if (rates.length === 0) return [series];
    const rest = series.observations.filter((one) => !rates.includes(one));
    const head = rateOver(rates[0] as FigureCell) as FormCell;
    const labels = { name: head, nameHead: null, level: null, path: [...path, name] };
    const line = { ...emptySeries(labels, true, series.bands), observations: rates };
    return [{ ...series, observations: rest }, line];
  });
}

const isRate = ({ folded }: FormCell): boolean =>
  figureHeadOf(folded, null).kind?.rate === 'execution';

/** The head of a column of rates; null where the row says what its figures are. */
const rateOver = ({ row, columnHeads }: FigureCell): FormCell | null =>
  row?.kind ? null : (columnHeads.findLast(isRate) ?? null);
