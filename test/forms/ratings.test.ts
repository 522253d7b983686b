import { expect, it } from 'vitest';
import { blank, grid, label, value } from '../../samples/forms/form.ts';
import { below, heads, middle, ratings } from './drawn.ts';

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

it('two marks in one row of grades give none, and are told', async () => {
  const row = (name: string, ...marks: string[]) => [
    label(name),
    ...marks.map((mark) => (mark ? middle(mark) : blank())),
  ];
  const sheet = await below(
    grid(
      [4, 2, 2, 2],
      [
        [label('視点', { h: 2 }), label('一次評価', { w: 3 })],
        heads('A', 'B', 'C'),
        row('必要性', '○', '', ''),
        row('有効性', '○', '○', ''),
        row('効率性', '', '', '○'),
      ],
    ),
  );
  expect(ratings(sheet)).toEqual(['一次評価 / 必要性 / A', '一次評価 / 効率性 / C']);
  expect(sheet.warnings.filter(({ message }) => message.includes('「○」'))).toHaveLength(2);
});

it('a shaded head over marks is no choice', async () => {
  const sheet = await below(
    grid(
      [4, 2, 2, 2],
      [
        [label('視点'), middle('高い'), label('普通'), middle('低い')],
        [label('必要性'), middle('○'), blank(), blank()],
        [label('有効性'), blank(), middle('○'), blank()],
      ],
    ),
  );
  expect(ratings(sheet)).toEqual(['必要性 / 高い', '有効性 / 普通']);
});
