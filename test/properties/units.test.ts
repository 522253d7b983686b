import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadTokenize } from '../../lambdas/dictionary.ts';
import { facts } from '../../parsers/japanese/facts.ts';

const tokenize = await loadTokenize();
const read = (text: string) => facts(text, tokenize(text));
const wide = (narrow: string) =>
  narrow.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

const UNITS =
  '件 社 人 団体 回 箇所 か所 校 戸 台 世帯 棟 ha km トン 円 千円 百万円 % ポイント 日間 冊 本'.split(
    ' ',
  );
const unit = fc.constantFrom(...UNITS);
const count = fc.integer({ min: 1, max: 999_999 });

it('a count has its value and its unit as printed, whatever the digits look like', () => {
  fc.assert(
    fc.property(count, unit, fc.boolean(), fc.boolean(), (value, said, grouped, full) => {
      const plain = grouped ? value.toLocaleString('en-US') : String(value);
      const text = `参加実績は${full ? wide(plain) : plain}${said}となった。`;
      const [fact, ...others] = read(text);
      expect(others).toEqual([]);
      const scale = { 千円: 1e3, 百万円: 1e6 }[said] ?? 1;
      expect(fact?.value).toBe(value * scale);
      expect(fact?.unit).toBe(scale === 1 ? said : '円');
    }),
    { numRuns: 300 },
  );
});

it('of any text, facts are slices of it', () => {
  const text = fc.string({
    unit: fc.constantFrom(
      ...'0123456789１２３,，.一二十百千万億件社人回円％%約延べ以上（）「」、。は を→～参加者企業年度月日',
    ),
  });
  fc.assert(
    fc.property(text, (any) => {
      for (const fact of read(any)) {
        expect(any.slice(fact.start, fact.end)).toBe(fact.text);
        expect(fact.text).toContain(fact.label);
        expect(Number.isFinite(fact.value)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
