import { describe, expect, it } from 'vitest';
import { halvesOf } from '../../parsers/layout/halves.ts';
import { layOut } from '../../parsers/layout/layout.ts';
import { cellText } from '../../parsers/layout/table.ts';
import { WHITE } from '../../parsers/pdf/colour.ts';
import type { Fill, Glyph, Page, Rule } from '../../parsers/pdf/page.ts';
import { line } from './drawn-table.ts';

const h = (y: number, x0: number, x1: number): Rule => ({ x0, y0: y, x1, y1: y });
const v = (x: number, y0: number, y1: number): Rule => ({ x0: x, y0, x1: x, y1 });
const box = (x0: number, y0: number, x1: number, y1: number): Rule[] => [
  h(y0, x0, x1),
  h(y1, x0, x1),
  v(x0, y0, y1),
  v(x1, y0, y1),
];

/** Words and where they begin, 8 points high. */
type Words = readonly (readonly [text: string, x: number, y: number])[];

function page(
  words: Words,
  rules: readonly Rule[],
  width = 600,
  height = 800,
  fills: readonly Fill[] = [],
): Page {
  const glyphs = words.flatMap(([text, x, y]) =>
    [...new Set(line(text, x, y).sources)].filter((glyph): glyph is Glyph => glyph !== null),
  );
  return { number: 1, width, height, turn: 0, glyphs, rules, dots: [], fills, unmapped: 0 };
}

const laidOut = (words: Words, rules: readonly Rule[], fills: readonly Fill[] = []) => {
  const { lines, tables } = layOut(page(words, rules, 600, 800, fills));
  return {
    lines: lines.map(({ text }) => text),
    tables: tables.map(({ cells }) => cells.map((cell) => cellText(cell).text)),
  };
};

describe('what stands in which cell', () => {
  it('one row with nothing but bars between its cells', () => {
    const words: Words = [
      ['評価', 10, 26],
      ['B', 60, 26],
      ['理由', 110, 26],
      ['上の行', 10, 6],
      ['達成した', 160, 26],
    ];
    expect(
      laidOut(
        words,
        [50, 100, 150].map((x) => v(x, 20, 40)),
      ),
    ).toEqual({
      lines: ['上の行'],
      tables: [['評価', 'B', '理由', '達成した']],
    });
  });

  it('a single bar in the margin rules nothing', () => {
    expect(laidOut([['本文の行', 20, 26]], [v(10, 20, 40)]).tables).toEqual([]);
  });

  it('a cross around which nothing is written is no table', () => {
    expect(laidOut([['本文', 20, 6]], [h(20, 0, 200), v(100, 0, 40)])).toEqual({
      lines: ['本文'],
      tables: [],
    });
  });

  it('boxes side by side hold texts of their own', () => {
    const words: Words = [
      ['佐藤', 40, 26],
      ['鈴木', 140, 26],
    ];
    const rules = [...box(30, 20, 90, 40), ...box(130, 20, 190, 40)];
    expect(laidOut(words, rules).lines).toEqual(['佐藤', '鈴木']);
  });

  it('boxes around words of a line leave it one line', () => {
    const words: Words = [
      ['甲', 32, 26],
      ['は', 42, 26],
      ['乙', 52, 26],
      ['より前', 62, 26],
    ];
    const rules = [...box(31, 24, 41, 36), ...box(51, 24, 61, 36)];
    expect(laidOut(words, rules).lines).toEqual(['甲は乙より前']);
  });
});

const fill = (x0: number, y0: number, x1: number, y1: number, white = false): Fill => ({
  x0,
  y0,
  x1,
  y1,
  colour: white ? WHITE : null,
});

describe('backgrounds instead of lines', () => {
  const words: Words = [
    ['項目', 12, 26],
    ['目標', 72, 26],
    ['参加', 12, 50],
    ['12', 72, 50],
  ];
  const cells = [['項目', '目標', '参加', '12']];

  it.each([0, 1, 4])('tiles with %d points of white between them', (gap) => {
    const tiles = [
      fill(10, 20, 70 - gap, 40 - gap),
      fill(70, 20, 130, 40 - gap),
      fill(10, 40, 70 - gap, 60),
      fill(70, 40, 130, 60),
    ];
    expect(laidOut(words, [], tiles)).toEqual({ lines: [], tables: cells });
  });

  it('white tiles on a grey ground', () => {
    const tiles = [
      fill(8, 18, 132, 62),
      fill(10, 20, 69, 39, true),
      fill(71, 20, 130, 39, true),
      fill(10, 41, 69, 60, true),
      fill(71, 41, 130, 60, true),
    ];
    expect(laidOut(words, [], tiles).tables).toEqual(cells);
    expect(laidOut(words, [], tiles.slice(1)).tables).toEqual([]);
  });

  it('marked words within a ruled cell divide nothing', () => {
    const rules = [h(10, 0, 300), h(70, 0, 300), v(0, 10, 70), v(150, 10, 70), v(300, 10, 70)];
    const marks = [fill(12, 24, 30, 36), fill(72, 24, 90, 36), fill(30, 24, 72, 36)];
    expect(laidOut(words, rules, marks).tables).toEqual([['項目目標参加12', '']]);
  });

  it('a block and a bar behind a heading are no table', () => {
    const tiles = [fill(10, 20, 20, 40), fill(20, 20, 300, 40)];
    expect(laidOut([['見出し', 24, 26]], [], tiles)).toEqual({ lines: ['見出し'], tables: [] });
  });
});

describe('level rules alone', () => {
  const words: Words = [
    ['項目', 10, 26],
    ['24年度', 120, 26],
    ['25年度', 220, 26],
    ['参加者数', 10, 46],
    ['12', 130, 46],
    ['13', 230, 46],
    ['回数', 10, 66],
    ['4', 130, 66],
  ];

  it('part rows; white parts the columns', () => {
    const rules = [20, 40, 60, 80].map((y) => h(y, 0, 300));
    expect(laidOut(words, rules)).toEqual({
      lines: [],
      tables: [['項目', '24年度', '25年度', '参加者数', '12', '13', '回数', '4', '']],
    });
  });

  it('a text over several columns is one cell', () => {
    const rules = [20, 40, 60, 80, 100].map((y) => h(y, 0, 300));
    const note: Words = [['この行は説明で列をまたいで三つの列の上に長く続いている', 10, 86]];
    expect(laidOut([...words, ...note], rules).tables[0]?.at(-1)).toBe(note[0]?.[0]);
  });

  it('between paragraphs they rule nothing', () => {
    const text: Words = [
      ['ここに本文が続き行の終わりまで書かれている', 10, 26],
      ['次の段落も同じように続いていく', 10, 46],
      ['最後の段落', 10, 66],
    ];
    expect(
      laidOut(
        text,
        [20, 40, 60, 80].map((y) => h(y, 0, 300)),
      ).tables,
    ).toEqual([]);
  });
});

describe('two pages on one sheet', () => {
  const flow = (x: number): Words =>
    Array.from({ length: 8 }, (_, i) => [`ここに本文の行${i}`, x, 20 + 20 * i] as const);
  const texts = (halves: readonly Page[]) =>
    halves.map((half) =>
      layOut(half)
        .lines.map(({ text }) => text)
        .at(-1),
    );

  it('are read one after the other', () => {
    const halves = halvesOf(page([...flow(40), ...flow(640)], [], 1190, 842));
    expect(texts(halves)).toEqual(['ここに本文の行7', 'ここに本文の行7']);
  });

  it('are one where a title or a rule runs across', () => {
    const words = [...flow(40), ...flow(640)];
    expect(halvesOf(page([...words, ['題名題名題名', 570, 5]], [], 1190, 842))).toHaveLength(1);
    expect(halvesOf(page(words, [h(10, 20, 1150)], 1190, 842))).toHaveLength(1);
  });
});
