import { expect, test } from 'vitest';
import { loadTokenize } from '../../lambdas/dictionary.ts';
import { sentences } from './sentences.ts';

const tokenize = await loadTokenize();

test('tokens cover the text at their own offsets', () => {
  const odd = [
    '',
    '。',
    '𠮷',
    '𠮷𠮷野家で、𩸽を3尾。',
    'ｶﾞｲﾄﾞ　ﾌﾞｯｸ\n91 件',
    '\ud842壊れた\udfb7',
    '\0空\0',
  ];
  for (const text of [...sentences, ...odd]) {
    const tokens = tokenize(text);
    expect(tokens.map(({ surface }) => surface).join('')).toBe(text);
    for (const { surface, start, end } of tokens) expect(text.slice(start, end)).toBe(surface);
  }
});

test('a token tells its word class, base form and reading', () => {
  expect(tokenize('歩きます')[0]).toEqual({
    surface: '歩き',
    start: 0,
    end: 2,
    pos: '動詞',
    posDetail: '自立',
    base: '歩く',
    reading: 'アルキ',
    known: true,
  });
  expect(tokenize('ＸＹＺＺＹ社')[0]).toMatchObject({
    surface: 'ＸＹＺＺＹ',
    reading: null,
    known: false,
  });
  expect(tokenize('3社')[1]).toMatchObject({ pos: '名詞', posDetail: '接尾-助数詞' });
});
