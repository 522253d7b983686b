import { expect, test } from 'vitest';
import { rowsOfSeries } from '../../lambdas/analysis/series-row.ts';
import { wideRow } from '../../lambdas/analysis/series-wide.ts';
import { namesakesOf, renamingsOf, seriesOf } from '../../lambdas/domain/series/assemble.ts';
import type { Series } from '../../lambdas/domain/series/series.ts';
import { said } from './said.ts';

const TARGETS = ['2012 target 50', '2013 target 60', '2014 target 75', '2015 target 90'];
const OTHERS = ['2012 target 7', '2013 target 8', '2014 target 9', '2015 target 10'];

const a = (year: number, figures = TARGETS) => said({ year, figures });
const b = (year: number, figures = TARGETS, more = {}) =>
  said({ year, program: 'kyoso', number: '5', figures, ...more });

const places = ({ stages }: Series) =>
  stages.map(({ program, sheets }) => [program, ...sheets.map(({ fiscalYear }) => fiscalYear)]);
const only = (all: Series[]): Series => {
  expect(all).toHaveLength(1);
  return all[0] as Series;
};

test('a name that moves to another project is one series that shows the move', () => {
  const series = only(seriesOf([a(2012), a(2013), b(2014), b(2015)]));
  expect(places(series)).toEqual([
    ['kinkyu', 2012, 2013],
    ['kyoso', 2014, 2015],
  ]);
  const [from, to] = series.stages.map(({ id }) => id);
  expect(series.moves).toMatchObject([{ fiscalYear: 2014, from, to, score: 0.9 }]);
  const { figures, ...evidence } = series.moves[0]?.evidence ?? { figures: [] };
  expect(figures.map(({ equal }) => equal)).toEqual([true, true, true, true]);
  expect(figures[0]).toMatchObject({
    type: 'target',
    from: { sheetId: 'shiomi-2013-kinkyu-2' },
    to: { sheetId: 'shiomi-2015-kyoso-5' },
  });
  expect(evidence).toMatchObject({ names: 1, from: { units: ['か所'] } });
});

test('a move that only name and unit speak for is shown as no more than that', () => {
  const series = only(seriesOf([a(2012, ['2012 actual 48']), b(2013, ['2013 actual 60'])]));
  expect(series.moves).toMatchObject([{ score: 0.5, evidence: { figures: [] } }]);
});

test.for([
  ['with other figures', b(2014, OTHERS)],
  ['in another unit', b(2014, ['2016 target 3'], { unit: '%' })],
] as const)('the same name %s elsewhere later is another series, and a candidate', ([, other]) => {
  const all = seriesOf([a(2012), a(2013), other]);
  expect(all).toHaveLength(2);
  const [first, second] = all as [Series, Series];
  for (const [one, another] of [
    [first, second],
    [second, first],
  ] as const) {
    const candidates = namesakesOf(one, all);
    expect(candidates).toMatchObject([{ seriesId: another.id, reason: 'moved' }]);
    expect(candidates[0]?.score).toBeLessThan(0.5);
  }
});

test('the same name in two projects at the same time is two series', () => {
  const all = seriesOf([a(2012), a(2013), b(2013, OTHERS), b(2014, OTHERS)]);
  expect(all.map(places).toSorted()).toEqual([[['kinkyu', 2012, 2013]], [['kyoso', 2013, 2014]]]);
  expect(all.flatMap(({ moves }) => moves)).toEqual([]);
  const [first] = all as [Series, Series];
  expect(namesakesOf(first, all)).toMatchObject([{ reason: 'namesake', score: 0.1 }]);
});

test('in one sheet, initiatives and rows of the same name are told apart', () => {
  const of = (year: number, initiative: string, id: string) =>
    said({ year, level: 'initiative', initiative, id, figures: [`${year} actual ${id.slice(1)}`] });
  const all = seriesOf([of(2013, '1', 'i9'), of(2013, '1', 'i10'), of(2013, '2', 'i11')]);
  expect(all).toHaveLength(3);
  const later = [of(2014, '1', 'i2'), of(2014, '1', 'i3'), of(2014, '2', 'i4')];
  const rows = seriesOf([
    ...later,
    of(2013, '1', 'i10'),
    of(2013, '1', 'i9'),
    of(2013, '2', 'i11'),
  ]);
  const ids = rows.map(({ years }) => years.map(({ actual }) => actual?.indicatorId));
  expect(ids.toSorted()).toEqual([
    ['i10', 'i3'],
    ['i11', 'i4'],
    ['i9', 'i2'],
  ]);
});

test('who moved is undecided where two could have', () => {
  const c = (year: number, figures: string[]) => said({ year, program: 'nanbu', figures });
  expect(seriesOf([a(2012), b(2013), c(2013, TARGETS)])).toHaveLength(3);
  expect(seriesOf([a(2012), c(2012, TARGETS), b(2013)])).toHaveLength(3);
  const decided = seriesOf([a(2012), b(2013), c(2013, OTHERS)]);
  expect(decided.map(places).toSorted()).toEqual([
    [
      ['kinkyu', 2012],
      ['kyoso', 2013],
    ],
    [['nanbu', 2013]],
  ]);
});

test('it may move twice, and whoever stands beside is none of its stages', () => {
  const c = (year: number) => said({ year, program: 'nanbu', figures: TARGETS });
  const aside = [2012, 2013, 2014].map((year) =>
    said({ year, program: 'gyosei', figures: OTHERS }),
  );
  const all = seriesOf([c(2014), b(2013), a(2012), ...aside]);
  expect(all.map(places).toSorted()).toEqual([
    [['gyosei', 2012, 2013, 2014]],
    [
      ['kinkyu', 2012],
      ['kyoso', 2013],
      ['nanbu', 2014],
    ],
  ]);
});

test('names compare without width, spaces and kinds of dash; publishers are never mixed', () => {
  const named = (year: number, name: string, publisher = 'shiomi') =>
    said({ year, name, publisher });
  const series = only(
    seriesOf([named(2012, 'Ｕ－ターン 者（累計）'), named(2013, 'U‐ターン者(累計)')]),
  );
  expect(series.name).toBe('U‐ターン者(累計)');
  expect(seriesOf([named(2012, '人口'), named(2013, '人口', 'gifu')])).toHaveLength(2);
});

test('an id outlives whatever comes later, and answers when something earlier comes', () => {
  const alone = only(seriesOf([b(2014)]));
  const grown = only(seriesOf([b(2013), b(2014), b(2015)]));
  expect(grown.id).toBe(alone.id);
  const moved = only(seriesOf([a(2012), b(2014)]));
  expect(moved.stages.map(({ id }) => id)).toContain(alone.id);
  expect(only(seriesOf([a(2012)])).id).toBe(moved.id);
  expect(alone.id).toMatch(/^shiomi-[0-9a-f]{16}-[0-9a-f]{8}$/);
});

test('another name in the sheet of the year beside is a candidate by name and figures', () => {
  const series = only(seriesOf([a(2012), a(2013)]));
  const beside = [
    said({ year: 2014, name: '避難場所の数（累計）', id: 'i2', figures: TARGETS }),
    said({ year: 2014, name: 'ひなんじょ', id: 'i3', figures: TARGETS }),
    said({ year: 2014, name: '避難場所の充足率', id: 'i4', unit: '%', figures: OTHERS }),
    said({ year: 2014, name: '訓練', id: 'i5', figures: ['2014 actual 3'] }),
  ];
  const candidates = renamingsOf(series, beside);
  expect(candidates.map(({ name, reason }) => [name, reason])).toEqual([
    ['避難場所の数（累計）', 'renamed'],
    ['ひなんじょ', 'renamed'],
  ]);
  expect(candidates[1]).toMatchObject({ score: 0.5, evidence: { names: 0 } });
  expect(candidates[0]?.score).toBeGreaterThan(0.7);
  expect(candidates[0]?.evidence.figures).toHaveLength(4);
});

test('a baseline speaks as the actual of its year', () => {
  const old = only(seriesOf([a(2015, ['2014 actual 70', '2015 actual 96'])]));
  const next = said({ year: 2016, name: '避難できる場所', figures: ['2015 baseline 96'] });
  expect(renamingsOf(old, [next])[0]?.evidence.figures).toMatchObject([
    { fiscalYear: 2015, type: 'actual', equal: true },
  ]);
});

test('series of one name that stand under different headings are told apart by them', () => {
  const under = (year: number, id: string, ...path: string[]) => {
    const indicator = said({ year, id, figures: [`${year} actual ${year - 2000}`] });
    return { ...indicator, path, sheet: { ...indicator.sheet, program: null } };
  };
  const all = seriesOf([
    ...[2012, 2013].flatMap((year) => [under(year, 'i1', '男性'), under(year, 'i2', '女性')]),
  ]);
  expect(all.map(({ stages }) => stages.map(({ path }) => path))).toEqual(
    expect.arrayContaining([[['男性']], [['女性']]]),
  );
  const [first, second] = all as [Series, Series];
  expect(rowsOfSeries(first).map(({ path }) => path)).toEqual(
    Array(2).fill(first.stages[0]?.path.join('＞')),
  );
  expect(wideRow(first)?.path).toBe(first.stages[0]?.path.join('＞'));
  expect(namesakesOf(first, all)).toMatchObject([{ path: second.stages[0]?.path }]);
});
