import { expect, test } from 'vitest';
import { loadTokenize } from '../../lambdas/dictionary.ts';
import { searchable, sounding } from '../../parsers/japanese/searchable.ts';
import { terms } from '../../parsers/japanese/terms.ts';

const tokenize = await loadTokenize();
const keys = (text: string) => new Set(terms(searchable(text), tokenize).map(({ key }) => key));

test('widths, capitals and white space make no difference, and the printed place is known', () => {
  const printed = 'ｻｰﾋﾞｽ は  ＰＭ２．５ smart\n City';
  const { text, offsets } = searchable(printed);
  expect(text).toBe('サービスはpm2.5 smart city');
  expect(printed.slice(offsets[text.indexOf('ビ')], offsets[text.indexOf('ス')])).toBe('ﾋﾞ');
  expect(printed.slice(offsets[text.indexOf('city')], offsets[text.length])).toBe('City');
});

test('a long vowel typed as a dash', () => {
  expect(searchable('センタ−とサ-ビス、2013-14').text).toBe('センターとサービス、2013-14');
});

test('kana of either kind sound alike', () => {
  expect(sounding('コドモ食堂ヶ')).toBe(sounding('こども食堂ケ'));
});

test.for([
  ['取り組みました', '取組'],
  ['広げました', '広げる'],
  ['認知症サポーター', 'さぽーた'],
  ['1,234件', '1234'],
  ['企業投資促進制度', '投資'],
  ['小野浦町', '小野'],
])('%s is found by %s', ([text = '', key = '']) => {
  expect(keys(text)).toContain(key);
});

test('pairs of characters stand for what the dictionary does not know, and for nothing else', () => {
  expect(keys('桜ヶ原市')).toEqual(new Set(['桜', '原市', '桜け', 'け原']));
  expect([...keys('「しおかぜ号」')]).toEqual(expect.arrayContaining(['しお', 'おか', 'かぜ']));
  expect(keys('海岸の清掃をしています')).toEqual(new Set(['海岸', '清掃']));
});
