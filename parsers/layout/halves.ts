import type { Page } from '../pdf/page.ts';

/** Two pages side by side: the sheet is at least this much wider than high. */
const MIN_ASPECT = 1.3;
/** Half the width of the strip in the middle that stays white (points). */
const GUTTER = 6;
/** Each half holds at least this many characters. */
const MIN_CHARACTERS = 40;

/**
 * Two pages that were laid on one sheet side by side, each with its own flow of text, left one first: nothing crosses the
 * strip down the middle, and both halves are written on. Any other page is one.
 */
export function halvesOf(page: Page): Page[] {
  const glyphs = page.glyphs.filter((glyph) => glyph.text.trim() !== '');
  const [x0, x1] = [Math.min(...glyphs.map((g) => g.x0)), Math.max(...glyphs.map((g) => g.x1))];
  const upright = page.turn % 180 === 0;
  const [width, height] = upright ? [page.width, page.height] : [page.height, page.width];
  const middle = width / 2;
  if (width < MIN_ASPECT * height || x0 > middle || x1 < middle) return [page];
  const crosses = (left: number, right: number) =>
    left < middle + GUTTER && right > middle - GUTTER;
  if (glyphs.some((g) => crosses(g.x0, g.x1))) return [page];
  if (page.rules.some((rule) => rule.x1 > rule.x0 && crosses(rule.x0, rule.x1))) return [page];
  const left = glyphs.filter((g) => g.x1 <= middle).length;
  if (Math.min(left, glyphs.length - left) < MIN_CHARACTERS) return [page];
  const on = (isHere: (x: number) => boolean): Page => ({
    ...page,
    glyphs: page.glyphs.filter((g) => isHere((g.x0 + g.x1) / 2)),
    rules: page.rules.filter((r) => isHere((r.x0 + r.x1) / 2)),
    dots: page.dots.filter((r) => isHere((r.x0 + r.x1) / 2)),
    fills: page.fills.filter((f) => isHere((f.x0 + f.x1) / 2)),
  });
  return [on((x) => x < middle), on((x) => x >= middle)];
}
