import type { BudgetLine } from '../records/budget.ts';
import type { Indicator } from '../records/indicator.ts';
import type { Place } from '../records/place.ts';
import type { FormContext } from './context.ts';

type Figure = {
  readonly fiscalYear: number | null;
  readonly type?: string | null | undefined;
  readonly text: string;
  readonly at: Place;
};

/** Two different figures of one thing, year and kind cannot both be in their right place: both are told. */
export function tellConflicts(
  indicators: readonly Indicator[],
  budget: readonly BudgetLine[],
  context: FormContext,
): void {
  const things: [string, readonly Figure[]][] = [
    ...indicators.map(({ name, values }): [string, readonly Figure[]] => [name, values]),
    ...budget.map(({ name, amounts }): [string, readonly Figure[]] => [name, amounts]),
  ];
  for (const [name, figures] of things) {
    const alike = Map.groupBy(figures, ({ fiscalYear, type }) => `${fiscalYear} ${type}`);
    for (const [where, several] of alike) {
      if (new Set(several.map(({ text }) => text)).size < 2) continue;
      const texts = several.map(({ text }) => `「${text}」`).join(' and ');
      for (const { at } of several) {
        context.warn('two-values', `「${name}」 has ${texts}, all read as ${where}.`, at);
      }
    }
  }
}
