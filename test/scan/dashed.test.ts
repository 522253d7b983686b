import { describe, expect, it } from 'vitest';
import { componentsOf } from '../../parsers/scan/components.ts';
import { dashedRules } from '../../parsers/scan/dashed.ts';

const DPI = 200;

type Dash = { readonly x: number; readonly y: number; readonly w: number; readonly h?: number };

/** What of some strokes on white is a dashed rule. @param borders where upright rules stand */
function found(strokes: readonly Dash[], borders: readonly number[] = []) {
  const [width, height] = [900, 120];
  const bits = new Uint8Array(width * height);
  for (const { x, y, w, h = 2 } of strokes) {
    for (let row = y; row < y + h; row++) bits.fill(1, row * width + x, row * width + x + w);
  }
  const rules = borders.map((x) => ({ x0: x, x1: x + 2, y0: 0, y1: height, across: false }));
  return dashedRules(componentsOf({ width, height, bits }), rules, DPI);
}

const row = (count: number, step: number, one: (i: number) => Omit<Dash, 'x'>): Dash[] =>
  Array.from({ length: count }, (_, i) => ({ x: 20 + i * step, ...one(i) }));

describe('a rule of dashes', () => {
  it.each([
    ['short ones', row(40, 12, () => ({ y: 50, w: 6 }))],
    ['long ones', row(9, 70, () => ({ y: 50, w: 46, h: 3 }))],
    ['with little white', row(30, 16, () => ({ y: 50, w: 13 }))],
    [
      'on a page that is turned a little',
      row(40, 15, (i) => ({ y: 40 + Math.floor(i / 8), w: 9 })),
    ],
    [
      'on a page that is curved',
      row(40, 15, (i) => ({ y: 50 + Math.round(4 * Math.sin(i / 10)), w: 9 })),
    ],
  ])('%s', (_, strokes) => {
    const rules = found(strokes);
    expect(rules).toHaveLength(1);
    expect(rules[0]?.dashes).toHaveLength(strokes.length);
    expect(rules[0]?.rule).toMatchObject({ x0: 20, across: true });
  });
});

describe('no rule', () => {
  it.each([
    ['a dash in each of eight cells', row(8, 90, () => ({ y: 50, w: 24, h: 3 }))],
    ['a leader of dots', row(60, 9, () => ({ y: 50, w: 3, h: 3 }))],
    ['a few strokes in a row', row(4, 30, () => ({ y: 50, w: 22 }))],
    ['strokes on other levels', row(20, 16, (i) => ({ y: 20 + 12 * (i % 7), w: 9 }))],
    ['minus signs before figures', row(10, 80, () => ({ y: 50, w: 12 }))],
  ])('%s', (_, strokes) => {
    expect(found(strokes)).toEqual([]);
  });
});

describe('between upright rules', () => {
  const borders = (cell: number) => Array.from({ length: 12 }, (_, i) => 2 + i * cell);

  it.each([[58], [60], [65], [70]])('a dash in each cell of %i pixels is no rule', (cell) => {
    const strokes = row(10, cell, () => ({ y: 50, w: 0.42 * cell > 26 ? 28 : 24 }));
    expect(found(strokes, borders(cell))).toEqual([]);
  });

  it('several dashes in each cell are one', () => {
    expect(
      found(
        row(40, 14, () => ({ y: 50, w: 8 })),
        borders(60),
      ),
    ).toHaveLength(1);
  });
});
