import { expect, it } from 'vitest';
import type { PageLayout } from '../../parsers/layout/layout.ts';
import { furnitureOf, Margins } from '../../parsers/sheets/furniture.ts';
import { line } from './drawn-table.ts';

/** What of each page is furniture; a page is its lines, each `[y, text]`, on 800 points. */
type Printed = readonly [y: number, text: string, size?: number];

function furniture(...pages: readonly (readonly Printed[])[]): string[][] {
  const layouts = pages.map((lines, i): PageLayout => {
    const number = i + 1;
    const blank = { glyphs: [], rules: [], dots: [], fills: [], unmapped: 0 };
    return {
      page: { number, width: 600, height: 800, turn: 0, ...blank },
      lines: lines.map(([y, text, size = 8]) => ({ ...line(text, 50, y, number), size })),
      tables: [],
      struck: [],
      ruby: [],
      overlays: [],
      stamps: [],
    };
  });
  const margins = new Margins();
  for (const layout of layouts) margins.note(layout);
  return layouts.map((layout) => [...furnitureOf(layout, margins)].map(({ text }) => text));
}

it('a running head and a page number stand apart at one place on every page', () => {
  const page = (n: number): [number, string][] => [
    [20, '海辺の町の成果'],
    [90, `第${n}の柱として道を直した。`],
    [300, '橋を架けた。'],
    [770, `- ${n} -`],
  ];
  const own = (n: number) => ['海辺の町の成果', `- ${n} -`];
  expect(furniture(page(1), page(2), page(3))).toEqual([own(1), own(2), own(3)]);
});

it('small print that recurs close to the text is the page’s too', () => {
  const page = (n: number): Printed[] => [
    [300, `第${n}の柱として`],
    [752, n === 1 ? '道を直した。' : '橋を架けた。'],
    [761, '平成26年6月12日現在', 6],
  ];
  expect(furniture(page(1), page(2))).toEqual([['平成26年6月12日現在'], ['平成26年6月12日現在']]);
});

it('items alike at the top of each page are none: text goes on below them', () => {
  const page = (n: number): [number, string][] => [
    [44, `①${n}番の道を直した。`],
    [54, '橋を架けた。'],
    [64, `②${n}番の港を開いた。`],
    [74, '川を広げた。'],
    [84, `③${n}番の林を植えた。`],
    [94, '森を守った。'],
  ];
  expect(furniture(page(1), page(2), page(3))).toEqual([[], [], []]);
});

it('nor is an item that stands alone on some pages, where others have text at its place', () => {
  const item: [number, string][] = [[44, '②橋を架けた。']];
  const others: [number, string][][] = [
    [[44, '①道を直した。']],
    [[44, '海の学校の取組']],
    [[44, '森の学校の取組']],
  ];
  expect(furniture(item, others[1] ?? [], item, others[2] ?? [], item)).toEqual([
    [],
    [],
    [],
    [],
    [],
  ]);
});
