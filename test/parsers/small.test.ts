import { describe, expect, it } from 'vitest';
import { layOut } from '../../parsers/layout/layout.ts';
import type { Glyph, Page } from '../../parsers/pdf/page.ts';

/** A run of characters from (x, baseline y); Japanese ones are as wide as high, others half of it. */
function run(text: string, x: number, y: number, size: number, more: Partial<Glyph> = {}): Glyph[] {
  let x0 = x;
  return [...text].map((c) => {
    const x1 = x0 + (/[ -~]/.test(c) ? size / 2 : size);
    const glyph = { text: c, x0, y0: y - 0.88 * size, x1, y1: y + 0.12 * size, size, page: 1 };
    x0 = x1;
    return { ...glyph, ...more };
  });
}

function laidOut(...glyphs: Glyph[][]) {
  const page: Page = {
    number: 1,
    width: 600,
    height: 800,
    turn: 0,
    glyphs: glyphs.flat(),
    rules: [],
    dots: [],
    fills: [],
    unmapped: 0,
  };
  const { lines, ruby, struck } = layOut(page);
  const [texts, over, back] = [lines, ruby, struck].map((some) => some.map(({ text }) => text));
  return { lines: texts, ruby: over, struck: back, sources: lines.flatMap((line) => line.sources) };
}

describe('small print beside a word', () => {
  it('a raised digit stays on its line and says that it is raised', () => {
    const { lines, sources } = laidOut(run('12.3', 100, 100, 10), run('2', 120, 96, 6));
    expect(lines).toEqual(['12.32']);
    expect(sources.map((glyph) => glyph?.raised ?? false)).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
  });

  it('so does a note mark before or behind a word, however high', () => {
    const { lines, sources } = laidOut(
      run('※1', 91, 94.5, 6),
      run('利用者数', 100, 100, 10),
      run('注2)', 140, 94, 6),
    );
    expect(lines).toEqual(['※1利用者数注2)']);
    expect(sources.filter((glyph) => glyph?.raised)).toHaveLength(5);
  });

  it('smaller text on the same baseline, in the middle of the line or lowered is not raised', () => {
    for (const y of [100, 99, 102]) {
      const { sources } = laidOut(run('CO', 100, 100, 10), run('2', 110, y, 7));
      expect(sources.some((glyph) => glyph?.raised)).toBe(false);
    }
  });

  it('kana over ideographs is ruby and no part of the line', () => {
    const { lines, ruby } = laidOut(run('ばんこ', 100, 91, 5), run('萬古焼の数', 100, 100, 10));
    expect({ lines, ruby }).toEqual({ lines: ['萬古焼の数'], ruby: ['ばんこ'] });
  });

  it('a small line over a larger one is a line where it is no reading', () => {
    for (const above of ['施策の評価', 'まとめ1']) {
      expect(laidOut(run(above, 100, 89, 5), run('計画の概要', 100, 100, 10)).lines).toHaveLength(
        2,
      );
    }
    expect(laidOut(run('まとめ', 100, 80, 5), run('計画の概要', 100, 100, 10)).ruby).toEqual([]);
  });
});

it('struck-through characters are kept apart from what is said', () => {
  const { lines, struck } = laidOut(
    run('588', 100, 100, 10, { struck: true }),
    run('590', 120, 100, 10),
  );
  expect({ lines, struck }).toEqual({ lines: ['590'], struck: ['588'] });
});

it('a few letters that are larger by a little are a line of their own where they stand far away', () => {
  const title = run('灯台のある町', 100, 100, 12);
  expect(laidOut(title, run('写', 300, 100, 16)).lines).toHaveLength(2);
  expect(laidOut(title, run('写', 180, 100, 16)).lines).toHaveLength(1);
});
