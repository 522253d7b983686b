import { expect, it } from 'vitest';
import { withBrackets } from '../../parsers/scan/points.ts';

const read = (text: string) => {
  const symbols = Array.from(text, (character, i) => ({
    text: character,
    confidence: 99,
    x0: 20 * i,
    x1: 20 * i + 18,
    y0: 0,
    y1: 20,
  }));
  return withBrackets(symbols)
    .map((symbol) => symbol.text)
    .join('');
};

it.each([
  ['【評価の結果)', '【評価の結果】'],
  ['山の道〔担当:土木課J', '山の道〔担当:土木課〕'],
  ['〔担当:土木課(道路)', '〔担当:土木課(道路)'],
  ['【結果】(案)', '【結果】(案)'],
  ['早〈着〈列車を除〈', '早く着く列車を除く'],
  ['〈参考資料の名は', '〈参考資料の名は'],
  ['〈参考〉のとおり', '〈参考〉のとおり'],
])('%s is read as %s', (seen, meant) => expect(read(seen)).toBe(meant));
