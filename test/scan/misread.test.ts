import { describe, expect, it } from 'vitest';
import { resources } from '../../lambdas/reader/resources.ts';
import type { Glyph } from '../../parsers/pdf/page.ts';
import { inWords } from '../../parsers/scan/misread.ts';

const { isWord } = await resources.language();

/** Characters one beside the other, ten points each. */
const line = (text: string): Glyph[] =>
  Array.from(text, (character, i) => ({
    text: character,
    x0: 10 * i,
    x1: 10 * i + 10,
    y0: 0,
    y1: 10,
    size: 10,
    page: 1,
  }));
const mended = (text: string) => {
  const { glyphs, repairs } = inWords(line(text), isWord);
  return { text: glyphs.map((glyph) => glyph.text).join(''), repairs };
};

describe('a character that makes no word', () => {
  it.each([
    ['日標値', '目標値'],
    ['昌標項目', '目標項目'],
    ['実続値', '実績値'],
    ['30卒度末', '30年度末'],
    ['末確定', '未確定'],
    ['木確定', '未確定'],
    ['(単位:折方円)', '(単位:百万円)'],
    ['市民と協カする', '市民と協力する'],
    ['半同', '千円'],
    ['ー般財源', '一般財源'],
  ])('is the one like it that does: %s', (read, meant) => {
    expect(mended(read).text).toBe(meant);
  });

  it.each(['三年後の利用', '一人で暮らす', '十二人の命', '三日間休む', '27年後'])(
    'is none where it counts: %s',
    (text) => {
      expect(mended(text)).toEqual({ text, repairs: [] });
    },
  );

  it('is told, with what it was taken for and where it stands', () => {
    expect(mended('27日標').repairs).toEqual([{ box: [20, 0, 40, 10], from: '日標', to: '目標' }]);
  });

  it.each([
    '10日標準の書式',
    '入間市',
    '年末までに',
    '本日',
    '1,024千円',
    '問題',
    '土木課',
    'センターの前',
    '地方内の半数',
  ])('is left where it is in one: %s', (read) => {
    expect(mended(read)).toEqual({ text: read, repairs: [] });
  });

  it('is no digit', () => {
    const read = 'l05 O.9 し300 干20 二三';
    expect(mended(read).text).toBe(read);
  });

  it('is none that stands apart from what it would make a word with', () => {
    const [first, second] = line('日標') as [Glyph, Glyph];
    const apart = [first, { ...second, x0: 30, x1: 40 }];
    expect(inWords(apart, isWord)).toEqual({ glyphs: apart, repairs: [] });
  });
});
