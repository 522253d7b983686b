import { describe, expect, it } from 'vitest';
import {
  type Block,
  blank,
  type Cell,
  gap,
  grid,
  label,
  line,
  number,
  value,
} from '../../samples/forms/form.ts';
import { amounts, FACTS, figures, heads, ratings, readPages, values } from './drawn.ts';

const TOP = [line('令和３年度　事業評価シート', { size: 13, right: '磯部市' }), FACTS];
const under = (...blocks: readonly Block[]) => readPages([...TOP, gap(8), ...blocks]);

describe('names left of their years', () => {
  const block = (name: string, level: Cell[], grade: string) => [
    [
      ...level,
      label(name, { h: 2 }),
      label('基準値'),
      label('実績値', { w: 2 }),
      label('目標値'),
      label('達成'),
    ],
    [...heads('30年度', '2年度', '3年度', '5年度'), value(grade, { h: 3 })],
    [blank(), ...figures('40', '44', '47'), number('60', { h: 2 })],
    [label('年度ごとの目標値'), blank(), ...figures('45', '50')],
  ];

  it('each of several blocks has its own, and rows that run on below belong to none', async () => {
    const sheet = await under(
      grid(
        [2, 7, 3, 3, 3, 3, 3],
        [
          ...block('便数（便）', [label('指標', { h: 8, upright: true })], '△'),
          ...block('満足する人の割合【単位：％】', [], '○'),
          [
            label('評価', { upright: true }),
            label('目標の達成', { w: 3 }),
            value('目標達成', { w: 3 }),
          ],
        ],
      ),
    );
    const of = (name: string) => [
      `${name} 2018 baseline 40`,
      `${name} 2020 actual 44`,
      `${name} 2021 actual 47`,
      `${name} 2023 target 60`,
      `${name} 2020 target 45`,
      `${name} 2021 target 50`,
    ];
    expect(values(sheet)).toEqual([...of('便数 便'), ...of('満足する人の割合 ％')]);
    expect(ratings(sheet)).toEqual([
      '便数（便） / 達成 / △',
      '満足する人の割合【単位：％】 / 達成 / ○',
      '評価 / 目標の達成 / 目標達成',
    ]);
  });

  it('what was reached in the base year is the baseline, in a row of results too', async () => {
    const sheet = await under(
      grid(
        [6, 3, 3, 3],
        [
          [label('利用者数（人）'), ...heads('基準値（30年度）', '2年度', '3年度')],
          [label('目標値'), blank(), ...figures('70', '80')],
          [label('実績値'), ...figures('60', '66', '71')],
        ],
      ),
    );
    expect(values(sheet).sort()).toEqual([
      '利用者数 人 2018 baseline 60',
      '利用者数 人 2020 actual 66',
      '利用者数 人 2020 target 70',
      '利用者数 人 2021 actual 71',
      '利用者数 人 2021 target 80',
    ]);
  });
});

describe('money beside indicators is of the project that they stand under', () => {
  const kpi = (name: string, unit: string) => [value(name), value(unit)];
  const spent = [number('1,200', { h: 2 }), number('980', { h: 2 })];
  const rows = (left: Cell[], right: Cell[]) => [
    [
      value('貸し自転車', { h: 2 }),
      ...left,
      ...kpi('利用回数', '回'),
      ...figures('300', '310'),
      ...right,
    ],
    [...kpi('登録者数', '人'), ...figures('90', '85')],
  ];
  const money = heads('予算額（千円）', '実績額');
  const counted = heads('ＫＰＩ', '単位', '目標値', '実績値');

  it.each([
    ['left of their names', [label('取組'), ...money, ...counted], rows(spent, [])],
    ['right of their figures', [label('取組'), ...counted, ...money], rows([], spent)],
  ])('%s', async (_, head, body) => {
    const sheet = await under(grid([5, 3, 3, 5, 3, 3, 3], [head, ...body]));
    expect(values(sheet)).toEqual([
      '利用回数 回 2021 target 300',
      '利用回数 回 2021 actual 310',
      '登録者数 人 2021 target 90',
      '登録者数 人 2021 actual 85',
    ]);
    expect(amounts(sheet)).toEqual([
      '貸し自転車 千円 2021 budget 1200',
      '貸し自転車 千円 2021 settlement 980',
    ]);
  });
});

it('a unit alone under a name is none of a line of money', async () => {
  const sheet = await under(
    line('', { right: '（単位：千円）' }),
    grid(
      [4, 4, 4, 4, 4],
      [
        [
          label('予算現額', { h: 2 }),
          label('決算額', { h: 2 }),
          label('財源内訳', { w: 2 }),
          label('執行率'),
        ],
        heads('国庫支出金', '一般財源', '（％）'),
        figures('2,000', '1,900', '900', '1,000', '95.0'),
      ],
    ),
  );
  expect(amounts(sheet)).toEqual([
    '予算現額 千円 2021 budget 2000',
    '決算額 千円 2021 settlement 1900',
    '国庫支出金 千円 2021 null 900',
    '一般財源 千円 2021 null 1000',
    '執行率 % 2021 settlement 95',
  ]);
});
