import type { Glyph } from '../pdf/page.ts';
import { TOLERANCES } from './tolerances.ts';

/** The glyphs without those that print the same character again in (nearly) the same spot, as fake bold does. */
export function dropOverprints(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Map<string, Map<number, Glyph[]>>();
  return glyphs.filter((glyph) => {
    const near = glyph.size * TOLERANCES.overprint;
    const column = Math.round(glyph.x0 / 8);
    let same = seen.get(glyph.text);
    if (!same) {
      same = new Map();
      seen.set(glyph.text, same);
    }
    for (let c = column - 1; c <= column + 1; c++) {
      for (const other of same.get(c) ?? []) {
        if (Math.abs(other.x0 - glyph.x0) <= near && Math.abs(other.y0 - glyph.y0) <= near) {
          return false;
        }
      }
    }
    const there = same.get(column);
    if (there) there.push(glyph);
    else same.set(column, [glyph]);
    return true;
  });
}
