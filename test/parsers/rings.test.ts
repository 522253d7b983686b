import { expect, it } from 'vitest';
import { DrawOPS } from '../../parsers/pdf/pdfjs.ts';
import { ringOf } from '../../parsers/pdf/rings.ts';

const { moveTo, lineTo, curveTo, closePath } = DrawOPS;
const oval = (x: number, y: number, w: number, h: number) => [
  ...[moveTo, x, y + h / 2, curveTo, x, y, x, y, x + w / 2, y],
  ...[curveTo, x + w, y, x + w, y, x + w, y + h / 2],
  ...[curveTo, x + w, y + h, x + w, y + h, x + w / 2, y + h],
  ...[curveTo, x, y + h, x, y + h, x, y + h / 2, closePath],
];
const small = oval(10, 20, 24, 12);
const inner = oval(11, 21, 22, 10);
const stretched = oval(0, 0, 30, 14).flatMap((at, i) => (i === 3 ? [lineTo, 0, 6, at] : [at]));
const rounded = [moveTo, 0, 0, lineTo, 30, 0, ...oval(30, 0, 4, 12).slice(3)];

it.each([
  ['an oval drawn by pen is a ring', small, true, [10, 20, 34, 32]],
  ['the room between two ovals is a ring', [...small, ...inner], false, [10, 20, 34, 32]],
  ['an oval with short straight pieces is a ring', stretched, true, [0, 0, 30, 14]],
  ['a dot is none', small, false, null],
  ['an oval as large as a table is none', oval(10, 20, 400, 200), true, null],
  ['a box with round corners is none', rounded, true, null],
] as const)('%s', (_, path, stroked, ring) => {
  const drawn = { path, stroked, filled: !stroked, evenOdd: false, bounds: null };
  expect(ringOf(drawn, [1, 0, 0, 1, 0, 0])).toEqual(ring);
});
