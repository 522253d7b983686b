import { type Block, grid, label, number, value } from '../form.ts';
import { measured } from './measured.ts';
import type { Sheet } from './sheet.ts';
import { type Counteds, sides, stub } from './stub.ts';
import { long } from './vocabulary.ts';

/** Target, actual and rate below one another, columns of years. */
export function stacked(sheet: Sheet, all: Counteds): Block[] {
  const { random, words, years, year, truth } = sheet;
  const at = random.pick(['column', 'name', 'name', 'cell'] as const);
  const s = sides(sheet, 1, at);
  const shown = random
    .pick([
      [year - 1, year, year + 1],
      [year - 2, year - 1, year],
      [year, year + 1, year + 2],
      [year - 1, year],
    ])
    .filter((y) => years.printed || y >= year - 1);
  const rate = random.chance(0.6);
  const h = rate ? 3 : 2;
  const last = random.chance(0.3) && years.printed ? year + 3 : null;
  const graded = random.chance(0.25) ? '達成状況' : null;
  const head = [
    ...s.heads,
    label(random.pick(['区分', '', '年度', '項目'])),
    ...shown.map((y) => label(years.word(y))),
    ...(last === null ? [] : [label(`${words.final}\n（${long(last)}）`)]),
    ...(graded ? [label(graded)] : []),
  ];
  const rows = all.flatMap(([which, counted], i) => {
    const m = measured(sheet, counted, s.level ? which : null, at);
    const top = [
      ...stub(sheet, s, { all, i, h: h }, m),
      label(words.target),
      ...shown.map((y) => number(m.target(y))),
      ...(last === null ? [] : [number(m.final(last), { h })]),
      ...(graded
        ? [
            value(truth.rating(graded, random.pick(['Ａ', 'Ｂ', 'Ｃ', '◎', '○', '△']), [m.name]), {
              h,
              align: 'center',
            }),
          ]
        : []),
    ];
    const past = (text: (y: number) => string) =>
      shown.map((y) => number(y <= year ? text(y) : ''));
    return [
      top,
      [label(words.actual), ...past((y) => m.actual(y))],
      ...(rate ? [[label(words.rate), ...past((y) => m.rate(y))]] : []),
    ];
  });
  const widths = [
    ...s.widths,
    3.4,
    ...shown.map(() => 3.6),
    ...(last === null ? [] : [3.8]),
    ...(graded ? [2.6] : []),
  ];
  return [grid(widths, [head, ...rows])];
}
