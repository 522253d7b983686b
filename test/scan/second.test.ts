import { describe, expect, it } from 'vitest';
import { surerLetters } from '../../parsers/scan/second.ts';
import type { InkSymbol } from '../../parsers/scan/symbols.ts';

const read = (text: string, confidence: number): InkSymbol[] =>
  Array.from(text, (character, i) => ({
    text: character,
    confidence,
    x0: 20 * i,
    x1: 20 * i + 18,
    y0: 0,
    y1: 20,
  }));
const merged = (first: string, second: string, sureness = 99) =>
  surerLetters(read(first, 80), read(second, sureness))
    .map(({ text }) => text)
    .join('');

describe('two readings of a line', () => {
  it.each([
    ['防護楓の延長', '防護柵の延長', '防護柵の延長'],
    ['楓を12本植える', '柵を①②本植える', '柵を12本植える'],
    ['平成25年度～30年度', '平成㉕年度ー㉚年度', '平成25年度～30年度'],
    ['杣の手人れ', '柵の手入れ', '柵の手入れ'],
  ])('are one with the surer letters and the figures of the first: %s', (first, second, both) => {
    expect(merged(first, second)).toBe(both);
  });

  it('keeps what the second is less sure of', () => {
    expect(merged('防護柵', '防護楓', 60)).toBe('防護柵');
  });
});
