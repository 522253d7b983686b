import { describe, expect, it } from 'vitest';
import { type InkMap, smoothed } from '../../parsers/scan/picture.ts';
import { rulesOf } from '../../parsers/scan/rules.ts';

const DPI = 200;

/** A sheet of white with stretches of ink two pixels high. */
function inkWith(stretches: readonly (readonly [from: number, to: number, y: number])[]): InkMap {
  const [width, height] = [600, 100];
  const bits = new Uint8Array(width * height);
  for (const [from, to, y] of stretches) {
    for (const row of [y, y + 1]) bits.fill(1, row * width + from, row * width + to);
  }
  return { width, height, bits };
}

describe('the rules of a scan', () => {
  it('are whole where the scan broke them', () => {
    const ink = inkWith([
      [20, 200, 50],
      [208, 330, 50],
      [338, 560, 51],
    ]);
    expect(rulesOf(ink, DPI)).toEqual([{ x0: 20, x1: 560, y0: 50, y1: 53, across: true }]);
  });

  it('are no strokes of characters in a row', () => {
    const strokes = Array.from({ length: 15 }, (_, i) => [20 + 30 * i, 40 + 30 * i, 50] as const);
    expect(rulesOf(inkWith(strokes), DPI)).toEqual([]);
  });

  it('are no strokes of a title in large characters', () => {
    const strokes = Array.from({ length: 4 }, (_, i) => [60 + 55 * i, 105 + 55 * i, 50] as const);
    expect(rulesOf(inkWith(strokes), DPI)).toEqual([]);
  });

  it('of which each has its own place stay apart', () => {
    const ink = inkWith([
      [20, 250, 20],
      [300, 560, 20],
      [20, 560, 60],
    ]);
    expect(rulesOf(ink, DPI)?.length).toBe(3);
  });
});

describe('the sides of two tables, one behind little white below the other', () => {
  it('are not one', () => {
    const [width, height] = [400, 400];
    const bits = new Uint8Array(width * height);
    for (const [top, bottom] of [
      [20, 190],
      [200, 380],
    ] as const) {
      for (const y of [top, bottom]) bits.fill(1, y * width + 50, y * width + 350);
      for (const x of [50, 349]) for (let y = top; y <= bottom; y++) bits[y * width + x] = 1;
    }
    const sides = (rulesOf({ width, height, bits }, DPI) ?? []).filter(({ across }) => !across);
    expect(sides.map(({ y0, y1 }) => [y0, y1])).toEqual([
      [20, 191],
      [20, 191],
      [200, 381],
      [200, 381],
    ]);
  });
});

describe('a picture in black and white', () => {
  it('has grey where a stroke is broken, and one in grey stays as it is', () => {
    const [width, height] = [60, 9];
    const grey = new Uint8Array(width * height).fill(255);
    grey.fill(0, 4 * width + 10, 4 * width + 50);
    grey[4 * width + 30] = 255;
    expect(smoothed({ width, height, grey }).grey[4 * width + 30]).toBeLessThan(200);
    const shaded = grey.map((light) => Math.min(light, 200));
    expect(smoothed({ width, height, grey: shaded }).grey).toBe(shaded);
  });
});
