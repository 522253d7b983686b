import { expect, it } from 'vitest';
import { comparable, mendGlyphs } from '../../parsers/japanese/characters.ts';
import { find } from '../../parsers/japanese/folded.ts';

it('mends what fonts map a common glyph to by accident, and nothing else', () => {
  expect(mendGlyphs('⼯業と⻑寿と\uf9b8')).toBe('工業と長寿と隸');
  expect(mendGlyphs('①㈱ＰＲ２㍍﨑')).toBe('①㈱ＰＲ２㍍﨑');
  expect(mendGlyphs('\u0336 山\u2027川')).toBe('— 山・川');
  expect(mendGlyphs('江⼾川市 ｇ∕人 \u2329案\u232a')).toBe('江戸川市 ｇ／人 〈案〉');
});

it('compares without widths, spaces and kinds of dash', () => {
  expect(comparable('（１２．３％） ―')).toBe('(12.3%)-');
  expect(comparable('取組　概要')).toBe(comparable('取組概要'));
  expect(comparable('辻\u{e0100}地区')).toBe(comparable('辻地区'));
});

it('finds patterns in folded text and tells printed offsets', () => {
  const printed = '【実践取組　１０「森の学校」】';
  const found = find(printed, /^【実践取組(?<number>\d+)(?<title>.+)】$/);
  expect(printed.slice(...(found?.groups['number'] ?? []))).toBe('１０');
  expect(printed.slice(...(found?.groups['title'] ?? []))).toBe('「森の学校」');
  // ㈱ folds to three characters: offsets still lead back to the one that was printed.
  const company = find('㈱海風5社', /(?<count>\d)社/);
  expect(company?.groups['count']).toEqual([3, 4]);
});
