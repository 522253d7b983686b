import { expect, it } from 'vitest';
import { grid, label, value } from '../../samples/forms/form.ts';
import { below, figures, heads, middle, ratings, values } from './drawn.ts';

it('two cards of indicators whose years are bare numbers down the side', async () => {
  const row = (...texts: readonly string[]) => [
    middle(texts[0] as string),
    ...figures(...texts.slice(1)),
  ];
  const sheet = await below(
    grid(
      [2, 3, 3, 3, 2, 3, 3, 3],
      [
        [label('活動指標①'), value('清掃の日数', { w: 2 }), middle('単位：日')].concat([
          label('成果指標①'),
          value('浜に来た人', { w: 2 }),
          middle('単位：人'),
        ]),
        [...heads('年度', '予定', '実績', '達成度（％）', '年度', '予定', '実績', '達成度（％）')],
        [...row('2', '－', '－', '－'), ...row('2', '800', '820', '102.5')],
        [...row('3', '20', '18', '90.0'), ...row('3', '850', '840', '98.8')],
        [...row('4', '22', '22', '100.0'), ...row('4', '900', '880', '97.8')],
        [...row('5', '24', '', ''), ...row('5', '950', '', '')],
      ],
    ),
  );
  expect(values(sheet)).toEqual([
    '清掃の日数 日 2020 target －',
    '清掃の日数 日 2020 actual －',
    '清掃の日数 日 2021 target 20',
    '清掃の日数 日 2021 actual 18',
    '清掃の日数 日 2022 target 22',
    '清掃の日数 日 2022 actual 22',
    '清掃の日数 日 2023 target 24',
    '浜に来た人 人 2020 target 800',
    '浜に来た人 人 2020 actual 820',
    '浜に来た人 人 2021 target 850',
    '浜に来た人 人 2021 actual 840',
    '浜に来た人 人 2022 target 900',
    '浜に来た人 人 2022 actual 880',
    '浜に来た人 人 2023 target 950',
  ]);
  expect(sheet.indicators.map(({ achievement }) => achievement?.text)).toEqual(['100.0', '97.8']);
  expect(ratings(sheet)).toEqual([]);
});
