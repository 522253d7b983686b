import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MalformedTemplate, pattern, wordsOf } from '../../parsers/formats/template.ts';
import { comparable } from '../../parsers/japanese/characters.ts';

const groups = (template: string, text: string) => {
  const found = pattern(template).exec(comparable(text));
  return found && { ...found.groups };
};

describe('a template', () => {
  it.each<[string, string, Record<string, string | undefined> | null]>([
    [
      '{year}の成果と残された課題[（評価結果）]',
      '平成25年度の成果と残された課題（評価結果）',
      { year: '平成25年度' },
    ],
    [
      '{year}の成果と残された課題[（評価結果）]',
      '２５年度の成果と残された課題',
      { year: '25年度' },
    ],
    ['{year}の取組概要', '平成25年度の取組概要について', null],
    ['(踏|ふ)まえた進展度', 'ふまえた進展度', {}],
    [
      '【実践取組{number}{title}】',
      '【実践取組 12 港をひらく】',
      { number: '12', title: '港をひらく' },
    ],
    [
      '{number}{title}[（{bureau}）]',
      '21401 図書館の連携（教育委員会事務局）',
      { number: '21401', title: '図書館の連携', bureau: '教育委員会事務局' },
    ],
    [
      '{grade}[（{label}）|{label}]',
      'B（ある程度進んだ）',
      { grade: 'B', label: 'ある程度進んだ' },
    ],
    ['[（]{name:予算額[等]|人件費}[）]', '（予算額等）', { name: '予算額等' }],
    ['進展度｜評価', '進展度｜評価', {}],
    ['事業名{title}', '事業名', null],
  ])('%s reads 「%s」', (template, text, want) => {
    expect(groups(template, text)).toEqual(want);
  });

  it.each(['{year', '{}', '[a', 'a]', '(a|b', '{*', '{*}{a}{b}', 'a'.repeat(301)])(
    '%s is refused',
    (template) => {
      expect(() => pattern(template)).toThrow(MalformedTemplate);
    },
  );

  it('matches every literal text, whatever stands in it', () => {
    const literal = fc
      .string({ unit: 'grapheme-composite', minLength: 1, maxLength: 40 })
      .filter((text) => !/[[\](){}|]/.test(text.normalize()) && comparable(text) !== '');
    fc.assert(
      fc.property(literal, (text) => {
        expect(pattern(text).test(comparable(text))).toBe(true);
      }),
    );
  });

  it('has words: those that every text of it shows', () => {
    expect(wordsOf('{year}の成果と残された課題[（評価結果）]')).toBe('の成果と残された課題');
    expect(wordsOf('(踏|ふ)まえた進展度')).toBe('踏まえた進展度');
  });

  it('ends on a text that nearly fits in a great many ways', () => {
    const worst = pattern('{a}あ{b}い', 'end');
    expect(worst.test('あ'.repeat(2_000))).toBe(false);
    expect(worst.test(`${'あ'.repeat(2_000)}い`)).toBe(true);
  });
});
