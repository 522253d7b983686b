import { expect, test } from 'vitest';
import { seriesOf } from '../../lambdas/domain/series/assemble.ts';
import { Series } from '../../lambdas/query/schemas/series.ts';
import { said } from './said.ts';
import { FOUR_SHEETS, tableOf } from './table.ts';

const FOUR = [
  said({
    year: 2012,
    figures: [
      '2011 baseline 40か所',
      '2012 target 50か所',
      '2012 actual 48か所',
      '2012 achievement 0.96',
      '2013 target 60か所',
      '2014 target 75か所',
      '2015 target 90か所',
    ],
  }),
  said({
    year: 2013,
    figures: [
      '2011 baseline 40か所',
      '2012 target 50か所',
      '2012 actual 48か所',
      '2013 target 60か所',
      '2013 actual 63か所（速報値）',
      '2013 achievement 1.00',
      '2014 target 75か所',
      '2015 target 90か所',
    ],
  }),
  said({
    year: 2014,
    figures: [
      '2011 baseline 40か所',
      '2012 target 50か所',
      '2012 actual 48か所',
      '2013 target 60か所',
      '2013 actual 61か所',
      '2014 target 75か所',
      '2014 actual 70か所',
      '2014 achievement 0.93',
      '2015 target 100か所',
    ],
  }),
  said({
    year: 2015,
    figures: [
      '2011 baseline 40か所',
      '2012 target 50か所',
      '2012 actual 48か所',
      '2013 target 60か所',
      '2013 actual 61か所',
      '2014 target 75か所',
      '2014 actual 70か所',
      '2015 target 100か所',
      '2015 actual 96か所',
      '2015 achievement 0.96',
    ],
  }),
];

test('four sheets that overlap are one series as the hand-written table says', () => {
  const [series, ...others] = seriesOf(FOUR);
  expect(others).toEqual([]);
  expect(tableOf(Series.parse(series))).toBe(FOUR_SHEETS);
  expect(series?.years.flatMap((year) => year.target?.revisions ?? [])).toMatchObject([
    {
      from: { sheetId: 'shiomi-2013-kinkyu-2' },
      to: { sheetId: 'shiomi-2014-kinkyu-2', value: 100 },
    },
  ]);
});

/** Cells of one fiscal year, in sheets of one year after the other: what stands, and the changes. */
test.for([
  ['a provisional actual becomes final', ['98人（暫定値）', '97人'], '97人', ['corrected']],
  ['a number comes in', ['調査中', '97人'], '97人', ['reported']],
  ['a target is raised twice', ['90', '100', '110'], '110', ['corrected', 'corrected']],
  ['a target returns to what it was', ['90', '100', '90'], '90', ['corrected', 'corrected']],
  ['the same number in other print', ['1,234件', '1234', '1,234件以下'], '1,234件以下', []],
  ['words for a number to come', ['調査中', '集計中', '未確定'], '未確定', []],
  ['dashes', ['—', '－'], '－', []],
  ['a number that is gone stands', ['97人', '集計中', '調査中'], '97人', ['withdrawn']],
  [
    'a number that is gone, in two ways',
    ['97人', '—', '調査中'],
    '97人',
    ['withdrawn', 'withdrawn'],
  ],
  ['a number that was gone comes back', ['97人', '集計中', '97人'], '97人', ['withdrawn']],
  ['another number comes back', ['97人', '集計中', '95人'], '95人', ['withdrawn', 'corrected']],
  ['words give way to other words', ['検討→', '実施→', '実 施→'], '実 施→', ['reworded']],
  ['a dash gives way to words', ['—', '検討→'], '検討→', ['reworded']],
  ['a cell we cannot read says nothing', ['97人', '?', '97人'], '97人', []],
  ['even where it comes first', ['?', '97人'], '97人', []],
  ['or last', ['調査中', '?'], '調査中', []],
] as const)('%s', ([, texts, stands, changes]) => {
  const sheets = texts.map((text, n) => said({ year: 2013 + n, figures: [`2013 actual ${text}`] }));
  const [series] = seriesOf(sheets);
  const actual = series?.years[0]?.actual;
  expect(actual?.text).toBe(stands);
  expect(actual?.sources.map(({ text }) => text)).toEqual(texts);
  expect(actual?.revisions.map(({ change }) => change)).toEqual(changes);
});

test('a number in another unit is a revision of its own kind, and both units are told', () => {
  const unit = (year: number, unit: string | null, figure: string) =>
    said({ year, unit, figures: [`2013 actual ${figure}`] });
  const [changed] = seriesOf([unit(2013, '件', '35件'), unit(2014, '%', '35%')]);
  expect(changed?.units).toEqual(['%', '件']);
  expect(changed?.years[0]?.actual).toMatchObject({ unit: '%', revisions: [{ change: 'unit' }] });
  const [left] = seriesOf([
    unit(2013, '％', '35％'),
    unit(2014, null, '35'),
    unit(2015, '%', '35'),
  ]);
  expect(left?.years[0]?.actual?.revisions).toEqual([]);
});

test('a cell over several years stands in its first one only', () => {
  const [series] = seriesOf([
    said({ year: 2012, figures: ['2012–2015 target 4年間で40社以上→', '2012 actual 9社'] }),
    said({ year: 2013, figures: ['2012–2015 target 4年間で40社以上→', '2013 actual 12社'] }),
  ]);
  expect(series && tableOf(series)).toBe(
    [
      '2012 target 4年間で40社以上→ | 2012 4年間で40社以上→, 2013 4年間で40社以上→',
      '2012 actual 9社 | 2012 9社',
      '2013 actual 12社 | 2013 12社',
    ].join('\n'),
  );
  expect(series?.years[0]?.target?.throughFiscalYear).toBe(2015);
});

test('the same number for other years is another target', () => {
  const [series] = seriesOf([
    said({ year: 2012, figures: ['2012–2015 target 40社'] }),
    said({ year: 2013, figures: ['2012–2014 target 40社'] }),
  ]);
  expect(series?.years[0]?.target).toMatchObject({
    throughFiscalYear: 2014,
    revisions: [{ change: 'corrected', from: { throughFiscalYear: 2015 } }],
  });
});

test('achievements of earlier years are revised too', () => {
  const [series] = seriesOf([
    said({ year: 2013, figures: ['2013 achievement 0.97'] }),
    said({ year: 2014, figures: ['2013 achievement 0.95', '2014 achievement 1.00'] }),
  ]);
  expect(series?.years[0]?.achievement).toMatchObject({
    value: 0.95,
    check: 'verified',
    revisions: [{ change: 'corrected', from: { value: 0.97 } }],
  });
});
