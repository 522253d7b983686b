import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resources } from '../../lambdas/reader/resources.ts';
import { alignedTables } from '../../parsers/layout/aligned/aligned.ts';
import { isFigure } from '../../parsers/layout/aligned/segments.ts';
import { inspected } from '../../parsers/layout/inspection.ts';
import { layOut } from '../../parsers/layout/layout.ts';
import { linesOf } from '../../parsers/layout/lines.ts';
import { readLayout } from '../../parsers/parse.ts';
import type { Glyph, Rule } from '../../parsers/pdf/page.ts';
import { f1, relationsOf, scoreOf } from './adjacency.ts';

const SIZE = 10;

/** Words set at x, each character half as wide as it is high. */
function set(text: string, x: number, y: number): Glyph[] {
  return [...text].flatMap((c, i): Glyph[] =>
    c === ' '
      ? []
      : [{ text: c, x0: x + i * 5, x1: x + i * 5 + 5, y0: y, y1: y + SIZE, size: SIZE, page: 1 }],
  );
}

const right = (text: string, x: number, y: number) => set(text, x - 5 * text.length, y);

function seen(glyphs: readonly Glyph[], rules: readonly Rule[] = []) {
  const page = { number: 1, width: 600, height: 800, turn: 0 as const, unmapped: 0 };
  const drawn = { page: { ...page, glyphs, rules, dots: [], fills: [] } };
  return alignedTables(drawn, linesOf(glyphs)).map(({ cells }) =>
    cells
      .filter(({ lines }) => lines.length > 0)
      .map(({ row, col, rowSpan, colSpan, lines }) => {
        const span = `${rowSpan > 1 ? `↓${rowSpan}` : ''}${colSpan > 1 ? `→${colSpan}` : ''}`;
        return `${row},${col}${span} ${lines.map(({ text }) => text).join('/')}`;
      }),
  );
}

const rowsAt = (y: number, rows: readonly (readonly [string, string, string])[], step = 14) =>
  rows.flatMap(([name, a, b], i) => [
    ...set(name, 50, y + i * step),
    ...right(a, 250, y + i * step),
    ...right(b, 330, y + i * step),
  ]);

describe('a table that no rules enclose', () => {
  it('has its columns by white and its rows by figures', () => {
    const glyphs = rowsAt(100, [
      ['Crop', '2004', '2005'],
      ['Wheat', '1,200', '980'],
      ['Barley', '45', '7'],
      ['Oats', '310', '-'],
    ]);
    expect(seen(glyphs)).toEqual([
      [
        ...['0,0 Crop', '0,1 2004', '0,2 2005', '1,0 Wheat', '1,1 1,200', '1,2 980'],
        ...['2,0 Barley', '2,1 45', '2,2 7', '3,0 Oats', '3,1 310', '3,2 -'],
      ],
    ]);
  });

  it('has a name of two lines in one cell, and a head of rows in a row of its own', () => {
    const glyphs = [
      ...rowsAt(100, [
        ['', 'Sites', 'Share'],
        ['Cereals', '', ''],
        ['Wheat sown in the autumn of', '12', '40.1'],
        ['the year', '', ''],
        ['Oats', '3', '9.0'],
        ['Rye', '4', '2.5'],
      ]),
    ];
    expect(seen(glyphs)[0]).toEqual([
      ...['0,1 Sites', '0,2 Share', '1,0 Cereals'],
      ...['2,0 Wheat sown in the autumn of/the year', '2,1 12', '2,2 40.1'],
      ...['3,0 Oats', '3,1 3', '3,2 9.0', '4,0 Rye', '4,1 4', '4,2 2.5'],
    ]);
  });

  it('has a head over several columns where its rule or its middle says so', () => {
    const body = rowsAt(128, [
      ['Wheat', '1,200', '980'],
      ['Barley', '45', '7'],
      ['Oats', '310', '12'],
    ]);
    const heads = [...set('Tons', 265, 100), ...set('Crop', 50, 114)];
    const lower = [...right('gross', 250, 114), ...right('net', 330, 114)];
    expect(seen([...heads, ...lower, ...body])[0]?.slice(0, 4)).toEqual([
      '0,0↓2 Crop',
      '0,1→2 Tons',
      '1,1 gross',
      '1,2 net',
    ]);
  });
});

describe('what is no table', () => {
  const PROSE = 'It was seen in the north that the harvest of the year was small again and late';

  it('running text in two columns', () => {
    const glyphs = Array.from({ length: 12 }, (_, i) => [
      ...set(PROSE.slice(0, 46 - (i % 3)), 50, 100 + i * 12),
      ...set(PROSE.slice(3, 48 - (i % 4)), 310, 100 + i * 12),
    ]).flat();
    expect(seen(glyphs)).toEqual([]);
  });

  it('a list', () => {
    const glyphs = Array.from({ length: 6 }, (_, i) => [
      ...set(`${i + 1}.`, 50, 100 + i * 14),
      ...set(PROSE.slice(i, 40), 75, 100 + i * 14),
    ]).flat();
    expect(seen(glyphs)).toEqual([]);
  });

  it('a table of contents', () => {
    const glyphs = Array.from({ length: 7 }, (_, i) => [
      ...set(`${PROSE.slice(0, 20 + i)} ..............`, 50, 100 + i * 14),
      ...right(String(3 + 4 * i), 400, 100 + i * 14),
    ]).flat();
    expect(seen(glyphs)).toEqual([]);
  });

  it('the head of a letter', () => {
    const glyphs = [
      ...set('Port Office', 50, 100),
      ...set('12 May 2014', 400, 100),
      ...set('Harbour Street 4', 50, 114),
      ...set('Our mark: 27-b', 400, 114),
    ];
    expect(seen(glyphs)).toEqual([]);
  });
});

it.each(['1,234', '-3.5%', '(12)', '–', 'n/a', '△1.2', '12.5*', '98人'])(
  '%s is a figure',
  (text) => {
    expect(isFigure(text)).toBe(true);
  },
);
it.each(['Wheat', 'Table 2', 'Q1 of the year', '平成25年度', ''])('%s is none', (text) => {
  expect(isFigure(text)).toBe(false);
});

describe('in a row that is ruled on all sides', () => {
  /** The texts of the cells of the tables of a page with one row of three cells. */
  function cellsOf(glyphs: readonly Glyph[], bottom: number) {
    const rule = (x0: number, y0: number, x1: number, y1: number): Rule => ({
      x0,
      y0,
      x1,
      y1,
    });
    const uprights = [30, 130, 230, 330].map((x) => rule(x, 25, x, bottom));
    const rules = [...uprights, rule(30, 25, 330, 25), rule(30, bottom, 330, bottom)];
    const page = { number: 1, width: 600, height: 800, turn: 0 as const, unmapped: 0 };
    const layout = layOut({ ...page, glyphs, rules, dots: [], fills: [] });
    return inspected(layout).tables.map(({ cells }) => cells.map(({ text }) => text));
  }

  it('lines of a cell stay lines of that cell', () => {
    const glyphs = [...set('Visitors', 40, 30), ...set('45', 140, 30), ...set('7,120', 240, 30)];
    const below = [...set('46', 140, 44), ...set('to 9', 240, 44)];
    expect(cellsOf([...glyphs, ...below], 60)).toEqual([['Visitors', '45\n46', '7,120\nto 9']]);
  });

  it('a row for each name is a row', () => {
    const names = ['North', 'East', 'South', 'West'];
    const glyphs = names.flatMap((name, n) => [
      ...set(name, 40, 30 + 14 * n),
      ...right(`${n + 3}5`, 180, 30 + 14 * n),
      ...right(`1,${n}20`, 280, 30 + 14 * n),
    ]);
    const [cells] = cellsOf(glyphs, 100);
    expect(cells?.slice(0, 3)).toEqual(['North', '35', '1,020']);
  });
});

describe('adjacency relations', () => {
  const cell = (row: number, col: number, text: string, colSpan = 1) => ({
    ...{ row, col, text, colSpan },
    rowSpan: 1,
  });

  it('lead from a cell to its nearest filled neighbours, over spans and blanks', () => {
    const cells = [
      cell(0, 0, 'a', 2),
      cell(1, 0, 'b'),
      cell(1, 1, 'c'),
      cell(2, 0, ''),
      cell(3, 0, 'd'),
    ];
    expect(relationsOf(cells).sort()).toEqual([
      'a\tb\tbelow',
      'a\tc\tbelow',
      'b\tc\tright',
      'b\td\tbelow',
    ]);
  });

  it('count each once, and no table where none is seen as whole', () => {
    const truth = [[cell(0, 0, '1,2'), cell(0, 1, 'x')]];
    expect(scoreOf(truth, [...truth, ...truth])).toEqual({ right: 1, seen: 2, truth: 1 });
    expect([f1({ right: 0, seen: 0, truth: 0 }), f1({ right: 0, seen: 3, truth: 0 })]).toEqual([
      1, 0,
    ]);
  });
});

/** Of each producer one document of the set; `npm run tables` reads all. */
it.each<[string, number]>([
  ['11-00-chromium-en', 0.97],
  ['11-01-libreoffice-ja', 0.97],
  ['11-02-latex-en', 0.97],
])('a document that %s printed', async (name, least) => {
  const file = (ending: string) => readFileSync(join(import.meta.dirname, 'set', name + ending));
  const { layouts } = await readLayout(new Uint8Array(file('.pdf')), resources.assets);
  const pages = layouts.map(inspected);
  const truth = JSON.parse(file('.json').toString()) as {
    cells: ReturnType<typeof cellsIn>[number];
  }[];
  expect(
    f1(
      scoreOf(
        truth.map(({ cells }) => cells),
        cellsIn(pages),
      ),
    ),
  ).toBeGreaterThan(least);
  expect(pages.flatMap(({ tables }) => tables).some(({ ruled }) => !ruled)).toBe(true);
});

const cellsIn = (pages: readonly ReturnType<typeof inspected>[]) =>
  pages.flatMap(({ tables }) => tables.map(({ cells }) => cells));
