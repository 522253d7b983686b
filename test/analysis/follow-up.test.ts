import { expect, test } from 'vitest';
import { followUp } from '../../lambdas/analysis/follow-up.ts';
import { loadTokenize } from '../../lambdas/dictionary.ts';
import type { RevisedSheet } from '../../lambdas/domain/summary.ts';
import { scoreFollowUps } from './follow-up/score.ts';

const sheet = (fiscalYear: number, items: [phase: string, text: string][]) =>
  ({
    ...{ id: `shiomi-${fiscalYear}-kinkyu-1`, fiscalYear },
    initiatives: [
      {
        number: '1',
        items: items.map(([phase, text], n) => ({ phase, text, ordinal: n + 1, at: [] })),
      },
    ],
  }) as unknown as RevisedSheet;

test('a promise stands beside what the next sheet says of it, and alone where it says nothing', async () => {
  const now = sheet(2013, [
    ['result', '防災訓練を12地区で行いました。'],
    ['improvement', '谷あいの集落に戸別の受信機を配り、避難の知らせが届くようにします。'],
    ['improvement', '空き家を直して移り住む人の住まいにします。'],
  ]);
  const next = sheet(2014, [
    ['overview', '広報紙に防災の頁を設けました。'],
    ['result', '谷あいの集落の340戸に受信機を配り終え、避難の知らせが届くようになりました。'],
    ['improvement', '受信機の電池を取り替えます。'],
  ]);
  const found = followUp(now, next, await loadTokenize());
  expect(found.map(({ promised }) => promised.ordinal)).toEqual([2, 3]);
  expect(found[0]?.followedBy[0]).toMatchObject({ sheet: next.id, phase: 'result', ordinal: 2 });
  expect(found[0]?.followedBy[0]?.shared).toEqual(expect.arrayContaining(['受信', '集落', '避難']));
  expect(found[1]?.followedBy).toEqual([]);
  expect(followUp(now, undefined, await loadTokenize())[0]?.followedBy).toEqual([]);
});

test('of sixty labelled promises four in five are found again, and nothing is told of what nobody speaks of', async () => {
  const { pairs, first, told, rightlyTold, none, rightlyNone } = await scoreFollowUps();
  expect(pairs).toBeGreaterThanOrEqual(60);
  expect(first / pairs).toBeGreaterThan(0.8);
  expect(rightlyTold / told).toBeGreaterThan(0.9);
  expect(rightlyNone).toBe(none);
});
