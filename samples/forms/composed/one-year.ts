import { type Block, grid, label, number } from '../form.ts';
import { measured } from './measured.ts';
import type { Sheet } from './sheet.ts';
import { type Counteds, sides, stub } from './stub.ts';

/** Target, actual and rate of the evaluated year alone; no head says which year that is. */
export function oneYear(sheet: Sheet, all: Counteds): Block[] {
  const { random, words, year } = sheet;
  const at = random.pick(['column', 'name', 'cell'] as const);
  const s = sides(sheet, 1, at);
  const rate = random.chance(0.6);
  const head = [
    ...s.heads,
    label(words.target),
    label(words.actual),
    ...(rate ? [label(words.rate)] : []),
  ];
  const rows = all.map(([which, counted], i) => {
    const m = measured(sheet, counted, s.level ? which : null, at);
    return [
      ...stub(sheet, s, { all, i, h: 1 }, m),
      number(m.target(year, true)),
      number(m.actual(year, true)),
      ...(rate ? [number(m.rate(year))] : []),
    ];
  });
  return [grid([...s.widths, 4, 4, ...(rate ? [4] : [])], [head, ...rows])];
}
