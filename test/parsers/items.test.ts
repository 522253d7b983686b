import { describe, expect, it } from 'vitest';
import { linesOf } from '../../parsers/layout/lines.ts';
import type { Glyph } from '../../parsers/pdf/page.ts';
import { paragraphsOf } from '../../parsers/sheets/items.ts';

/** Lines of 10 pt text: `[indent in characters, text]`, one below the other. */
function lines(...rows: [number, string][]) {
  const glyphs = rows.flatMap(([indent, text], row) =>
    [...text].map((c, i): Glyph => {
      const x0 = (indent + i) * 10;
      return { text: c, x0, x1: x0 + 10, y0: row * 15, y1: row * 15 + 10, size: 10, page: 1 };
    }),
  );
  return linesOf(glyphs);
}

const read = (right: number, ...rows: [number, string][]) =>
  paragraphsOf(lines(...rows), { left: 0, right: right * 10 }).map(({ marker, ordinal, text }) => [
    marker,
    ordinal,
    text.text,
  ]);

describe('paragraphs', () => {
  it('marked items with hanging lines', () => {
    expect(
      read(12, [0, '①森の学校を開き、子どもと'], [1, '親子が木に触れた。'], [0, '②道を直した。']),
    ).toEqual([
      ['①', 1, '森の学校を開き、子どもと親子が木に触れた。'],
      ['②', 2, '道を直した。'],
    ]);
  });

  it('a bullet below ① belongs to ①', () => {
    expect(read(12, [0, '①次のとおり。'], [1, '・港の整備'], [0, '②道を直した。'])).toEqual([
      ['①', 1, '次のとおり。・港の整備'],
      ['②', 2, '道を直した。'],
    ]);
  });

  it('a middle dot that the line break put first is no bullet', () => {
    expect(read(12, [0, '・川と海の学校を開き、農業'], [1, '・林業の人と話した。'])).toEqual([
      ['・', null, '川と海の学校を開き、農業・林業の人と話した。'],
    ]);
  });

  it('a circled number in running text opens no item', () => {
    expect(read(12, [0, '①三つの柱のうち、特に右の'], [1, '③に力を入れた。'])).toEqual([
      ['①', 1, '三つの柱のうち、特に右の③に力を入れた。'],
    ]);
  });

  it('plain paragraphs part where one ends', () => {
    expect(read(20, [1, '海辺の町に人が戻る。'], [1, '山にも人が住む。'])).toEqual([
      [null, null, '海辺の町に人が戻る。'],
      [null, null, '山にも人が住む。'],
    ]);
  });

  it('plain paragraphs part where a first line is indented again', () => {
    expect(
      read(
        10,
        [1, '海辺の町に人が戻り'],
        [0, '山にも人が住むように'],
        [0, 'なりました。そして。'],
        [1, '次の年も続く。'],
      ),
    ).toEqual([
      [null, null, '海辺の町に人が戻り山にも人が住むようになりました。そして。'],
      [null, null, '次の年も続く。'],
    ]);
  });

  it('a middle dot that begins a line in mid-sentence is none in a plain paragraph either', () => {
    expect(read(10, [1, '川の学校を開いて農業'], [0, '・林業の人と話した。'])).toEqual([
      [null, null, '川の学校を開いて農業・林業の人と話した。'],
    ]);
  });

  it('two full one-line paragraphs are two', () => {
    expect(read(10, [1, '海辺の町に人が戻る。'], [1, '山にも人が住むのだ。'])).toEqual([
      [null, null, '海辺の町に人が戻る。'],
      [null, null, '山にも人が住むのだ。'],
    ]);
  });
});
