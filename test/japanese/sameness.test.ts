import { expect, test } from 'vitest';
import { readDictionary } from '../../lambdas/dictionary.ts';
import { openDictionary } from '../../parsers/japanese/dictionary.ts';
import { segmenter } from '../../parsers/japanese/segments.ts';
import { tokenizer } from '../../parsers/japanese/tokens.ts';
import { type Draw, drawing, mixture } from './mixtures.ts';
import { sentences } from './sentences.ts';
import { directory, fromIpadic, stockTokenizer } from './stock.ts';

const stock = await stockTokenizer();
const files = await readDictionary(directory);
const dictionary = openDictionary(files);
const tokenize = tokenizer(dictionary);
const segment = segmenter(dictionary);

/** Features begin with the word and a comma, and end with a zero. */
function word(draw: Draw): string {
  const features = files.tid_pos;
  const start = features.indexOf(0, draw(features.lastIndexOf(0x2c) - 1000)) + 1;
  return new TextDecoder().decode(features.subarray(start, features.indexOf(0x2c, start)));
}

const withoutPlaces = (text: string) => tokenize(text).map(({ start, end, ...token }) => token);

function expectSame(text: string): void {
  expect(withoutPlaces(text), JSON.stringify(text)).toEqual(stock.tokenize(text).map(fromIpadic));
}

test('the tokens of sentences are those of kuromoji', () => {
  expect(sentences.length).toBeGreaterThanOrEqual(300);
  for (const sentence of sentences) expectSame(sentence);
});

test('the tokens of 4,000 mixtures of words and characters of all kinds are those of kuromoji', () => {
  const draw = drawing(2013);
  for (let n = 0; n < 4000; n++) expectSame(mixture(draw, 1 + draw(12), word));
});

test('every character but U+0000, on which kuromoji fails, alone and before another', () => {
  const all = Array.from({ length: 0xffff }, (_, n) => String.fromCharCode(n + 1));
  const characters = all.filter((character) => !/[\ud800-\udfff]/.test(character));
  for (let n = 0; n < characters.length; n += 16) {
    const row = characters.slice(n, n + 16);
    expectSame(row.join('。'));
    expectSame(row.join('の'));
  }
});

test('the words chosen are the same entries: ties fall the same way', () => {
  const draw = drawing(8);
  const parts = Array.from({ length: 1000 }, () => mixture(draw, 6, word).replace(/[、。]/g, ''));
  for (const part of [...sentences.map((sentence) => sentence.replace(/[、。]/g, '')), ...parts]) {
    const ours = segment(part).map(({ start, end, id }) => [part.slice(start, end), id]);
    const theirs = stock.tokenize(part).map((token) => [token.surface_form, token.word_id]);
    expect(ours, JSON.stringify(part)).toEqual(theirs);
  }
});

test.each(['ア', 'あ', '森', '7', 'x', '☆', '一', 'すもももももものうち', '市町村ガイド2013'])(
  'two thousand characters of %s without punctuation',
  (text) => {
    expectSame(text.repeat(Math.ceil(2000 / text.length)));
  },
);

test.each(['一', '地域の取組'])(
  '300,000 characters of %s are read in time that grows with their number',
  (text) => {
    const long = text.repeat(300_000 / text.length);
    expect(tokenize(long).at(-1)?.end).toBe(long.length);
  },
);
