import { describe, expect, it } from 'vitest';
import { withPoints } from '../../parsers/scan/figures.ts';

/** A number as a network read it, its digits so high (pixels) and so wide as they are then; its point of that size. */
function seen(text: string, height: number, [wide, high]: readonly [number, number]) {
  const digit = Math.round(height / 2);
  let x = 0;
  return Array.from(text, (character) => {
    const isPoint = /[.,]/.test(character);
    const box = isPoint
      ? { x0: x, x1: x + wide, y0: height - 2, y1: height - 2 + high }
      : { x0: x, x1: x + digit, y0: 0, y1: height };
    x = box.x1 + 2;
    return { text: character, confidence: 99, ...box };
  });
}
const EM = 28;
const pointed = (...[symbols, other]: [ReturnType<typeof seen>, string]) => {
  const { symbols: read, isSure } = withPoints(symbols, EM, other);
  return [read.map(({ text }) => text).join(''), isSure];
};

describe('a point or comma between digits', () => {
  it.each([
    ['a comma by its shape', '1.200', [3, 5], '1,200', ['1,200', true]],
    ['a point by its shape', '83.5', [3, 3], '83.5', ['83.5', true]],
    ['a point behind a lone 0', '0.125', [3, 3], '0.125', ['0.125', true]],
    ['a point before three digits, though two say so', '2.177', [3, 3], '2.177', ['2.177', false]],
  ] as const)('%s', (_, text, point, other, want) => {
    expect(pointed(seen(text, 20, point), other)).toEqual(want);
  });

  it('is measured by the size of its own digits where they are small', () => {
    expect(pointed(seen('2.177', 13, [2, 4]), '2.177')).toEqual(['2,177', false]);
  });
});
