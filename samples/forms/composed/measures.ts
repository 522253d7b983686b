import { type Block, type Cell, gap, grid, label, line, number, value } from '../form.ts';
import type { Counted } from '../themes.ts';
import type { Indicator } from '../truth.ts';
import { cards } from './cards.ts';
import { type Measured, measured, type UnitAt } from './measured.ts';
import type { Sheet } from './sheet.ts';
import { long } from './vocabulary.ts';

type Level = Exclude<Indicator['level'], null | 'population'>;

/** The tables of indicators: in one of the arrangements that governments use. */
export function measures(sheet: Sheet): Block[] {
  const { random, theme, truth } = sheet;
  const all: (readonly [Level, Counted])[] = [
    ...random.some(theme.activities, random.int(1, 2)).map((c) => ['activity', c] as const),
    ...random.some(theme.outcomes, random.int(1, 2)).map((c) => ['outcome', c] as const),
  ];
  const heading = truth.leftover(
    random.pick(['■指標', '【指標の推移】', '２．指標', '◆目標と実績']),
  );
  const kind = random.pick([
    'wide',
    'wide',
    'stacked',
    'stacked',
    'cards',
    'listed',
    'current',
    'down',
  ]);
  const tables =
    kind === 'wide'
      ? wide(sheet, all)
      : kind === 'stacked'
        ? stacked(sheet, all)
        : kind === 'cards'
          ? cards(sheet, all)
          : kind === 'listed'
            ? listed(sheet, all)
            : kind === 'current'
              ? current(sheet, all)
              : down(sheet, all);
  return [...(random.chance(0.5) ? [line(heading)] : unsaid(sheet, heading)), ...tables, gap(4)];
}

/** A heading that is not drawn is no leftover. */
function unsaid({ truth }: Sheet, heading: string): Block[] {
  const at = truth.leftovers.findIndex(({ text }) => text === heading);
  truth.leftovers.splice(at, 1);
  return [];
}

/** How rows are told apart left of the figures: a level down the side, in a column of its own, or not at all. */
type Sides = {
  readonly heads: Cell[];
  readonly widths: number[];
  readonly level: 'side' | 'column' | null;
};

function sides({ random, words }: Sheet, h: number, at: UnitAt): Sides {
  const level = random.pick(['side', 'side', 'column', null] as const);
  const nameHead = at === 'name' ? `${words.indicatorName}（単位）` : words.indicatorName;
  const heads: Cell[] = [];
  const widths: number[] = [];
  if (level === 'side' && random.chance(0.5)) {
    heads.push(label('', { h }), label(nameHead, { h }));
    widths.push(1.2, 8);
  } else if (level !== null) {
    heads.push(label(random.pick(['区分', '種別', '指標区分']), { h }), label(nameHead, { h }));
    widths.push(level === 'side' ? 1.6 : 4, 8);
  } else {
    heads.push(label(nameHead, { h }));
    widths.push(9);
  }
  if (at === 'column') {
    heads.push(label(words.unit, { h }));
    widths.push(2.2);
  }
  return { heads, widths, level };
}

/** What stands left of one indicator's rows; `first` and `count` are of the indicators of its level. */
function stub(
  sheet: Sheet,
  { level }: Sides,
  at: UnitAt,
  m: Measured,
  which: Level,
  first: boolean,
  count: number,
  h: number,
): Cell[] {
  const text = sheet.words[which];
  const cells: Cell[] = [];
  if (level === 'side' && first) cells.push(label(text, { h: h * count, upright: true }));
  if (level === 'column') cells.push(label(text, { h }));
  cells.push(value(m.printed, { h }));
  if (at === 'column') cells.push(value(m.unit, { h, align: 'center' }));
  return cells;
}

type All = readonly (readonly [Level, Counted])[];
const countOf = (all: All, which: Level) => all.filter(([level]) => level === which).length;

/** One row an indicator, columns of years and kinds. */
function wide(sheet: Sheet, all: All): Block[] {
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
    const first = i === 0 || all[i - 1]?.[0] !== which;
    const cells = stub(sheet, s, at, m, which, first, countOf(all, which), 1);
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

/** Target, actual and rate below one another, columns of years. */
function stacked(sheet: Sheet, all: All): Block[] {
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
    const first = i === 0 || all[i - 1]?.[0] !== which;
    const top = [
      ...stub(sheet, s, at, m, which, first, countOf(all, which), h),
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

/** Baseline, last target and this year's actual: the list of a strategy's KPIs. */
function listed(sheet: Sheet, all: All): Block[] {
  const { random, words, year, truth } = sheet;
  const at = random.pick(['column', 'name', 'cell'] as const);
  const [base, last] = [year - random.int(1, 3), year + random.int(1, 4)];
  const judged = random.chance(0.6) ? random.pick(['評価', '進捗評価', '判定']) : null;
  const nameHead = random.pick(['重要業績評価指標（KPI）', 'KPI', '指標', '数値目標']);
  const level = /KPI/.test(nameHead) ? 'outcome' : null;
  const fund = random.chance(0.5) ? '具体的な取組' : null;
  const head = [
    ...(fund ? [label(fund)] : []),
    label(nameHead),
    ...(at === 'column' ? [label('単位')] : []),
    label(`${random.pick(['基準値', '現状値', '策定時'])}\n（${sheet.years.word(base)}）`),
    label(`${random.pick(['目標値', '目標'])}\n（${sheet.years.word(last)}）`),
    label(`${random.pick(['実績値', '実績'])}\n（${sheet.years.word(year)}）`),
    ...(judged ? [label(judged)] : []),
  ];
  const fundText = sheet.theme.field;
  const rows = all.map(([, counted], i) => {
    const m = measured(sheet, counted, level, at, fund ? [fundText] : []);
    return [
      ...(fund && i === 0 ? [value(fundText, { h: all.length })] : []),
      value(m.printed),
      ...(at === 'column' ? [value(m.unit, { align: 'center' })] : []),
      number(m.baseline(base)),
      number(m.final(last)),
      number(m.actual(year, false)),
      ...(judged
        ? [value(truth.rating(judged, random.pick(['A', 'B', 'C']), [m.name]), { align: 'center' })]
        : []),
    ];
  });
  void words;
  return [
    grid(
      [...(fund ? [5] : []), 9, ...(at === 'column' ? [2.4] : []), 4, 4, 4, ...(judged ? [3] : [])],
      [head, ...rows],
    ),
  ];
}

/** Target, actual and rate of the evaluated year alone; no head says which year that is. */
function current(sheet: Sheet, all: All): Block[] {
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
    const first = i === 0 || all[i - 1]?.[0] !== which;
    return [
      ...stub(sheet, s, at, m, which, first, countOf(all, which), 1),
      number(m.target(year, true)),
      number(m.actual(year, true)),
      ...(rate ? [number(m.rate(year))] : []),
    ];
  });
  return [grid([...s.widths, 4, 4, ...(rate ? [4] : [])], [head, ...rows])];
}

/** Years down the side, each indicator with a column of targets and one of actuals. */
function down(sheet: Sheet, all: All): Block[] {
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
