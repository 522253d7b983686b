import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparable, mendGlyphs, oneDash } from '../../parsers/japanese/characters.ts';
import { fiscalYear } from '../../parsers/japanese/eras.ts';
import { find, fold } from '../../parsers/japanese/folded.ts';
import { foldWidth, numerals } from '../../parsers/japanese/numerals.ts';

/** Any string, with more than its share of what sheets are full of. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      ...'0123456789０１９,，.．△▲-－ー—~〜(（)）％%件人社年度平成令和元Hh①⑩㈱百千万億兆約延べ以上 　⼯長',
    ),
  }),
);
const wide = (narrow: string) =>
  narrow.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

describe('numbers', () => {
  it('a whole number is read as it is written, however wide and grouped', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.boolean(), fc.boolean(), (value, full, grouped) => {
        const written = grouped ? value.toLocaleString('en-US') : String(value);
        const read = numerals(foldWidth(full ? wide(written) : written));
        expect(read.map((one) => one.value)).toEqual([value]);
      }),
    );
  });

  it('△ and ▲ make it negative, and nothing else of it changes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.constantFrom('△', '▲'), (value, sign) => {
        expect(numerals(`${sign}${value}`)).toEqual([
          { value: -value, start: 0, end: String(value).length + 1 },
        ]);
      }),
    );
  });

  it('億 and 万 are what they add up to', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 1, max: 9999 }),
        (oku, man) => {
          const [read] = numerals(`${oku}億${man}万`);
          expect(read?.value).toBe(oku * 1e8 + man * 1e4);
        },
      ),
    );
  });

  it('decimals keep all their digits', () => {
    fc.assert(
      fc.property(fc.nat(99_999), fc.integer({ min: 1, max: 999 }), (whole, rest) => {
        const written = `${whole}.${rest}`;
        expect(numerals(written)[0]?.value).toBe(Number(written));
      }),
    );
  });

  it('of any text the numbers are finite, lie in it and do not overlap', () => {
    fc.assert(
      fc.property(text, (any) => {
        let last = 0;
        for (const { value, start, end } of numerals(foldWidth(any))) {
          expect(Number.isFinite(value)).toBe(true);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(any.length);
      }),
    );
  });
});

describe('widths', () => {
  it('folding widths keeps every offset and is done once', () => {
    fc.assert(
      fc.property(text, (any) => {
        const folded = foldWidth(any);
        expect(folded).toHaveLength(any.length);
        expect(foldWidth(folded)).toBe(folded);
      }),
    );
  });

  it('ASCII compares the same in full width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (ascii) => {
        expect(comparable(wide(ascii))).toBe(comparable(ascii));
      }),
    );
  });

  it('what is mended, or has one dash, stays so', () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(mendGlyphs(mendGlyphs(any))).toBe(mendGlyphs(any));
        expect(oneDash(oneDash(any))).toBe(oneDash(any));
      }),
    );
  });

  it('each folded character knows the printed one, in order', () => {
    fc.assert(
      fc.property(text, (any) => {
        const { text: folded, offsets } = fold(any);
        expect(offsets).toHaveLength(folded.length + 1);
        expect(offsets.at(-1)).toBe(any.length);
        expect(offsets.toSorted((a, b) => a - b)).toEqual(offsets);
      }),
    );
  });

  it('what is found in folded text is there in the printed one', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const printed = `${before}予 算額${after}`;
        const found = find(printed, /予算額/);
        expect(found).not.toBeNull();
        if (found) expect(comparable(printed.slice(...found.all))).toContain('予算額');
      }),
    );
  });
});

describe('eras', () => {
  const ERAS = [
    ['昭和', 1926, 1988],
    ['平成', 1989, 2019],
    ['令和', 2019, 2099],
  ] as const;

  it('a year of an era is its Western one', () => {
    const year = fc
      .constantFrom(...ERAS)
      .chain(([era, first, last]) =>
        fc.integer({ min: first, max: last }).map((western) => ({ era, first, western })),
      );
    fc.assert(
      fc.property(year, fc.boolean(), ({ era, first, western }, gannen) => {
        const number = western - first + 1;
        const written = number === 1 && gannen ? '元' : String(number);
        expect(fiscalYear(`${era}${written}年度`, null)).toBe(western);
      }),
    );
  });

  it('a short year near the sheet is the year it means', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1995, max: 2018 }),
        fc.integer({ min: -3, max: 3 }),
        (near, off) => {
          const western = near + off;
          fc.pre(western <= 2018);
          expect(fiscalYear(`${western - 1988}年度`, near)).toBe(western);
        },
      ),
    );
  });

  it('no text makes it throw, and a bare number is no year', () => {
    fc.assert(
      fc.property(text, fc.option(fc.integer({ min: 1990, max: 2030 })), (any, near) => {
        const year = fiscalYear(comparable(any), near);
        expect(year === null || Number.isInteger(year)).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.nat(1899), (n) => {
        expect(fiscalYear(String(n), 2013)).toBeNull();
      }),
    );
  });
});
