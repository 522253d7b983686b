import type { Glyph } from '../pdf/page.ts';
import { TOLERANCES } from './tolerances.ts';

/** The glyphs without those that print the same character again in (nearly) the same spot, as fake bold does. */
export function dropOverprints(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Map<string, Glyph[]>();
  return glyphs.filter((glyph) => {
    const near = glyph.size * TOLERANCES.overprint;
    const column = Math.round(glyph.x0 / 8);
    for (const c of [column - 1, column, column + 1]) {
      for (const other of seen.get(`${glyph.text} ${c}`) ?? []) {
        if (Math.abs(other.x0 - glyph.x0) <= near && Math.abs(other.y0 - glyph.y0) <= near) {
          return false;
        }
      }
    }
    const key = `${glyph.text} ${column}`;
    const there = seen.get(key);
    if (there) there.push(glyph);
    else seen.set(key, [glyph]);
    return true;
  });
}
