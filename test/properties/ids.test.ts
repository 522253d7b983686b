import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nameKey, parseSeriesId, seriesId } from '../../lambdas/domain/series/id.ts';
import { sheetOrder } from '../../lambdas/store/items.ts';

const any = fc.string({ unit: 'grapheme' });
const slug = fc.stringMatching(/^[a-z][a-z0-9-]{0,19}$/);
const sheet = fc
  .record({
    fiscalYear: fc.integer({ min: 1990, max: 2099 }),
    publisher: fc.constantFrom('shiomi', 'shioiri'),
    program: fc.constantFrom('kinkyu', 'shisaku'),
    number: fc.nat(99_999),
  })
  .map((one) => ({
    ...one,
    id: `${one.publisher}-${one.fiscalYear}-${one.program}-${one.number}`,
  }));
type Sheet = typeof sheet extends fc.Arbitrary<infer S> ? S : never;

it('a series id tells its publisher and name again, and is fit for a URL', () => {
  fc.assert(
    fc.property(slug, any, any, (publisher, name, place) => {
      const id = seriesId(publisher, name, place);
      expect(encodeURIComponent(id)).toBe(id);
      expect(parseSeriesId(id)).toEqual({ publisher, key: nameKey(name) });
    }),
  );
});

it('names in another width, or with other spaces, are one name', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[!-~]{1,20}$/), (name) => {
      const wide = name.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
      expect(nameKey(` ${wide.split('').join('　')}`)).toBe(nameKey(name));
    }),
  );
});

it('lists go by year, publisher, program and number, 9 before 10', () => {
  const byParts = (a: Sheet, b: Sheet) =>
    a.fiscalYear - b.fiscalYear ||
    Number(a.publisher > b.publisher) - Number(a.publisher < b.publisher) ||
    Number(a.program > b.program) - Number(a.program < b.program) ||
    a.number - b.number;
  fc.assert(
    fc.property(sheet, sheet, (a, b) => {
      const [first, second] = [sheetOrder(a), sheetOrder(b)];
      const listed = Number(first > second) - Number(first < second);
      expect(listed).toBe(Math.sign(byParts(a, b)));
    }),
  );
});
