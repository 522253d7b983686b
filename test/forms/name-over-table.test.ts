import { expect, it } from 'vitest';
import { blank, grid, label, line, value } from '../../samples/forms/form.ts';
import { amounts, below, fields, figures, heads, middle, ratings, values } from './drawn.ts';

const years = (...rows: readonly (readonly string[])[]) =>
  grid(
    [4, 3, 3, 3, 2],
    [
      heads('年度', '目標値', '実績値', '達成率', '評価'),
      ...rows.map(([year = '', target = '', actual = '', rate = '', grade = '']) => [
        middle(year),
        ...figures(target, actual, rate),
        grade ? middle(grade) : blank(),
      ]),
    ],
  );

it('the line above a table of years names its one indicator', async () => {
  const sheet = await below(
    line('ＫＰＩ①　釣り大会に来た人（人／年）'),
    years(
      ['令和３年度', '300', '240', '80.0%', 'Ｃ'],
      ['令和４年度', '320', '352', '110.0%', 'Ａ'],
    ),
    line('ＫＰＩ②　植えた松（累計・本）'),
    years(['令和３年度', '40', '38', '95.0%', 'Ｂ'], ['令和４年度', '60', '', '', '']),
  );
  expect(values(sheet)).toEqual([
    '釣り大会に来た人 人／年 2021 target 300',
    '釣り大会に来た人 人／年 2021 actual 240',
    '釣り大会に来た人 人／年 2022 target 320',
    '釣り大会に来た人 人／年 2022 actual 352',
    '植えた松（累計） 本 2021 target 40',
    '植えた松（累計） 本 2021 actual 38',
    '植えた松（累計） 本 2022 target 60',
  ]);
  expect(ratings(sheet).map((one) => one.slice(one.indexOf(' / ')))).toEqual([
    ' / 令和３年度 / 評価 / Ｃ',
    ' / 令和４年度 / 評価 / Ａ',
    ' / 令和３年度 / 評価 / Ｂ',
  ]);
});

it('a heading that tells what a table is about names no indicator of it', async () => {
  const sheet = await below(
    line('２　成果指標の推移'),
    years(['令和３年度', '300', '240', '80.0%', 'Ｃ']),
  );
  expect(values(sheet)).toEqual([]);
  expect(sheet.warnings.filter(({ code }) => code === 'unread').length).toBeGreaterThan(2);
});

it('one row of money under its names, what is carried over among them', async () => {
  const sheet = await below(
    grid(
      [3, 3, 3, 3, 3, 3],
      [
        [
          label('予算現額（円）', { h: 2 }),
          label('決算額（円）', { h: 2 }),
          label('財源内訳（円）', { w: 2 }),
          label('翌年度繰越額（円）', { h: 2 }),
          label('不用額（円）', { h: 2 }),
        ],
        heads('県支出金', '一般財源'),
        figures('9,000,000', '8,400,000', '4,000,000', '4,400,000', '500,000', '100,000'),
      ],
    ),
  );
  expect(amounts(sheet)).toEqual([
    '予算現額 円 2022 budget 9000000',
    '決算額 円 2022 settlement 8400000',
    '県支出金 円 2022 null 4000000',
    '一般財源 円 2022 null 4400000',
    '翌年度繰越額 円 2022 budget 500000',
    '不用額 円 2022 null 100000',
  ]);
});

it('metres in parentheses are a unit, capitals a mark of a formula', async () => {
  const sheet = await below(
    grid(
      [6, 3, 3],
      [
        [label('区分'), label('令和３年度実績'), label('令和４年度実績')],
        [value('草を刈った長さ（m）'), ...figures('4,200', '4,480')],
        [value('事業費（Ａ）（千円）'), ...figures('3,100', '3,215')],
        [value('うち県の補助金（千円）'), ...figures('1,500', '1,600')],
      ],
    ),
  );
  expect(values(sheet)).toEqual([
    '草を刈った長さ m 2021 actual 4,200',
    '草を刈った長さ m 2022 actual 4,480',
  ]);
  expect(amounts(sheet)).toHaveLength(4);
});

it('○ and → under years say when something is done', async () => {
  const sheet = await below(
    grid(
      [3, 5, 2, 2, 2],
      [
        [label('工程', { h: 3 }), ...heads('取組項目', 'R3', 'R4', 'R5')],
        [value('名簿を作る'), middle('○'), middle('→'), blank()],
        [value('案内を送る'), blank(), middle('○'), middle('→')],
      ],
    ),
  );
  expect(ratings(sheet)).toEqual([]);
});

it('what is asked is the label of a tick, under what it is asked of', async () => {
  const sheet = await below(
    grid(
      [3, 7, 4, 2, 6],
      [
        [
          label('妥当性', { h: 2 }),
          value('① 市が行う必要があるか'),
          value('■ある　□ない'),
          label('理由'),
          value('法に定めがある。'),
        ],
        [
          value('② 対象を見直す余地はあるか'),
          value('□ある　■ない'),
          label('理由'),
          value('全員に要る。'),
        ],
      ],
    ),
  );
  expect(ratings(sheet)).toEqual([
    '妥当性 / ①市が行う必要があるか / ある',
    '妥当性 / ②対象を見直す余地はあるか / ない',
  ]);
});

it('a line that names the indicator behind its label is no field as well', async () => {
  const sheet = await below(
    line('成果指標：松を植えた人（人）'),
    years(['令和３年度', '30', '28', '93.3%', 'Ｂ'], ['令和４年度', '40', '44', '110.0%', 'Ａ']),
  );
  expect(values(sheet)).toContain('松を植えた人 人 2022 actual 44');
  expect(fields(sheet).filter((one) => one.includes('松'))).toEqual([]);
});
