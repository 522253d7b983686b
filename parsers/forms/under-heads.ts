import type { FormCell } from './cell.ts';
import { figureHeadOf } from './head.ts';
import type { FigureCell, FigureSeries } from './series.ts';
import { MONEY_NAME, PEOPLE } from './vocabulary/money.ts';

/**
 * Rows whose columns are of several things, 事業費（千円） and 人工 under each year, as a line of each: named as the row, under
 * the column's head. Rows whose columns differ by year and kind alone stay as they are.
 */
export function partedByHeads(all: readonly FigureSeries[]): FigureSeries[] {
  return all.flatMap((series) => {
    const of = Map.groupBy(series.observations, thingOver);
    const things = [...of.keys()].filter((cell) => cell !== null);
    const distinct = new Set(things.map(({ folded }) => folded));
    if (distinct.size === 0 || !things.some(({ folded }) => MONEY_NAME.test(folded)))
      return [series];
    const lines = [...distinct].map((folded): FigureSeries => {
      const cells = things.filter((cell) => cell.folded === folded);
      const head = cells[0] as FormCell;
      return {
        ...series,
        labels: { ...series.labels, path: [...series.labels.path, head] },
        money: MONEY_NAME.test(folded) || PEOPLE.test(folded),
        observations: cells.flatMap((cell) => of.get(cell) ?? []),
        notes: [],
        ratings: [],
      };
    });
    const rest = { ...series, observations: of.get(null) ?? [] };
    const empty = rest.observations.length + rest.notes.length + rest.ratings.length === 0;
    return empty ? lines : [rest, ...lines];
  });
}

/** The head over a figure that says what is counted, neither year nor kind. */
function thingOver({ columnHeads }: FigureCell): FormCell | null {
  const words = columnHeads.filter((cell) => {
    const head = figureHeadOf(cell.folded, null);
    return cell.look !== 'head' && head.year === null && head.kind === null;
  });
  return words.at(-1) ?? null;
}
