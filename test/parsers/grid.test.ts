import { describe, expect, it } from 'vitest';
import { gridOf } from '../../parsers/layout/grid.ts';
import { connected, sortRules } from '../../parsers/layout/rules.ts';
import type { Rule } from '../../parsers/pdf/page.ts';

const h = (y: number, x0: number, x1: number): Rule => ({ x0, y0: y, x1, y1: y });
const v = (x: number, y0: number, y1: number): Rule => ({ x0: x, y0, x1: x, y1 });

/** Cells as [row, col, rowSpan, colSpan] of every table among the rules. */
function cells(rules: Rule[]): number[][][] {
  return connected(sortRules(rules))
    .map(gridOf)
    .filter((grid) => grid !== null)
    .map((grid) => grid.frames.map((f) => [f.row, f.col, f.rowSpan, f.colSpan]));
}

const twoByTwo = [
  [0, 0, 1, 1],
  [0, 1, 1, 1],
  [1, 0, 1, 1],
  [1, 1, 1, 1],
];

describe('cells from rules', () => {
  it('full grid', () => {
    const rules = [0, 20, 40].flatMap((k) => [h(k, 0, 200), v(k * 5, 0, 40)]);
    expect(cells(rules)).toEqual([twoByTwo]);
  });

  it('merged cells over columns and rows', () => {
    const rules = [
      h(0, 0, 300),
      h(20, 100, 300),
      h(40, 0, 300),
      v(0, 0, 40),
      v(100, 0, 40),
      v(200, 20, 40),
      v(300, 0, 40),
    ];
    expect(cells(rules)).toEqual([
      [
        [0, 0, 2, 1],
        [0, 1, 1, 2],
        [1, 1, 1, 1],
        [1, 2, 1, 1],
      ],
    ]);
  });

  it('double rules and borders drawn by both cells leave no slivers', () => {
    const rules = [0, 20, 40].flatMap((k) => [
      h(k - 0.8, 0, 200),
      h(k + 0.8, 0, 200),
      v(k * 5 - 0.8, 0, 40),
      v(k * 5 + 0.8, 0, 40),
    ]);
    expect(cells(rules)).toEqual([twoByTwo]);
  });

  it('dashes are one rule', () => {
    const dashes = Array.from({ length: 40 }, (_, i) => h(20, i * 5, i * 5 + 2.5));
    const rules = [
      h(0, 0, 200),
      ...dashes,
      h(40, 0, 200),
      v(0, 0, 40),
      v(100, 0, 40),
      v(200, 0, 40),
    ];
    expect(cells(rules)).toEqual([twoByTwo]);
  });

  it('a table without its outer vertical rules is closed at the ends of its lines', () => {
    const rules = [h(0, 0, 200), h(20, 0, 200), h(40, 0, 200), v(100, 0, 40)];
    expect(cells(rules)).toEqual([twoByTwo]);
  });

  it('two tables side by side are two', () => {
    const one = (x: number) => [
      h(0, x, x + 80),
      h(20, x, x + 80),
      v(x, 0, 20),
      v(x + 40, 0, 20),
      v(x + 80, 0, 20),
    ];
    expect(cells([...one(0), ...one(100)])).toHaveLength(2);
  });

  it('an underline is no table', () => {
    expect(cells([h(100, 0, 200), h(300, 50, 90)])).toEqual([]);
  });

  it('a table without any outer rule, its first column merged over rows', () => {
    const rules = [h(20, 0, 300), h(40, 100, 300), h(60, 0, 300), v(100, 0, 80), v(200, 0, 80)];
    const [table] = cells(rules);
    expect(table).toContainEqual([1, 0, 2, 1]);
    expect(table).toContainEqual([0, 0, 1, 1]);
    expect(table).toContainEqual([3, 2, 1, 1]);
    expect(table).toHaveLength(11);
  });

  it('a cross is two by two', () => {
    expect(cells([h(20, 0, 200), v(100, 0, 40)])).toEqual([twoByTwo]);
  });
});
