import type { Glyph } from '../pdf/page.ts';
import type { Box } from '../records/place.ts';

/**
 * Glyphs by the box that they stand in, those in none together: texts in boxes side by side are texts of their own. A box
 * around a word of a line, and one that stands alone, part nothing.
 * @param boxes outlines without a line inside
 */
export function byBox(glyphs: readonly Glyph[], boxes: readonly Box[]): Glyph[][] {
  const sideBySide = boxes.filter((box) => boxes.some((other) => isBeside(box, other)));
  if (sideBySide.length === 0) return [[...glyphs]];
  const parts = new Map<Box | null, Glyph[]>([[null, []], ...boxesOf(sideBySide)]);
  for (const glyph of glyphs) {
    const box = sideBySide.find((one) => holds(one, glyph)) ?? null;
    parts.get(box)?.push(glyph);
  }
  const outside = parts.get(null) ?? [];
  for (const [box, inside] of parts) {
    if (box === null || !outside.some((glyph) => isInLine(glyph, box))) continue;
    outside.push(...inside);
    parts.delete(box);
  }
  return [...parts.values()].filter((part) => part.length > 0);
}

const boxesOf = (boxes: readonly Box[]) => boxes.map((box): [Box, Glyph[]] => [box, []]);

function isBeside(a: Box, b: Box): boolean {
  const shared = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return (a[2] <= b[0] + 1 || b[2] <= a[0] + 1) && shared > Math.min(a[3] - a[1], b[3] - b[1]) / 2;
}

function holds([x0, y0, x1, y1]: Box, glyph: Glyph): boolean {
  const [x, y] = [(glyph.x0 + glyph.x1) / 2, (glyph.y0 + glyph.y1) / 2];
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}

/** Whether a glyph outside goes on with the line of the box: beside it, less than two characters away. */
function isInLine(glyph: Glyph, [x0, y0, x1, y1]: Box): boolean {
  const middle = (glyph.y0 + glyph.y1) / 2;
  return (
    glyph.text.trim() !== '' &&
    middle > y0 &&
    middle < y1 &&
    Math.max(x0 - glyph.x1, glyph.x0 - x1) < 2 * glyph.size
  );
}
