import { expect, it } from 'vitest';
import { grid, label, line, value } from '../../samples/forms/form.ts';
import { amounts, below, figures, heads, middle, ratings, values } from './drawn.ts';

it('marks of a formula behind what was budgeted or spent change nothing of it', async () => {
  const sheet = await below(
    grid(
      [6, 5, 5, 3],
      [
        heads('区分（千円）', '令和４年度決算額（Ａ）', '令和３年度決算額（Ｂ）', '増減（Ａ－Ｂ）'),
        [label('委託料'), ...figures('1,200', '1,100', '100')],
        [label('工事費'), ...figures('800', '690', '110')],
      ],
    ),
  );
  expect(amounts(sheet)).toEqual([
    '委託料 千円 2022 settlement 1200',
    '委託料 千円 2021 settlement 1100',
    '工事費 千円 2022 settlement 800',
    '工事費 千円 2021 settlement 690',
  ]);
});

it('a name with its label in a cell across the table is that of the rows below', async () => {
  const block = (name: string, ...rows: readonly (readonly string[])[]) => [
    [label(name, { w: 3 })],
    heads('年度', 'R3', 'R4'),
    ...rows.map(([kind = '', ...texts]) => [label(kind), ...figures(...texts)]),
  ];
  const sheet = await below(
    grid(
      [4, 3, 3],
      [
        ...block('成果指標名：浜を訪れた人（人）', ['目標', '100', '110'], ['実績', '98', '115']),
        ...block('活動指標名：浜の清掃（回）', ['目標', '10', '11'], ['実績', '9', '12']),
      ],
    ),
  );
  expect(values(sheet)).toEqual([
    '浜を訪れた人 人 2021 target 100',
    '浜を訪れた人 人 2022 target 110',
    '浜を訪れた人 人 2021 actual 98',
    '浜を訪れた人 人 2022 actual 115',
    '浜の清掃 回 2021 target 10',
    '浜の清掃 回 2022 target 11',
    '浜の清掃 回 2021 actual 9',
    '浜の清掃 回 2022 actual 12',
  ]);
});

it('a kind behind a name is the row’s, and rows of one name are one indicator', async () => {
  const sheet = await below(
    grid(
      [8, 3, 3],
      [
        heads('年度', 'R3', 'R4'),
        [label('①浜の清掃（回）　目標'), ...figures('10', '11')],
        [label('①浜の清掃（回）　実績'), ...figures('9', '12')],
      ],
    ),
  );
  expect(values(sheet)).toEqual([
    '浜の清掃 回 2021 target 10',
    '浜の清掃 回 2022 target 11',
    '浜の清掃 回 2021 actual 9',
    '浜の清掃 回 2022 actual 12',
  ]);
});

it.each([
  ['behind a unit', '浜を訪れた人（人）', '浜を訪れた人'],
  ['next to a name that another row has with another kind', '浜を訪れた人', '浜を訪れた人'],
])('a kind %s is the row’s', async (_, printed, name) => {
  const sheet = await below(
    grid(
      [8, 3, 3],
      [
        heads('指標名', '24年度', '25年度'),
        [label(`${printed}目標`), ...figures('120', '135')],
        [label(`${printed}実績`), ...figures('118', '141')],
      ],
    ),
  );
  const told = values(sheet).map((line) => line.replace(/ (?:人|null) /, ' '));
  expect(told).toEqual([
    `${name} 2012 target 120`,
    `${name} 2013 target 135`,
    `${name} 2012 actual 118`,
    `${name} 2013 actual 141`,
  ]);
});

it('what is counted among lines of money is measured, who is paid is not', async () => {
  const sheet = await below(
    grid(
      [8, 4, 4],
      [
        heads('', '令和３年度', '令和４年度'),
        [label('浜を訪れた人（人）'), ...figures('98', '115')],
        [label('会計年度任用職員（人）'), ...figures('1.0', '1.2')],
        [label('事業費（千円）'), ...figures('1,100', '1,200')],
        [label('人件費（千円）'), ...figures('700', '720')],
      ],
    ),
  );
  expect(sheet.indicators.map(({ name }) => name)).toEqual(['浜を訪れた人']);
  expect(sheet.budget.map(({ name }) => name)).toEqual(['会計年度任用職員', '事業費', '人件費']);
});

it('an amount whose unit nobody says is told', async () => {
  const { warnings } = await below(
    grid([8, 4], [heads('区分', '４年度決算'), [label('委託料'), ...figures('120')]]),
  );
  expect(warnings.map(({ code }) => code)).toEqual(['unknown-kind']);
});

it('a unit at the end of the line above a table is its unit', async () => {
  const { budget } = await below(
    line('投入量（千円）'),
    grid([8, 4], [heads('区分', '４年度決算'), [label('委託料'), ...figures('120')]]),
  );
  expect(budget.map(({ unit }) => unit)).toEqual(['千円']);
});

it('a circled number among counted choices, and a mark in parentheses, choose', async () => {
  const sheet = await below(
    grid(
      [5, 12],
      [
        [label('今後の方向性'), value('１　拡充　　②　継続　　３　縮小　　４　廃止')],
        [label('成果の達成状況'), value('（○）達成　（　）概ね達成　（　）未達成')],
      ],
    ),
  );
  expect(ratings(sheet)).toEqual(['今後の方向性 / 継続', '成果の達成状況 / 達成']);
});

it('two kinds in one cell parted by a stroke, as the head says', async () => {
  const sheet = await below(
    grid(
      [7, 2, 4, 4],
      [
        [label('指標名', { h: 2 }), label('単位', { h: 2 }), ...heads('令和３年度', '令和４年度')],
        heads('目標／実績', '目標／実績'),
        [value('浜の清掃'), middle('回'), middle('10／9'), middle('11／12')],
      ],
    ),
  );
  expect(values(sheet)).toEqual([
    '浜の清掃 回 2021 target 10',
    '浜の清掃 回 2021 actual 9',
    '浜の清掃 回 2022 target 11',
    '浜の清掃 回 2022 actual 12',
  ]);
});
