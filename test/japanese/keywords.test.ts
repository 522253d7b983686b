import { expect, test } from 'vitest';
import { loadTokenize } from '../../lambdas/dictionary.ts';
import { keywords } from '../../parsers/japanese/keywords.ts';
import { sentences } from './sentences.ts';

const tokenize = await loadTokenize();
const read = (text: string) => keywords(text, tokenize(text));

test.each([
  ['空き家活用促進制度の見直しを行う', ['空き家活用促進制度'], ['制度', '見直し']],
  ['「海辺の森づくり2013」を含む取組', ['海辺の森づくり2013'], ['海辺', '森づくり']],
  ['メイド・イン・ひたちの試作、開発・製造の課題', ['試作'], ['開発・製造', '課題']],
  [
    'グリーン・ツーリズム協議会等と各漁業協同組合',
    ['グリーン・ツーリズム協議会', '漁業協同組合'],
    ['等'],
  ],
  [
    '平成26年度は11回、12月に3か所で干潟観察会を実施',
    ['干潟観察会'],
    ['平成', '年度', '11', '12月', '実施'],
  ],
  ['酒米と県税について三者協議会で', ['酒米', '県税', '三者協議会'], []],
  [
    '第三者評価、第二次総合計画、障がい者雇用率',
    ['第三者評価', '第二次総合計画', '障がい者雇用率'],
    [],
  ],
  ['見守り協定により、県史全30巻を', ['見守り協定', '県史'], ['県史全']],
  ['集中的な訪問と重点的かつ迅速な漁港の対応', ['漁港'], ['集中的', '重点的', '対応']],
  ['ＩＣＴ研修とICT研修', ['ＩＣＴ研修'], ['ICT研修']],
])('%s', (text, wanted, unwanted) => {
  const got = read(text);
  expect(got).toEqual(expect.arrayContaining(wanted));
  for (const word of unwanted) expect(got).not.toContain(word);
});

test('the most telling name comes first', () => {
  expect(read('流域水循環計画の策定に向け、流域水循環計画の素案を市民に示した')[0]).toBe(
    '流域水循環計画',
  );
});

test('a name longer than thirty characters keeps its head, which comes last', () => {
  const name = '広域連携型地域資源循環推進基盤整備促進支援強化対策特別総合調整連絡協議会';
  const [first = ''] = read(`${name}を設けた`);
  expect(first.length).toBeLessThanOrEqual(30);
  expect(name.endsWith(first)).toBe(true);
});

test('keywords stand in the text, few, short, once, and every long text has one', () => {
  for (const text of [
    ...sentences,
    `${'今後も引き続き取組を実施し必要な支援を行う。'.repeat(4)}`,
  ]) {
    const got = read(text);
    if (text.length >= 60) expect(got.length).toBeGreaterThan(0);
    expect(got.length).toBeLessThanOrEqual(8);
    for (const word of got) {
      expect(text).toContain(word);
      expect(word.length).toBeLessThanOrEqual(30);
    }
    const folded = got.map((word) => word.normalize('NFKC').replace(/\s/g, ''));
    expect(new Set(folded).size).toBe(got.length);
  }
});

test('no text, no keyword', () => {
  expect(read('')).toEqual([]);
});
