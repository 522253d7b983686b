import type { Glyph } from '../pdf/page.ts';

/** A stamp's characters are at least this many times as large as most of the page's … */
const MIN_RATIO = 3;

/** Parts the page's text from the large characters that stand over or under it: a 案 across the page is no part of a line. */
export function partOverlays(glyphs: readonly Glyph[]): { text: Glyph[]; overlays: Glyph[] } {
  const usual = usualSize(glyphs);
  const small = glyphs.filter((glyph) => glyph.size < MIN_RATIO * usual);
  if (small.length === glyphs.length) return { text: [...glyphs], overlays: [] };
  // … and stand over other text: a large title does not.
  const overlays = new Set(
    glyphs.filter((g) => g.size >= MIN_RATIO * usual && small.some((other) => holds(g, other))),
  );
  return { text: glyphs.filter((glyph) => !overlays.has(glyph)), overlays: [...overlays] };
}

function usualSize(glyphs: readonly Glyph[]): number {
  const sizes = glyphs.map(({ size }) => size).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}

function holds(large: Glyph, { x0, y0, x1, y1 }: Glyph): boolean {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return x > large.x0 && x < large.x1 && y > large.y0 && y < large.y1;
}
