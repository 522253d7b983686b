import { expect, it } from 'vitest';
import { blank, grid, label, line, number, value } from '../../samples/forms/form.ts';
import { amounts, below, figures, heads, middle, ratings, values } from './drawn.ts';

const twoRows = (head: string) =>
  grid(
    [7, 3, 3, 3],
    [
      [label(head), ...heads('R3年度', 'R4年度', 'R5年度')],
      [value('浜の清掃の回数（回）', { h: 2 }), ...figures('10', '11', '12')],
      [number('9'), number('13'), blank()],
    ],
  );

it('two rows of figures of one name are what the head says of the upper and the lower', async () => {
  expect(values(await below(twoRows('指標（上段：目標 下段：実績）')))).toEqual([
    '浜の清掃の回数 回 2021 target 10',
    '浜の清掃の回数 回 2022 target 11',
    '浜の清掃の回数 回 2023 target 12',
    '浜の清掃の回数 回 2021 actual 9',
    '浜の清掃の回数 回 2022 actual 13',
  ]);
});

it('two rows of figures of one name that nothing tells apart are told, not guessed', async () => {
  const { indicators, warnings } = await below(twoRows('指標名'));
  expect(indicators).toEqual([]);
  expect(warnings.filter(({ code }) => code === 'unread')).toHaveLength(6);
});

it('a caption says in which unit single lines are', async () => {
  const sheet = await below(
    line('（単位：千円。ただし、職員数は人、執行率は％）'),
    grid(
      [6, 4, 4],
      [
        heads('経費', '３年度決算', '４年度決算'),
        [label('委託料'), ...figures('120', '130')],
        [label('職員数'), ...figures('0.5', '0.6')],
        [label('執行率'), ...figures('98.1', '99.0')],
      ],
    ),
  );
  expect(amounts(sheet)).toEqual([
    '委託料 千円 2021 settlement 120',
    '委託料 千円 2022 settlement 130',
    '職員数 人 2021 settlement 0.5',
    '職員数 人 2022 settlement 0.6',
    '執行率 % 2021 settlement 98.1',
    '執行率 % 2022 settlement 99',
  ]);
});

it('a caption alone in the last row of a table is about the next one', async () => {
  const sheet = await below(
    grid(
      [4, 10, 6],
      [
        [label('実施方法'), value('委託による。', { w: 2 })],
        [blank(), blank(), value('（単位：百万円）')],
      ],
    ),
    grid([6, 4], [heads('区分', '４年度決算'), [label('委託料'), number('12')]]),
  );
  expect(sheet.budget.map(({ unit }) => unit)).toEqual(['百万円']);
});

it('years that are told twice are the ones that are printed', async () => {
  const sheet = await below(
    grid(
      [6, 5, 5],
      [
        heads('区分', '本年度（令和４年度）', '前年度（令和３年度）'),
        [label('予算現額（円）'), ...figures('21,495,000', '21,056,000')],
        [label('決算額（円）'), ...figures('19,719,842', '19,317,477')],
      ],
    ),
  );
  expect(amounts(sheet)).toContain('決算額 円 2021 settlement 19317477');
  expect(sheet.warnings).toEqual([]);
});

it('a level and an ordinal before a name are no part of it', async () => {
  const { indicators } = await below(
    grid(
      [8, 3, 3],
      [
        heads('指標', 'R4目標', 'R4実績'),
        [value('活動指標①浜の清掃の回数（回）'), ...figures('10', '11')],
        [value('成果指標１　拾ったごみ（kg）'), ...figures('90', '85')],
      ],
    ),
  );
  expect(indicators.map(({ level, name }) => `${level} ${name}`)).toEqual([
    'activity 浜の清掃の回数',
    'outcome 拾ったごみ',
  ]);
});

it('names across the table over rows of kinds, each with its level', async () => {
  const { indicators } = await below(
    grid(
      [6, 3, 3],
      [
        heads('区分', 'R3', 'R4'),
        [label('【成果指標】浜を訪れた人（人）', { w: 3 })],
        [label('目標'), ...figures('100', '110')],
        [label('実績'), ...figures('98', '115')],
        [label('【活動指標】浜の清掃の回数（回）', { w: 3 })],
        [label('目標'), ...figures('10', '11')],
        [label('実績'), ...figures('9', '12')],
      ],
    ),
  );
  expect(indicators.map(({ level, name, values: all }) => [level, name, all.length])).toEqual([
    ['outcome', '浜を訪れた人', 4],
    ['activity', '浜の清掃の回数', 4],
  ]);
});

it('a column of judgements has one in each row, and a dash is one', async () => {
  const sheet = await below(
    grid(
      [8, 3, 3, 3],
      [
        heads('指標名', 'R4目標', 'R4実績', '動向'),
        [value('浜の清掃の回数（回）'), ...figures('10', '11'), middle('◎')],
        [value('拾ったごみ（kg）'), ...figures('90', '85'), middle('○')],
        [value('参加した人（人）'), ...figures('40', '44'), middle('－')],
      ],
    ),
  );
  expect(ratings(sheet)).toEqual([
    '浜の清掃の回数（回） / 動向 / ◎',
    '拾ったごみ（kg） / 動向 / ○',
    '参加した人（人） / 動向 / －',
  ]);
});

it('kinds along the side of the same names are one indicator each', async () => {
  const rows = (kind: string, ...all: readonly (readonly string[])[]) =>
    all.map(([unit = '', ...texts], i) => [
      ...(i === 0 ? [label(kind, { h: all.length })] : []),
      value(['浜の清掃', '拾ったごみ'][i] ?? ''),
      middle(unit),
      ...figures(...texts),
    ]);
  const { indicators } = await below(
    grid(
      [2, 7, 2, 3, 3],
      [
        heads('', '指標', '単位', '令和３', '令和４'),
        ...rows('目標', ['回', '10', '11'], ['kg', '90', '95']),
        ...rows('実績', ['回', '9', '12'], ['kg', '88', '99']),
        ...rows('達成率', ['％', '90.0', '109.1'], ['％', '97.8', '104.2']),
      ],
    ),
  );
  expect(
    indicators.map(({ name, unit, values: all, achievement }) => [
      name,
      unit,
      all.map(({ fiscalYear, type, text }) => `${fiscalYear} ${type} ${text}`).join(' '),
      achievement?.ratio,
    ]),
  ).toEqual([
    ['浜の清掃', '回', '2021 target 10 2022 target 11 2021 actual 9 2022 actual 12', 1.091],
    ['拾ったごみ', 'kg', '2021 target 90 2022 target 95 2021 actual 88 2022 actual 99', 1.042],
  ]);
});

it('amounts told apart by year and stage down the side, by what they are of over them', async () => {
  const sheet = await below(
    line('事業費（千円）'),
    grid(
      [4, 4, 4, 4, 4],
      [
        [
          label('年度', { h: 2 }),
          label('区分', { h: 2 }),
          label('事業費', { h: 2 }),
          label('財源内訳', { w: 2 }),
        ],
        heads('国庫支出金', '一般財源'),
        [label('令和３年度'), label('決算'), ...figures('120', '50', '70')],
        [label('令和４年度', { h: 2 }), label('当初予算'), ...figures('130', '55', '75')],
        [label('決算'), ...figures('128', '54', '74')],
      ],
    ),
  );
  expect(amounts(sheet)).toEqual([
    '事業費 千円 2021 settlement 120',
    '事業費 千円 2022 budget 130',
    '事業費 千円 2022 settlement 128',
    '国庫支出金 千円 2021 settlement 50',
    '国庫支出金 千円 2022 budget 55',
    '国庫支出金 千円 2022 settlement 54',
    '一般財源 千円 2021 settlement 70',
    '一般財源 千円 2022 budget 75',
    '一般財源 千円 2022 settlement 74',
  ]);
});

it('rows go on under their heads behind what was said of those before', async () => {
  const { indicators } = await below(
    grid(
      [6, 2, 3, 3],
      [
        heads('指標', '単位', 'R4目標', 'R4実績'),
        [label('１　浜を守る', { w: 4 })],
        [value('浜の清掃'), middle('回'), ...figures('10', '12')],
        [label('総括'), value('清掃は計画を上回った。', { w: 3 })],
        [label('２　浜を楽しむ', { w: 4 })],
        [value('浜を訪れた人'), middle('人'), ...figures('100', '98')],
      ],
    ),
  );
  expect(indicators.map(({ name, path = [] }) => [...path, name].join(' / '))).toEqual([
    '１浜を守る / 浜の清掃',
    '２浜を楽しむ / 浜を訪れた人',
  ]);
});
