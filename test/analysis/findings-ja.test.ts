import { expect, test } from 'vitest';
import { findingInJapanese } from '../../lambdas/analysis/findings-ja.ts';

test.each([
  ['⑯', '⑥', '「⑯」を「⑥」の読み誤りとして直しました。'],
  ['', '⑥', '読み落とした「⑥」を補いました。'],
  ['⑬', '', '「⑬」を読み取りの誤りとして除きました。'],
])('a repair from 「%s」 to 「%s」 says which is which', (from, to, sentence) => {
  const message = `Read as 「${from}」, taken as 「${to}」.`;
  expect(findingInJapanese({ code: 'repaired', message, from, to })).toBe(sentence);
});

test('any other finding quotes what its message does', () => {
  const message = 'Read as 「110」, but another network reads 「10」: it is taken as no figure.';
  expect(findingInJapanese({ code: 'doubtful-reading', message })).toBe(
    '文字の読み取りが確かでありません：「110」、「10」。',
  );
});
