import { expect, it } from 'vitest';
import { blank, grid, label, value } from '../../samples/forms/form.ts';
import { amounts, below, fields, figures, middle, ratings, values } from './drawn.ts';

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

it('an indicator and its unit over years stay one, whatever rows follow', async () => {
  const sheet = await below(
    grid(
      [3, 5, 4],
      [
        [label('活動指標'), value('磯焼けを調べた日'), value('単位：日')],
        [label('年度'), label('令和３年度'), label('令和４年度')],
        [label('計画値'), ...figures('12', '14')],
        [label('実績値'), ...figures('11', '15')],
      ],
    ),
  );
  expect(values(sheet)).toEqual([
    '磯焼けを調べた日 日 2021 target 12',
    '磯焼けを調べた日 日 2022 target 14',
    '磯焼けを調べた日 日 2021 actual 11',
    '磯焼けを調べた日 日 2022 actual 15',
  ]);
});

it('what is noted of turned rows is no indicator; one name is turned as well', async () => {
  const sheet = await below(
    grid(
      [4, 4, 4, 6],
      [
        [label('区分'), label('網を直した数（張）'), label('講習の人数（人）'), label('備考')],
        [label('令和３年度実績'), ...figures('12', '40'), value('嵐が多かった。')],
        [label('令和４年度目標'), ...figures('15', '45'), blank()],
        [label('令和４年度実績'), ...figures('14', '51'), value('船が増えた。')],
      ],
    ),
    grid(
      [4, 6],
      [
        [label('指標名'), label('荷さばきの待ち時間')],
        [label('令和３年度実績'), ...figures('31分')],
        [label('令和４年度目標'), ...figures('30分')],
        [label('令和４年度実績'), ...figures('28分')],
      ],
    ),
  );
  expect(values(sheet)).toEqual([
    '網を直した数 張 2021 actual 12',
    '網を直した数 張 2022 target 15',
    '網を直した数 張 2022 actual 14',
    '講習の人数 人 2021 actual 40',
    '講習の人数 人 2022 target 45',
    '講習の人数 人 2022 actual 51',
    '荷さばきの待ち時間 分 2021 actual 31分',
    '荷さばきの待ち時間 分 2022 target 30分',
    '荷さばきの待ち時間 分 2022 actual 28分',
  ]);
  expect(fields(sheet)).toEqual(
    expect.arrayContaining([
      '令和３年度実績 / 備考 / 嵐が多かった。',
      '令和４年度実績 / 備考 / 船が増えた。',
    ]),
  );
});

it('names over kinds without a year are turned only where they stand beside a word for names', async () => {
  const rows = (stub: string) => [
    [label(stub), label('北浜'), label('南浜')],
    [label('目標'), ...figures('5回', '6回')],
    [label('実績'), ...figures('7回', '4回')],
  ];
  expect(values(await below(grid([4, 4, 4], rows('会場'))))).toEqual([]);
  expect(values(await below(grid([4, 4, 4], rows('指標名'))))).toHaveLength(4);
});

it('names of money over rows of years', async () => {
  const sheet = await below(
    grid(
      [4, 4, 4, 4],
      [
        [label('費目（千円）'), label('船の賃借料'), label('委託料'), label('計')],
        [label('令和３年度決算'), ...figures('120', '640', '760')],
        [label('令和４年度予算'), ...figures('130', '700', '830')],
      ],
    ),
  );
  expect(amounts(sheet)).toEqual([
    '船の賃借料 千円 2021 settlement 120',
    '船の賃借料 千円 2022 budget 130',
    '委託料 千円 2021 settlement 640',
    '委託料 千円 2022 budget 700',
    '計 千円 2021 settlement 760',
    '計 千円 2022 budget 830',
  ]);
});
