import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvLines } from '../../lambdas/query/tables/csv.ts';

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...'=+-@＝＋－＠\t\r\n",\' 5％%.件') }),
);
const rows = fc.array(fc.record({ first: cell, second: cell, third: fc.integer() }), {
  minLength: 1,
});

/** What a spreadsheet would take for the start of a formula. */
const STARTS = /^[=+\-@＝＋－＠\t\r]/;
const FIGURE_OR_SIGN = /^[-－+＋]?[\d.,０-９]*[%％]?$/;

it('another reader gets back every cell, but for the apostrophe before what would run', () => {
  fc.assert(
    fc.property(rows, (written) => {
      const read: string[][] = parse(
        csvLines(written.map(({ first, second, third }) => [first, second, third])),
        { relaxQuotes: false },
      );
      const expected = written.map(({ first, second, third }) => [
        ...[first, second].map((text) =>
          STARTS.test(text) && !FIGURE_OR_SIGN.test(text) ? `'${text}` : text,
        ),
        String(third),
      ]);
      expect(read).toEqual(expected);
    }),
  );
});

it('no cell begins as a formula does, unless it is a figure or a lone sign', () => {
  fc.assert(
    fc.property(rows, (written) => {
      const read: string[][] = parse(
        csvLines(written.map(({ first, second, third }) => [first, second, third])),
      );
      const running = read.flat().filter((text) => STARTS.test(text) && !FIGURE_OR_SIGN.test(text));
      expect(running).toEqual([]);
    }),
  );
});
