import { expect, it } from 'vitest';
import { blank, grid, label, line, value } from '../../samples/forms/form.ts';
import { amounts, below, fields, figures, heads, middle, ratings, values } from './drawn.ts';

it('names side by side over rows that years and kinds head are read as rows of figures', async () => {
  const sheet = await below(
    grid(
      [4, 3, 4, 4],
      [
        [label('指標名', { w: 2 }), value('釣り教室の参加者'), value('磯焼けした藻場')],
        [label('単位', { w: 2 }), middle('人'), middle('ha')],
        [label('基準値（平成30年度）', { w: 2 }), ...figures('80', '12.5')],
        [label('令和３年度', { h: 2 }), label('目標'), ...figures('100', '11.0')],
        [label('実績'), ...figures('96', '11.4')],
        [label('令和４年度', { h: 2 }), label('目標'), ...figures('110', '10.0')],
        [label('実績'), ...figures('131', '10.8')],
        [label('評価', { w: 2 }), middle('◎'), middle('△')],
      ],
    ),
  );
  expect(values(sheet)).toEqual([
    '釣り教室の参加者 人 2018 baseline 80',
    '釣り教室の参加者 人 2021 target 100',
    '釣り教室の参加者 人 2021 actual 96',
    '釣り教室の参加者 人 2022 target 110',
    '釣り教室の参加者 人 2022 actual 131',
    '磯焼けした藻場 ha 2018 baseline 12.5',
    '磯焼けした藻場 ha 2021 target 11.0',
    '磯焼けした藻場 ha 2021 actual 11.4',
    '磯焼けした藻場 ha 2022 target 10.0',
    '磯焼けした藻場 ha 2022 actual 10.8',
  ]);
  expect(ratings(sheet)).toEqual(['釣り教室の参加者 / 評価 / ◎', '磯焼けした藻場 / 評価 / △']);
});

it('a line of money and pairs beside it: its stages are its amounts, a part is a line of its own', async () => {
  const sheet = await below(
    grid(
      [3, 2, 2, 2, 2, 3, 2],
      [
        [
          label('事業費（千円）'),
          label('予算額'),
          ...figures('2,400'),
          label('決算額'),
          ...figures('2,310'),
          label('うち一般財源'),
          ...figures('1,200'),
        ],
      ],
    ),
  );
  expect(amounts(sheet)).toEqual([
    '事業費 千円 2022 budget 2400',
    '事業費 千円 2022 settlement 2310',
    'うち一般財源 千円 2022 null 1200',
  ]);
});

it('stars judge whatever their label is', async () => {
  const sheet = await below(
    grid([3, 5, 3, 9], [[label('総括'), middle('★★★☆☆'), label('説明'), value('順に進んだ。')]]),
  );
  expect(ratings(sheet)).toEqual(['総括 / ★★★☆☆']);
});

it('of grades side by side the one on another ground is chosen; a shaded label beside words is none', async () => {
  const sheet = await below(
    grid(
      [4, 2, 2, 2, 2, 8],
      [
        [label('観点'), label('区分', { w: 4 }), label('説明')],
        [label('必要性'), middle('S'), label('A'), middle('B'), middle('C'), value('今も要る。')],
        [label('有効性'), middle('S'), middle('A'), middle('B'), label('C'), value('伸びない。')],
        [label('地域'), middle('浜手'), middle('山手'), middle('島'), blank(), value('三つある。')],
      ],
    ),
  );
  expect(ratings(sheet)).toEqual(['区分 / 必要性 / A', '区分 / 有効性 / C']);
});

it('a mark says the grade it stands under in each of two groups abreast', async () => {
  const marks = (at: number) => [0, 1, 2].map((i) => (i === at ? middle('○') : blank()));
  const sheet = await below(
    grid(
      [3, 1, 1, 1, 4, 3, 1, 1, 1, 4],
      [
        [label('一次点検', { w: 5 }), label('二次点検', { w: 5 })],
        heads('視点', 'A', 'B', 'C', '意見', '視点', 'A', 'B', 'C', '意見'),
        [
          label('必要性'),
          ...marks(0),
          value('要る。'),
          label('必要性'),
          ...marks(1),
          value('減った。'),
        ],
        [
          label('有効性'),
          ...marks(2),
          value('鈍い。'),
          label('有効性'),
          ...marks(2),
          value('同じ。'),
        ],
      ],
    ),
  );
  expect(ratings(sheet)).toEqual([
    '一次点検 / 必要性 / A',
    '二次点検 / 必要性 / B',
    '一次点検 / 有効性 / C',
    '二次点検 / 有効性 / C',
  ]);
});

it('sections that rules run through: a caption or what grades mean stands at the end of their headings', async () => {
  const plain = (text: string) => value(text);
  const sheet = await below(
    grid(
      [6, 3, 3, 3],
      [
        [
          plain('区分'),
          middle('令和３年度決算'),
          middle('令和４年度決算'),
          middle('令和５年度予算'),
        ],
        [plain('事業費'), ...figures('1,180', '1,250', '1,400')],
        [plain('人件費'), ...figures('790', '810', '830')],
      ],
      { rules: 'rows' },
    ),
    line('評価', { right: '５点満点（５：高い　３：普通　１：低い）' }),
    grid(
      [3, 2, 10],
      [
        [plain('視点'), middle('評点'), middle('理由')],
        [
          plain('必要性'),
          middle('４／５'),
          plain('漂着するごみは毎年増え、観光の季節までに片付ける要がある。'),
        ],
        [
          plain('効率性'),
          middle('３／５'),
          plain('回収の船を隣の町と共に借り、一回当たりの費用を二割下げた。'),
        ],
      ],
      { rules: 'rows' },
    ),
  );
  expect(amounts(sheet)).toHaveLength(6);
  expect(fields(sheet)).toContain(
    '必要性 / 理由 / 漂着するごみは毎年増え、観光の季節までに片付ける要がある。',
  );
});
