import { expect, it } from 'vitest';
import type { Band, BandPiece } from '../../parsers/forms/bands.ts';
import { formBordersOf } from '../../parsers/forms/borders.ts';
import { spansOf } from '../../parsers/forms/centred.ts';

const piece = (x0: number, x1: number, filled = false): BandPiece => ({
  x0,
  x1,
  glyphs: [],
  filled,
});
const band = (top: number, ...pieces: BandPiece[]): Band => ({
  top,
  bottom: top + 10,
  lines: [],
  pieces,
});
const levels = (bands: readonly Band[]) => [
  ...new Set(formBordersOf(bands, 0, 300, []).map(({ at }) => Math.round(at))),
];

it('every gap of a row holds a border, and there are as few as can be', () => {
  const rows = [
    band(0, piece(5, 40), piece(130, 160), piece(230, 260)),
    band(10, piece(5, 90), piece(140, 195), piece(250, 295)),
  ];
  expect(levels(rows)).toEqual([110, 213]);
});

it('a border stands at the edge of a background', () => {
  const rows = [band(0, piece(0, 60, true), piece(64, 90), piece(150, 210, true), piece(220, 260))];
  expect(levels(rows)).toEqual([60, 150, 210]);
});

it('no border runs through a text, nor through a head in the middle of several columns', () => {
  const head = band(0, piece(5, 40), piece(185, 215));
  const heads = band(10, piece(5, 40), piece(110, 140), piece(185, 215), piece(260, 290));
  const prose = band(20, piece(5, 40), piece(100, 290));
  const through = (top: number) =>
    formBordersOf([head, heads, prose], 0, 300, []).filter(({ from }) => from === top).length;
  expect([through(0), through(10), through(20)]).toEqual([1, 3, 1]);
});

it('heads side by side share the columns so that each stands in the middle of its own', () => {
  const below = [10, 60, 110, 160, 210].map((x) => piece(x, x + 30));
  const spans = spansOf(
    [piece(10, 40), piece(110, 140), piece(210, 240)],
    [0, 50, 100, 150, 200, 250],
    below,
  );
  expect(spans.map(({ x0, x1 }) => [x0, x1])).toEqual([
    [0, 50],
    [50, 200],
    [200, 250],
  ]);
});

it('heads that run along both rows do not hide that a head stands over several columns', () => {
  const heads = band(0, piece(10, 40), piece(60, 90), piece(140, 190), piece(255, 285));
  const below = band(10, piece(105, 125), piece(155, 175), piece(205, 225), piece(260, 280));
  const row = band(20, ...[5, 65, 105, 155, 205, 260].map((x) => piece(x, x + 25)));
  const inTop = formBordersOf([heads, below, row], 0, 300, []).filter(({ from }) => from === 0);
  expect(inTop.map(({ at }) => Math.round(at))).toEqual([50, 98, 245]);
});
