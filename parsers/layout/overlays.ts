import type { Glyph } from '../pdf/page.ts';

/** A stamp's characters are at least this many times as large as most of the page's … */
const MIN_RATIO = 3;

/** Parts the page's text from the large characters that stand over or under it: a 案 across the page is no part of a line. */
export function partOverlays(glyphs: readonly Glyph[]): { text: Glyph[]; overlays: Glyph[] } {
  const usual = usualSize(glyphs);
  const small = glyphs.filter((glyph) => glyph.size < MIN_RATIO * usual);
  if (small.length === glyphs.length) return { text: [...glyphs], overlays: [] };
  const large = glyphs.filter((g) => g.size >= MIN_RATIO * usual && g.text.trim() !== '');
  // … and stand over other text, beside or below it: a large title does not.
  const isStamp = (g: Glyph) =>
    small.some((other) => holds(g, other)) || isBesideLines(g, small) || isAlone(g, large, small);
  const overlays = new Set(large.filter(isStamp));
  return { text: glyphs.filter((glyph) => !overlays.has(glyph)), overlays: [...overlays] };
}

/** This many characters of running text at the height of a large one are a line beside it. */
const MIN_BESIDE = 8;

function isBesideLines({ y0, y1 }: Glyph, small: readonly Glyph[]): boolean {
  const beside = small.filter((other) => {
    const middle = (other.y0 + other.y1) / 2;
    return other.text.trim() !== '' && middle > y0 && middle < y1;
  });
  return beside.length >= MIN_BESIDE;
}

/** So few large characters are no text. */
const MAX_STAMP = 4;

const isAlone = ({ y0 }: Glyph, large: readonly Glyph[], small: readonly Glyph[]): boolean =>
  large.length <= MAX_STAMP && small.some((other) => other.text.trim() !== '' && other.y1 < y0);

function usualSize(glyphs: readonly Glyph[]): number {
  const sizes = glyphs.map(({ size }) => size).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}

function holds(large: Glyph, { x0, y0, x1, y1 }: Glyph): boolean {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return x > large.x0 && x < large.x1 && y > large.y0 && y < large.y1;
}
