import { describe, expect, it } from 'vitest';
import { blank, grid, label, line, value } from '../../samples/forms/form.ts';
import { amounts, below, fields, figures, heads, middle, ratings, values } from './drawn.ts';

describe('the unit and kind of money', () => {
  it('the unit beside another word in the caption', async () => {
    const sheet = await below(
      line('２　港の会計', { right: '（税込、百万円）' }),
      grid(
        [3, 5, 3, 3, 3],
        [
          [label('科目', { w: 2, h: 2 }), label('令和３年度', { w: 2 }), label('令和４年度')],
          heads('計画', '決算', '予算'),
          [label('収入', { h: 2 }), value('係留の料金'), ...figures('210', '198', '205')],
          [label('計'), ...figures('260', '251', '△7')],
          [label('会計に携わる職員数（人）', { w: 2 }), ...figures('4', '4', '5')],
        ],
      ),
    );
    expect(amounts(sheet)).toEqual([
      '係留の料金 百万円 2021 budget 210',
      '係留の料金 百万円 2021 settlement 198',
      '係留の料金 百万円 2022 budget 205',
      '計 百万円 2021 budget 260',
      '計 百万円 2021 settlement 251',
      '計 百万円 2022 budget -7',
      '会計に携わる職員数 人 2021 budget 4',
      '会計に携わる職員数 人 2021 settlement 4',
      '会計に携わる職員数 人 2022 budget 5',
    ]);
  });

  it.each([
    ['above the table', [line('２　かけた費用（千円）')], []],
    ['across the table', [], [[label('かけた費用（千円）', { w: 3 })]]],
  ])('the unit in the heading %s', async (_, above, band) => {
    const sheet = await below(
      ...above,
      grid(
        [6, 4, 4],
        [
          ...band,
          [blank(), ...heads('R3決算', 'R4予算')],
          [value('事業費（a）'), ...figures('12', '14')],
          [value('県からの補助'), ...figures('3', '－')],
        ],
      ),
    );
    expect(amounts(sheet).slice(0, 3)).toEqual([
      '事業費（a） 千円 2021 settlement 12',
      '事業費（a） 千円 2022 budget 14',
      '県からの補助 千円 2021 settlement 3',
    ]);
  });

  it('the unit behind the year in one head', async () => {
    const sheet = await below(
      grid(
        [5, 6, 4, 3],
        [
          heads('取組名', 'R4に行った内容', '事業費\n（R4決算・千円）', '自己評価'),
          [value('看板の塗替え'), value('二十枚を塗り替えた。'), ...figures('310'), middle('Ｂ')],
          [value('清掃の日'), value('四回行った。'), ...figures('45'), middle('Ａ')],
        ],
      ),
    );
    expect(amounts(sheet)).toEqual([
      '看板の塗替え 千円 2022 settlement 310',
      '清掃の日 千円 2022 settlement 45',
    ]);
  });

  it('a heading says what the years that are over hold, no later one', async () => {
    const sheet = await below(
      line('■ 決算額', { right: '（単位：千円）' }),
      grid(
        [8, 4, 4, 4],
        [
          heads('予算事業の名称', '３年度', '４年度', '５年度'),
          [value('浜の管理費'), ...figures('120', '130', '140')],
          [value('遊具の整備費'), ...figures('20', '30', '40')],
        ],
      ),
    );
    expect(amounts(sheet)).toEqual([
      '浜の管理費 千円 2021 settlement 120',
      '浜の管理費 千円 2022 settlement 130',
      '浜の管理費 千円 2023 null 140',
      '遊具の整備費 千円 2021 settlement 20',
      '遊具の整備費 千円 2022 settlement 30',
      '遊具の整備費 千円 2023 null 40',
    ]);
  });
});

it('member projects beside who is in charge, with what came of them', async () => {
  const sheet = await below(
    grid(
      [6, 4, 4, 4, 3, 6],
      [
        heads(
          '構成する事業',
          '担当課',
          'R4決算額\n（百万円）',
          'R5予算額\n（百万円）',
          '寄与度',
          'R4の主な成果',
        ),
        [value('堤防の修繕'), middle('港湾課'), ...figures('52', '48'), middle('大')].concat(
          value('一か所を直した。'),
        ),
        [value('砂の補給'), middle('環境課'), ...figures('7', '9'), middle('中')].concat(
          value('二回行った。'),
        ),
      ],
    ),
  );
  expect(amounts(sheet)).toEqual([
    '堤防の修繕 百万円 2022 settlement 52',
    '堤防の修繕 百万円 2023 budget 48',
    '砂の補給 百万円 2022 settlement 7',
    '砂の補給 百万円 2023 budget 9',
  ]);
  expect(ratings(sheet)).toEqual(['堤防の修繕 / 寄与度 / 大', '砂の補給 / 寄与度 / 中']);
  expect(fields(sheet)).toEqual(
    expect.arrayContaining([
      '堤防の修繕 / 担当課 / 港湾課',
      '砂の補給 / R4の主な成果 / 二回行った。',
    ]),
  );
});

it('money, staff and indicators across one table whose rows are years', async () => {
  const sheet = await below(
    grid(
      [5, 3, 3, 3, 3, 3, 3, 3, 3],
      [
        [
          label('年度', { h: 3 }),
          label('事業費（千円）', { w: 2 }),
          label('職員数\n（人）', { h: 3 }),
          label('活動指標', { w: 2 }),
          label('利用の状況', { w: 2 }),
          label('備考', { h: 3 }),
        ],
        [
          label('総額', { h: 2 }),
          label('市費', { h: 2 }),
          label('清掃の回数\n（回）', { w: 2 }),
          label('海水浴の客\n（百人）', { w: 2 }),
        ],
        heads('見込', '実績', '目標', '実績'),
        [label('令和３年度（決算）'), ...figures('90', '80', '0.5', '6', '5', '40', '38'), blank()],
        [label('令和４年度（決算）'), ...figures('95', '85', '0.6', '7', '7', '42', '45'), blank()],
        [label('令和５年度（予算）'), ...figures('99', '88', '0.6', '8', '', '44', ''), blank()],
      ],
    ),
  );
  expect(amounts(sheet)).toEqual([
    '総額 千円 2021 settlement 90',
    '総額 千円 2022 settlement 95',
    '総額 千円 2023 budget 99',
    '市費 千円 2021 settlement 80',
    '市費 千円 2022 settlement 85',
    '市費 千円 2023 budget 88',
    '職員数 人 2021 settlement 0.5',
    '職員数 人 2022 settlement 0.6',
    '職員数 人 2023 budget 0.6',
  ]);
  expect(sheet.budget[1]?.path).toEqual(['事業費']);
  expect(values(sheet)).toEqual([
    '清掃の回数 回 2021 forecast 6',
    '清掃の回数 回 2021 actual 5',
    '清掃の回数 回 2022 forecast 7',
    '清掃の回数 回 2022 actual 7',
    '清掃の回数 回 2023 forecast 8',
    '海水浴の客 百人 2021 target 40',
    '海水浴の客 百人 2021 actual 38',
    '海水浴の客 百人 2022 target 42',
    '海水浴の客 百人 2022 actual 45',
    '海水浴の客 百人 2023 target 44',
  ]);
});

it('a line of money and pairs beside it: its stages are its amounts, a part and a rate are lines of their own', async () => {
  const sheet = await below(
    grid(
      [3, 2, 2, 2, 2, 2, 2, 3, 2],
      [
        [
          label('事業費（千円）'),
          label('予算額'),
          ...figures('2,400'),
          label('決算額'),
          ...figures('2,310'),
          label('執行率'),
          ...figures('96.3%'),
          label('うち一般財源'),
          ...figures('1,200'),
        ],
      ],
    ),
  );
  expect(amounts(sheet)).toEqual([
    '事業費 千円 2022 budget 2400',
    '事業費 千円 2022 settlement 2310',
    '執行率 % 2022 settlement 96.3',
    'うち一般財源 千円 2022 null 1200',
  ]);
});

it.each([
  ['across the table', [[label('事業の費用（単位：千円）', { w: 4 })]]],
  ['in the first cell', [[label('区分（単位：千円）'), value('令和４年度', { w: 3 })]]],
])('the unit in a cell of a table of pairs: %s', async (_, over) => {
  const pairs = [label('事業費'), ...figures('1,200'), label('人件費'), ...figures('1,100')];
  const sheet = await below(line('２　費用'), grid([4, 4, 4, 4], [...over, pairs]));
  expect(amounts(sheet)).toEqual(['事業費 千円 2022 null 1200', '人件費 千円 2022 null 1100']);
});
