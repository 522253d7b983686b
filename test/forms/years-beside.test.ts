import { expect, it } from 'vitest';
import { grid, label, line, value } from '../../samples/forms/form.ts';
import { amounts, below, fields, figures, heads, middle, ratings, values } from './drawn.ts';

it('the year of a figure stands in a column beside it; each year has its grade', async () => {
  const sheet = await below(
    grid(
      [5, 2, 2, 2, 2, 2, 2, 2, 2, 2],
      [
        [
          label('指標', { h: 2 }),
          label('単位', { h: 2 }),
          label('前回値', { w: 2 }),
          label('最新値', { w: 2 }),
          label('目標値', { w: 2 }),
          label('評価', { w: 2 }),
        ],
        heads('年度', '数値', '年度', '数値', '年度', '数値', 'R3', 'R4'),
        [
          value('浜の清掃に来た人'),
          middle('人'),
          middle('R2'),
          ...figures('310'),
          middle('R3'),
          ...figures('355'),
          middle('R3'),
          ...figures('340'),
          middle('b'),
          middle('a'),
        ],
        [label('指標の総合評価', { w: 8 }), middle('c'), middle('b')],
      ],
    ),
  );
  expect(values(sheet)).toEqual([
    '浜の清掃に来た人 人 2020 actual 310',
    '浜の清掃に来た人 人 2021 actual 355',
    '浜の清掃に来た人 人 2021 target 340',
  ]);
  expect(ratings(sheet)).toEqual([
    '浜の清掃に来た人 / R3 / 評価 / b',
    '浜の清掃に来た人 / R4 / 評価 / a',
    '指標の総合評価 / R3 / 評価 / c',
    '指標の総合評価 / R4 / 評価 / b',
  ]);
});

it('rows of a list that years name: amounts and grades are of what heads their columns', async () => {
  const sheet = await below(
    grid(
      [2, 8, 4, 2],
      [
        heads('年度', '取組の内容', '事業費（千円）', '評価'),
        [middle('R3'), value('看板を直した。'), ...figures('120'), middle('Ｃ')],
        [middle('R4'), value('柵を直した。'), ...figures('480'), middle('Ａ')],
      ],
    ),
  );
  expect(amounts(sheet)).toEqual(['事業費 千円 2021 null 120', '事業費 千円 2022 null 480']);
  expect(ratings(sheet)).toEqual(['R3 / 評価 / Ｃ', 'R4 / 評価 / Ａ']);
});

it('one line of money among rows of 計画 and 実績 makes no indicator one', async () => {
  const pair = (name: string, plan: readonly string[], real: readonly string[]) => [
    [label(name, { h: 2 }), label('計画'), ...figures(...plan)],
    [label('実績'), ...figures(...real)],
  ];
  const sheet = await below(
    grid(
      [6, 3, 3, 3],
      [
        [label('', { w: 2 }), ...heads('令和３年度', '令和４年度')],
        ...pair('講座に来た実人数（人）', ['40', '44'], ['38', '47']),
        ...pair('事業費（千円）', ['500', '520'], ['480', '515']),
      ],
    ),
  );
  expect(values(sheet)).toHaveLength(4);
  expect(amounts(sheet)).toHaveLength(4);
});

it('a cell with headings of its own holds a text under each', async () => {
  const sheet = await below(
    line('１　事業のあらまし'),
    grid([10], [[value('【ねらい】\n浜に親しむ人を増やす。\n【手立て】\n案内板を置く。')]]),
  );
  expect(fields(sheet)).toEqual(
    expect.arrayContaining(['【ねらい】 / 浜に親しむ人を増やす。', '【手立て】 / 案内板を置く。']),
  );
});

it('the year stands behind its figure as well, also beside a baseline; a wished direction and plans are told', async () => {
  const sheet = await below(
    grid(
      [6, 2, 2, 2, 2, 2, 2, 3],
      [
        [
          label('指標名', { h: 2 }),
          label('単位', { h: 2 }),
          label('方向', { h: 2 }),
          label('策定時', { w: 2 }),
          label('直近値', { w: 2 }),
          label('最終目標\nR7', { h: 2 }),
        ],
        heads('実績', '時点', '実績', '時点'),
        [
          value('浜を歩いた人'),
          middle('人'),
          middle('↗'),
          ...figures('120'),
          middle('H28'),
          ...figures('310'),
          middle('R4'),
          ...figures('400'),
        ],
      ],
    ),
    grid(
      [6, 4, 4, 8],
      [
        heads('事業名', 'R3決算', 'R4決算', '次年度の改善点'),
        [value('清掃の費用'), ...figures('120', '134'), value('袋を紙に替える')],
      ],
    ),
  );
  expect(values(sheet)).toEqual([
    '浜を歩いた人 人 2016 baseline 120',
    '浜を歩いた人 人 2022 actual 310',
    '浜を歩いた人 人 2025 target 400',
  ]);
  expect(ratings(sheet)).toEqual([]);
  expect(fields(sheet)).toEqual(
    expect.arrayContaining([
      '浜を歩いた人 / 方向 / ↗',
      '清掃の費用 / 次年度の改善点 / 袋を紙に替える',
    ]),
  );
  expect(sheet.warnings.filter(({ code }) => code === 'unread')).toEqual([]);
});

it('what stands beside several indicators is told once; the grade of the year before is one', async () => {
  const sheet = await below(
    grid(
      [6, 5, 2, 3, 3],
      [
        heads('業務の実績', '指標名', '単位', 'R4目標', 'R4実績'),
        [
          value('組ごとに道具を貸し、集めたごみの重さを測った。', { h: 2 }),
          value('清掃した浜'),
          middle('か所'),
          ...figures('14', '15'),
        ],
        [value('貸した道具'), middle('個'), ...figures('60', '52')],
      ],
    ),
    grid(
      [4, 3, 3, 3, 3],
      [[label('市の評価'), label('評価'), middle('４'), label('前年度'), middle('３')]],
    ),
  );
  expect(fields(sheet).filter((one) => one.includes('業務の実績'))).toEqual([
    '業務の実績 / 組ごとに道具を貸し、集めたごみの重さを測った。',
  ]);
  expect(ratings(sheet)).toEqual(expect.arrayContaining([expect.stringContaining('前年度 / ３')]));
});
