import { expect, it } from 'vitest';
import { grid, label, value } from '../../samples/forms/form.ts';
import { below, figures, middle, ratings, values } from './drawn.ts';

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
