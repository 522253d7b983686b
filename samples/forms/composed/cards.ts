import { type Block, type Cell, gap, grid, label, number, value } from '../form.ts';
import type { Counted } from '../themes.ts';
import { type Measured, measured } from './measured.ts';
import type { Sheet } from './sheet.ts';

/** A table for each indicator, or one below the other, with the name beside its label. */
export function cards(
  sheet: Sheet,
  all: readonly (readonly ['activity' | 'outcome', Counted])[],
): Block[] {
  const { random, words, years, year } = sheet;
  const shown = random
    .pick([
      [year - 1, year, year + 1],
      [year - 1, year],
      [year, year + 1, year + 2],
    ])
    .filter((y) => y <= year + 1 || years.printed);
  const unit = random.pick(['cell of its own', 'name', 'cell'] as const);
  const rate = random.chance(0.5);
  const levelled = random.chance(0.7)
    ? random.pick([
        { activity: '活動指標', outcome: '成果指標' },
        { activity: '活動指標名', outcome: '成果指標名' },
        { activity: 'アウトプット指標', outcome: 'アウトカム指標' },
      ])
    : null;
  const named = random.pick(['指標', '評価指標', '指標名']);
  const head = random.pick(['年度', '区分', '']);
  const rows = (m: Measured, which: 'activity' | 'outcome', n: number): Cell[][] => {
    const nameLabel = levelled ? levelled[which] : `${named}${n}`;
    const across = shown.length;
    const title: Cell[] =
      unit === 'cell of its own' && across > 1
        ? [label(nameLabel), value(m.printed, { w: across - 1 }), value(`単位：${m.unit}`)]
        : [label(nameLabel), value(m.printed, { w: across })];
    const past = (text: (y: number) => string) =>
      shown.map((y) => number(y <= year ? text(y) : ''));
    return [
      title,
      [label(head), ...shown.map((y) => label(years.word(y)))],
      [label(words.target), ...shown.map((y) => number(m.target(y)))],
      [label(words.actual), ...past((y) => m.actual(y))],
      ...(rate ? [[label(words.rate), ...past((y) => m.rate(y))]] : []),
    ];
  };
  const of = all.map(
    ([which, counted]) =>
      [
        measured(
          sheet,
          counted,
          levelled ? which : null,
          unit === 'cell of its own' ? 'column' : unit,
        ),
        which,
      ] as const,
  );
  const drawn = of.map(([m, which], i) => rows(m, which, i + 1));
  const cols = [5, ...shown.map(() => 5)];
  return random.chance(0.5)
    ? [grid(cols, drawn.flat())]
    : drawn.flatMap((one) => [grid(cols, one), gap(4)]);
}
