import { expect, it } from 'vitest';
import { rulesOfTiles } from '../../parsers/layout/tiles.ts';
import { WHITE } from '../../parsers/pdf/colour.ts';
import type { Fill, Glyph } from '../../parsers/pdf/page.ts';

const tile = (x0: number, y0: number, white: boolean): Fill =>
  ({ x0, y0, x1: x0 + 80, y1: y0 + 16, thickness: 0, colour: white ? WHITE : null }) as Fill;
const written = ({ x0, y0 }: Fill): Glyph =>
  ({ text: '8', x0: x0 + 4, x1: x0 + 10, y0: y0 + 4, y1: y0 + 12, size: 8 }) as Glyph;
const row = (y: number, white: boolean, from = 40) =>
  [from, from + 80].map((x) => tile(x, y, white));
const levels = (fills: readonly Fill[]) => {
  const rules = rulesOfTiles(fills, [], fills.map(written));
  return [...new Set(rules.filter((r) => r.x1 - r.x0 > 40).map((r) => Math.round(r.y0)))].sort(
    (a, b) => a - b,
  );
};

it('white rows between shaded ones are rows of the table', () => {
  expect(levels([...row(100, false), ...row(116, true), ...row(132, false)])).toEqual([
    100, 116, 132, 148,
  ]);
  expect(levels([...row(100, false), ...row(116, true)])).toEqual([100, 116, 132]);
});

it('white under the page, or beside other columns, rules nothing', () => {
  expect(levels([...row(100, false), ...row(140, true)])).toEqual([100, 116]);
  expect(levels([...row(100, false), ...row(116, true, 55)])).toEqual([100, 116]);
});

it('a white page below a band of its own width is no row', () => {
  const panels = row(116, true).map((fill) => ({ ...fill, y1: fill.y0 + 300 }));
  expect(levels([...row(100, false), ...panels])).toEqual([100, 116]);
});
