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
