import { type Line, linesOf } from '../../parsers/layout/lines.ts';
import type { Glyph } from '../../parsers/pdf/page.ts';

/** A line of text: where it begins in characters of 10 pt, and what it says; a larger or bold one says so. */
export type Drawn = readonly [
  indent: number,
  text: string,
  look?: { size?: number; font?: string },
];

/** Lines of 10 pt text on one page, one below the other; a full-width space is a gap. */
export function drawnLines(...rows: readonly Drawn[]): Line[] {
  return rows.flatMap(([indent, text, look], row) => linesOf(drawn(indent, text, row * 15, look)));
}

function drawn(indent: number, text: string, y0: number, look: Drawn[2]): Glyph[] {
  const { size = 10, font = 'Mincho' } = look ?? {};
  return [...text].flatMap((c, i): Glyph[] => {
    const x0 = indent * 10 + i * size;
    const box = { x0, x1: x0 + size, y0, y1: y0 + size };
    return c === '　' ? [] : [{ text: c, ...box, size, font, page: 1 }];
  });
}
