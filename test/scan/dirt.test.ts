import { describe, expect, it } from 'vitest';
import type { Component } from '../../parsers/scan/components.ts';
import { dirtIn, withDirt } from '../../parsers/scan/dirt.ts';
import { linesIn } from '../../parsers/scan/lines.ts';
import { Random } from '../../samples/generator/random.ts';

const EM = 28;
const DPI = 200;
const piece = (x0: number, y0: number, width: number, height: number): Component => ({
  x0,
  y0,
  x1: x0 + width,
  y1: y0 + height,
  area: width * height,
});
/** 12.5 in figures half an em wide, on a page of 6 by 8 inches. */
const [one, two, point, five] = [
  piece(300, 400, 12, 22),
  piece(316, 400, 12, 22),
  piece(331, 419, 3, 3),
  piece(337, 400, 12, 22),
];
const figure = [one, two, point, five] as Component[];
const edges = [piece(0, 0, 10, 10), piece(1190, 1590, 10, 10)];
const random = new Random(5);
const specks = Array.from({ length: 2500 }, () =>
  piece(random.int(0, 1195), random.int(0, 1595), random.int(1, 3), random.int(1, 3)),
);

describe('dirt of a page', () => {
  it('is all small ink between the lines, and no point at the foot of a figure', () => {
    const dirt = dirtIn([...figure, ...edges, ...specks], EM, DPI);
    expect(figure.some((ink) => dirt.has(ink))).toBe(false);
    expect(dirt.size).toBeGreaterThan(0.95 * specks.length);
  });

  it('is taken off the middle of figures', () => {
    const middle = piece(331, 405, 3, 3);
    expect(dirtIn([...figure, middle, ...edges, ...specks], EM, DPI).has(middle)).toBe(true);
  });

  it('is none where the page is clean', () => {
    const dots = Array.from({ length: 40 }, (_, i) => piece(400 + 10 * i, 800, 3, 3));
    expect(dirtIn([...figure, ...edges, ...dots], EM, DPI).size).toBe(0);
  });
});

describe('a line of a dirty page', () => {
  /** Characters half an em wide; a point takes what room is given to it. */
  const read = (text: string, room = 0) => {
    let x = 0;
    const symbols = Array.from(text, (c) => {
      const width = c === '.' ? room : c === '-' ? 4 : c === '△' ? 14 : 12;
      x += width + 2;
      return { text: c, confidence: 99, x0: x - width - 2, x1: x - 2, y0: 0, y1: 20 };
    });
    return withDirt({ symbols, doubts: [] }, EM);
  };
  const doubts = (text: string, room?: number) =>
    read(text, room).doubts.map(({ candidates }) => candidates);

  it('has a number in doubt where a point has no room: that may be dirt', () => {
    expect(doubts('12.5')).toEqual([['12.5', '125']]);
    expect(doubts('12.5から125へ')).toEqual([['12.5', '125']]);
  });

  it('is sure of a point with room, and of numbers without one', () => {
    expect(doubts('12.5', 6)).toEqual([]);
    expect(doubts('1,250')).toEqual([]);
  });

  it('has a number in doubt behind a sign that is too small to be one', () => {
    expect(doubts('-15%')).toEqual([['-15', '15']]);
    expect(doubts('△15%')).toEqual([]);
  });

  it('ends a cell before points that stand behind it', () => {
    const said = ({ symbols }: ReturnType<typeof read>) => symbols.map(({ text }) => text).join('');
    expect(said(read('900人..'))).toBe('900人');
    expect(said(read('900人、'))).toBe('900人');
  });
});

describe('a cell with nothing but a hyphen', () => {
  it('has a line, and one with nothing but a speck has none', () => {
    expect(linesIn([piece(50, 50, 6, 2)], EM).map(({ pieces }) => pieces.length)).toEqual([1]);
    expect(linesIn([piece(50, 50, 3, 3)], EM)).toEqual([]);
  });
});
