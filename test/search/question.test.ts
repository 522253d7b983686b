import { expect, test } from 'vitest';
import { loadTokenize } from '../../lambdas/dictionary.ts';
import { Unsearchable, wordsAsked } from '../../lambdas/domain/search/question.ts';

const tokenize = await loadTokenize();
const asked = (question: string) =>
  wordsAsked(question, tokenize).map(({ typed, readings }) => [
    typed,
    readings.some(({ literal }) => literal !== null),
  ]);

test.for<[string, [string, boolean][]]>([
  [
    '藻場　再生',
    [
      ['藻場', false],
      ['再生', false],
    ],
  ],
  [
    '"藻場の再生" 漁港',
    [
      ['藻場の再生', true],
      ['漁港', false],
    ],
  ],
  [
    '漁港“藻場の再生”',
    [
      ['漁港', false],
      ['藻場の再生', true],
    ],
  ],
  [
    '「藻場の再生」漁港',
    [
      ['藻場の再生', true],
      ['漁港', false],
    ],
  ],
  [
    '漁港 "藻場の',
    [
      ['漁港', false],
      ['藻場の', true],
    ],
  ],
  ['藻場 の について', [['藻場', false]]],
])('%s', ([question, words]) => {
  expect(asked(question)).toEqual(words);
});

test.for(['', '  ', '。、！', '"', '""', '「', 'の', '🍣', '-', '%'])(
  '%s asks for nothing',
  (question) => {
    expect(() => wordsAsked(question, tokenize)).toThrow(Unsearchable);
  },
);

test('kana are tried as the other kind, and to the letter where they are no word', () => {
  const [word] = wordsAsked('ちぇーんそー', tokenize);
  expect(word?.readings).toContainEqual({
    terms: [{ key: 'ちぇーんそ', offset: 0 }],
    literal: null,
  });
  const [half] = wordsAsked('こもれ', tokenize);
  expect(half?.readings.map(({ terms }) => terms.map(({ key }) => key))).toContainEqual([
    'こも',
    'もれ',
  ]);
});
