import { expect, it } from 'vitest';
import { blank, grid, label, line, value } from '../../samples/forms/form.ts';
import { amounts, below, fields, figures, heads, middle, ratings, values } from './drawn.ts';

it('cards of indicators side by side', async () => {
  const sheet = await below(
    grid(
      [3, 2, 2, 2, 3, 2, 2, 2],
      [
        [label('◆成果指標の推移', { w: 8 })],
        [
          label('指標１'),
          value('浜の清掃の参加者数（人）', { w: 3 }),
          label('指標２'),
          value('回収したごみの量（ｔ）', { w: 3 }),
        ],
        [blank(), ...heads('R3年度', 'R4年度', 'R8年度'), blank()].concat(
          heads('R3年度', 'R4年度', 'R8年度'),
        ),
        [
          label('目標'),
          ...figures('120', '140', '200'),
          label('目標'),
          ...figures('9.0', '8.5', '7.0'),
        ],
        [label('実績'), ...figures('118', '151'), blank(), label('実績')].concat(
          figures('9.4', '8.1'),
          blank(),
        ),
      ],
    ),
  );
  expect(sheet.indicators.map(({ name, level }) => `${name} ${level}`)).toEqual([
    '浜の清掃の参加者数 outcome',
    '回収したごみの量 outcome',
  ]);
  expect(values(sheet)).toEqual([
    '浜の清掃の参加者数 人 2021 target 120',
    '浜の清掃の参加者数 人 2022 target 140',
    '浜の清掃の参加者数 人 2026 target 200',
    '浜の清掃の参加者数 人 2021 actual 118',
    '浜の清掃の参加者数 人 2022 actual 151',
    '回収したごみの量 ｔ 2021 target 9.0',
    '回収したごみの量 ｔ 2022 target 8.5',
    '回収したごみの量 ｔ 2026 target 7.0',
    '回収したごみの量 ｔ 2021 actual 9.4',
    '回収したごみの量 ｔ 2022 actual 8.1',
  ]);
});

it('receipts beside expenses, and what remains of both', async () => {
  const sheet = await below(
    line('収支の状況', { right: '（千円）' }),
    grid(
      [4, 3, 3, 4, 3, 3],
      [
        [label('収入', { w: 3 }), label('支出', { w: 3 })],
        [...heads('科目', 'R4計画額', 'R4決算額'), ...heads('科目', 'R4計画額', 'R4決算額')],
        [value('利用料'), ...figures('500', '480'), value('人件費'), ...figures('300', '310')],
        [blank(), blank(), blank(), value('光熱費'), ...figures('150', '140')],
        [label('収支差額', { w: 4 }), ...figures('50', '30')],
      ],
    ),
  );
  expect(amounts(sheet)).toEqual([
    '利用料 千円 2022 budget 500',
    '利用料 千円 2022 settlement 480',
    '人件費 千円 2022 budget 300',
    '人件費 千円 2022 settlement 310',
    '光熱費 千円 2022 budget 150',
    '光熱費 千円 2022 settlement 140',
    '収支差額 千円 2022 budget 50',
    '収支差額 千円 2022 settlement 30',
  ]);
  expect(sheet.budget[0]).toMatchObject({ path: ['収入'], amounts: [{}, { yen: 480_000 }] });
});

it('years and kinds that stand once over all rows are no tables side by side', async () => {
  const sheet = await below(
    grid(
      [6, 2, 2, 2, 2, 2],
      [
        [
          label('指標名', { h: 2 }),
          label('単位', { h: 2 }),
          label('R3年度', { w: 2 }),
          label('R4年度', { w: 2 }),
        ],
        heads('目標', '実績', '目標', '実績'),
        [value('参加者数'), middle('人'), ...figures('10', '9', '12', '13')],
      ],
    ),
  );
  expect(values(sheet)).toEqual([
    '参加者数 人 2021 target 10',
    '参加者数 人 2021 actual 9',
    '参加者数 人 2022 target 12',
    '参加者数 人 2022 actual 13',
  ]);
});

it('a baseline left of the column that says what each row is', async () => {
  const sheet = await below(
    grid(
      [5, 2, 2, 2, 2, 2, 2],
      [
        [
          label('ＫＰＩ', { h: 2 }),
          label('基準', { w: 2 }),
          label('', { h: 2 }),
          label('年度', { w: 2 }),
          label('判定', { h: 2 }),
        ],
        heads('年度', '値', '2021', '2022'),
        [
          value('相談件数', { h: 2 }),
          middle('2019', { h: 2 }),
          middle('30件', { h: 2 }),
          label('目標'),
          ...figures('35件', '40件'),
          middle('△', { h: 2 }),
        ],
        [label('実績'), ...figures('33件', '38件')],
      ],
    ),
  );
  expect(values(sheet)).toEqual([
    '相談件数 件 2019 baseline 30件',
    '相談件数 件 2021 target 35件',
    '相談件数 件 2022 target 40件',
    '相談件数 件 2021 actual 33件',
    '相談件数 件 2022 actual 38件',
  ]);
  expect(ratings(sheet)).toEqual(['相談件数 / 判定 / △']);
});

it('a line over heads of money is no head of a list', async () => {
  const sheet = await below(
    grid(
      [6, 4, 3, 3, 2],
      [
        [label('◆主な事業', { w: 3 }), label('（単位：千円）', { w: 2 })],
        heads('事業名', '担当課', 'R3決算', 'R4決算', '評価'),
        [value('桟橋の修繕'), middle('港湾課'), ...figures('1,200', '900'), middle('Ａ')],
        [value('灯台の点検'), middle('港湾課'), ...figures('80', '75'), middle('Ｂ')],
      ],
    ),
  );
  expect(amounts(sheet)).toEqual([
    '桟橋の修繕 千円 2021 settlement 1200',
    '桟橋の修繕 千円 2022 settlement 900',
    '灯台の点検 千円 2021 settlement 80',
    '灯台の点検 千円 2022 settlement 75',
  ]);
  expect(ratings(sheet)).toEqual(['桟橋の修繕 / 評価 / Ａ', '灯台の点検 / 評価 / Ｂ']);
  expect(fields(sheet)).toContain('桟橋の修繕 / 担当課 / 港湾課');
});

it('money beside indicators, each with a label written down its side', async () => {
  const rows = [
    [value('事業費'), ...figures('500', '620'), value('延長（ｍ）'), ...figures('40', '38')],
    [value('人件費'), ...figures('140', '150'), value('説明会（回）'), ...figures('3', '4')],
  ];
  const side = (text: string) => label(text, { h: 3, upright: true });
  const sheet = await below(
    grid(
      [1, 4, 3, 3, 1, 5, 3, 3],
      [
        [
          side('コスト'),
          ...heads('区分（千円）', 'R3決算', 'R4決算'),
          side('指標'),
          ...heads('指標名（単位）', 'R4目標', 'R4実績'),
        ],
        ...rows,
      ],
    ),
  );
  expect(amounts(sheet)).toEqual([
    '事業費 千円 2021 settlement 500',
    '事業費 千円 2022 settlement 620',
    '人件費 千円 2021 settlement 140',
    '人件費 千円 2022 settlement 150',
  ]);
  expect(values(sheet)).toEqual([
    '延長 ｍ 2022 target 40',
    '延長 ｍ 2022 actual 38',
    '説明会 回 2022 target 3',
    '説明会 回 2022 actual 4',
  ]);
});

it('a rate beside amounts is a line of its own and no unit of theirs', async () => {
  const sheet = await below(
    grid(
      [5, 2, 2, 2],
      [
        heads('費用（千円）', 'R4予算', 'R4決算', '執行率'),
        [value('工事費'), ...figures('650', '620', '95.4%')],
        [value('委託料'), ...figures('80', '79', '98.8%')],
      ],
    ),
  );
  expect(amounts(sheet)).toEqual([
    '工事費 千円 2022 budget 650',
    '工事費 千円 2022 settlement 620',
    '執行率 % 2022 settlement 95.4',
    '委託料 千円 2022 budget 80',
    '委託料 千円 2022 settlement 79',
    '執行率 % 2022 settlement 98.8',
  ]);
});
