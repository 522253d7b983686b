import type { Glyph } from '../pdf/page.ts';
import type { Box } from '../records/place.ts';

/** A stretch across the page that text covers (points). */
export type TextRun = { x0: number; x1: number };

/** Text that leaves no gap wider than this share of its size is one run. */
const GAP = 0.8;

/** Where the text in a part of the page stands, all its lines laid upon one another. */
export function runsIn(glyphs: readonly Glyph[], [left, top, right, bottom]: Box): TextRun[] {
  const inside = glyphs.filter((g) => {
    const [x, y] = [(g.x0 + g.x1) / 2, (g.y0 + g.y1) / 2];
    return g.text.trim() !== '' && y > top && y < bottom && x > left && x < right;
  });
  const runs: TextRun[] = [];
  for (const glyph of inside.sort((a, b) => a.x0 - b.x0)) {
    const last = runs.at(-1);
    if (last && glyph.x0 - last.x1 <= GAP * glyph.size) last.x1 = Math.max(last.x1, glyph.x1);
    else runs.push({ x0: glyph.x0, x1: glyph.x1 });
  }
  return runs;
}
