import { describe, expect, it } from 'vitest';
import { layOut } from '../../parsers/layout/layout.ts';
import { cellText } from '../../parsers/layout/table.ts';
import type { Glyph, Rule } from '../../parsers/pdf/page.ts';
import { line } from './drawn-table.ts';

/** A level rule in pieces from border to border. */
const pieces = (y: number, ...borders: number[]): Rule[] =>
  borders.slice(1).map((x1, i) => ({ x0: borders[i] as number, y0: y, x1, y1: y }));

function tables(words: readonly (readonly [string, number, number])[], rules: readonly Rule[]) {
  const glyphs = words.flatMap(([text, x, y]) =>
    [...new Set(line(text, x, y).sources)].filter((glyph): glyph is Glyph => glyph !== null),
  );
  const page = { number: 1, width: 600, height: 800, turn: 0, unmapped: 0 } as const;
  return layOut({ ...page, glyphs, rules, dots: [], fills: [] }).tables.map(({ cells }) =>
    cells.map((cell) => `${cell.row},${cell.col}+${cell.colSpan} ${cellText(cell).text}`),
  );
}

describe('level rules drawn cell by cell', () => {
  it('part columns where their pieces meet, be the text of neighbours close', () => {
    const rules = [20, 40, 60].flatMap((y) => pieces(y, 10, 60, 100, 140));
    const words = [
      ['指標名', 12, 26],
      ['24年', 66, 26],
      ['25年', 106, 26],
      ['港の入込客', 12, 46],
      ['12345', 60, 46],
      ['67', 112, 46],
    ] as const;
    expect(tables(words, rules)).toEqual([
      ['0,0+1 指標名', '0,1+1 24年', '0,2+1 25年', '1,0+1 港の入込客', '1,1+1 12345', '1,2+1 67'],
    ]);
  });

  it('are one row too, and parted from those of other columns', () => {
    const rules = [
      ...[20, 40].flatMap((y) => pieces(y, 10, 60, 140)),
      ...[60, 80].flatMap((y) => pieces(y, 10, 100, 140)),
    ];
    const words = [
      ['評価', 12, 26],
      ['B', 90, 26],
      ['見出し', 12, 46],
      ['説明', 12, 66],
      ['なし', 105, 66],
    ] as const;
    expect(tables(words, rules)).toEqual([
      ['0,0+1 評価', '0,1+1 B'],
      ['0,0+1 説明', '0,1+1 なし'],
    ]);
  });

  it('span columns whose middle the text stands in', () => {
    const rules = [20, 40, 60].flatMap((y) => pieces(y, 10, 60, 120, 180));
    const words = [
      ['指標', 12, 26],
      ['25年度', 100, 26],
      ['港', 12, 46],
      ['1', 86, 46],
      ['2', 146, 46],
    ] as const;
    expect(tables(words, rules)[0]).toContain('0,1+2 25年度');
  });

  it('rule nothing where they are dashes', () => {
    const dashes = [20, 40].flatMap((y) =>
      Array.from({ length: 30 }, (_, i) => ({ x0: 10 + 4 * i, y0: y, x1: 13.5 + 4 * i, y1: y })),
    );
    expect(tables([['港の入込客', 12, 26]], dashes)).toEqual([]);
  });
});
