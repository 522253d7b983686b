import { sentences } from './sentences.ts';

/** Whole numbers below a limit, the same in every run (mulberry32). */
export type Draw = (limit: number) => number;

export function drawing(seed: number): Draw {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let n = Math.imul(state ^ (state >>> 15), 1 | state);
    n = (n + Math.imul(n ^ (n >>> 7), 61 | n)) ^ n;
    return Math.floor((((n ^ (n >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

/** Blocks of characters, as first and last. */
const BLOCKS: Record<string, readonly [number, number]> = {
  hiragana: [0x3041, 0x309f],
  katakana: [0x30a0, 0x30ff],
  'half-width katakana': [0xff61, 0xff9f],
  'frequent kanji': [0x4e00, 0x5fff],
  'rare kanji': [0x3400, 0x4dbf],
  'any kanji': [0x4e00, 0x9fff],
  'compatibility kanji': [0xf900, 0xfaff],
  radicals: [0x2e80, 0x2fdf],
  ascii: [0x20, 0x7e],
  'full-width': [0xff01, 0xff5e],
  digits: [0x30, 0x39],
  'full-width digits': [0xff10, 0xff19],
  latin: [0xa0, 0x24f],
  greek: [0x370, 0x3ff],
  cyrillic: [0x400, 0x4ff],
  hangul: [0xac00, 0xd7a3],
  'symbols and punctuation': [0x2000, 0x2bff],
  'CJK symbols': [0x3000, 0x303f],
  enclosed: [0x3200, 0x33ff],
  'private use and specials': [0xe000, 0xffff],
  // kuromoji fails on U+0000.
  controls: [1, 0x20],
};

const KANJI_NUMERALS = '一二三四五六七八九十百千万億兆〇零';

/** Texts of pieces: characters of all blocks, snippets of sentences, and words that `word` draws. */
export function mixture(draw: Draw, pieces: number, word: (draw: Draw) => string): string {
  const blocks = Object.values(BLOCKS);
  const pick = <T>(from: ArrayLike<T>) => from[draw(from.length)] as T;
  const characters = (count: number): string => {
    const [first, last] = pick(blocks);
    return String.fromCharCode(
      ...Array.from({ length: count }, () => first + draw(last - first + 1)),
    );
  };
  const snippet = () => {
    const sentence = pick(sentences);
    const start = draw(sentence.length);
    return sentence.slice(start, start + 1 + draw(8));
  };
  const sources = [
    () => characters(1 + draw(6)),
    snippet,
    snippet,
    () => word(draw),
    () => word(draw),
    () => pick(KANJI_NUMERALS).repeat(1 + draw(2)),
    () => pick('、。，．・ー～「」（）%％'),
  ];
  return Array.from({ length: pieces }, () => pick(sources)()).join('');
}
