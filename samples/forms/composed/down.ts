import { type Block, grid, label, number } from '../form.ts';
import { measured } from './measured.ts';
import type { Sheet } from './sheet.ts';
import type { Counteds } from './stub.ts';

/** Years down the side, each indicator with a column of targets and one of actuals. */
export function down(sheet: Sheet, all: Counteds): Block[] {
  const { random, words, years, year } = sheet;
  const shown = [year - 1, year, year + 1];
  const two = all.slice(0, 2);
  const of = two.map(([, counted]) => measured(sheet, counted, null, 'name'));
  const head = [
    label(random.pick(['年度', '区分', '']), { h: 2 }),
    ...of.map((m) => label(m.printed, { w: 2 })),
  ];
  const second = of.flatMap(() => [label(words.target), label(words.actual)]);
  const rows = shown.map((y) => [
    label(years.word(y)),
    ...of.flatMap((m) => [number(m.target(y)), number(y <= year ? m.actual(y) : '')]),
  ]);
  return [grid([4, ...of.flatMap(() => [4, 4])], [head, second, ...rows])];
}
