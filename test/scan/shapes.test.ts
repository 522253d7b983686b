import { expect, it } from 'vitest';
import { blank } from '../../parsers/scan/picture.ts';
import { withShapes } from '../../parsers/scan/shapes.ts';

const read = (text: string, height: number) => {
  const symbol = { text, confidence: 90, x0: 10, x1: 14, y0: 40 - height, y1: 40 };
  return withShapes([symbol], blank(60, 60), 26)[0]?.text;
};

it('two points one above the other are a colon, one is the point that was read', () => {
  expect(read('・', 15)).toBe('：');
  expect(read('・', 4)).toBe('・');
});

it('strokes and nothing else are one dash', () => {
  const strokes = (...texts: string[]) =>
    withShapes(
      texts.map((text, i) => {
        return { text, confidence: 90, x0: 10 * i, x1: 10 * i + 10, y0: 30, y1: 34 };
      }),
      blank(60, 60),
      26,
    ).map(({ text, x0, x1 }) => [text, x0, x1]);
  expect(strokes('ー', '一')).toEqual([['—', 0, 20]]);
  expect(strokes('ー')).toEqual([['ー', 0, 10]]);
  expect(strokes('ー', '人').length).toBe(2);
});
