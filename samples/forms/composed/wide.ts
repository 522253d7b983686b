import { type Block, type Cell, grid, label, number, value } from '../form.ts';
import { measured } from './measured.ts';
import type { Sheet } from './sheet.ts';
import { type Counteds, sides, stub } from './stub.ts';

/** One row an indicator, columns of years and kinds. */
export function wide(sheet: Sheet, all: Counteds): Block[] {
  const { random, words, years, year } = sheet;
  const at = random.pick(['column', 'name', 'cell'] as const);
  const shown = random.chance(0.5) ? [year - 1, year, year + 1] : [year, year + 1];
  const withRate = random.chance(0.5);
  const kinds = (y: number) =>
    y > year
      ? [words.target]
      : withRate && y === year
        ? [words.target, words.actual, words.rate]
        : [words.target, words.actual];
  const arrangement = random.pick(['year over kind', 'one line', 'one line', 'kind over year']);
  const two = arrangement !== 'one line';
  const s = sides(sheet, two ? 2 : 1, at);
  const base = random.chance(0.3) && years.printed ? year - random.int(2, 4) : null;
  const last = random.chance(0.3) && years.printed ? year + random.int(2, 4) : null;
  const columns: [number, string][] =
    arrangement === 'kind over year'
      ? [words.target, words.actual].flatMap((kind) =>
          shown
            .filter((y) => kind === words.target || y <= year)
            .map((y): [number, string] => [y, kind]),
        )
      : shown.flatMap((y) => kinds(y).map((kind): [number, string] => [y, kind]));
  const h = two ? 2 : 1;
  const head: Cell[] = [...s.heads];
  const second: Cell[] = [];
  if (base !== null) head.push(label(`${words.baseline}\n（${years.word(base)}）`, { h }));
  if (arrangement === 'one line') {
    const join = random.pick(['', '\n', ' ']);
    head.push(...columns.map(([y, kind]) => label(`${years.word(y)}${join}${kind}`)));
  } else if (arrangement === 'year over kind') {
    head.push(...shown.map((y) => label(years.word(y), { w: kinds(y).length })));
    second.push(...columns.map(([, kind]) => label(kind)));
  } else {
    for (const kind of [words.target, words.actual]) {
      head.push(label(kind, { w: columns.filter(([, k]) => k === kind).length }));
    }
    second.push(...columns.map(([y]) => label(years.word(y))));
  }
  if (last !== null) head.push(label(`${words.final}\n（${years.word(last)}）`, { h }));
  const note = random.chance(0.3) ? random.pick(['備考', '指標の説明', '算出方法']) : null;
  if (note) head.push(label(note, { h }));
  const rows = all.map(([which, counted], i) => {
    const m = measured(sheet, counted, s.level ? which : null, at);
    const cells = stub(sheet, s, { all, i, h: 1 }, m);
    if (base !== null) cells.push(number(m.baseline(base)));
    for (const [y, kind] of columns) {
      const text =
        kind === words.target ? m.target(y) : kind === words.actual ? m.actual(y) : m.rate(y);
      cells.push(number(text));
    }
    if (last !== null) cells.push(number(m.final(last)));
    if (note)
      cells.push(
        value(
          sheet.truth.field(
            note,
            random.pick(['年度末の数', '利用者への調査による', '業務日誌の集計']),
            [m.name],
          ),
        ),
      );
    return cells;
  });
  const widths = [
    ...s.widths,
    ...(base === null ? [] : [3.4]),
    ...columns.map(() => 3.4),
    ...(last === null ? [] : [3.6]),
    ...(note ? [5] : []),
  ];
  return [grid(widths, two ? [head, second, ...rows] : [head, ...rows])];
}
