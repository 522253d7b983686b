import type { Glyph } from '../pdf/page.ts';
import type { Box } from '../records/place.ts';

/** A box around a mark is no wider than this share of the page's text, no higher than this (points), and holds no more. */
const MAX_WIDTH = 0.5;
const MAX_HEIGHT = 60;
const MAX_CHARACTERS = 25;
/** Text beside a box goes on with its line when it is less than this many characters away … */
const NEAR = 2;
/** … and level with it, but for this share of its size. */
const LEVEL = 0.25;
/** What begins within this many points of the text's edge, alone in its row, is a heading in a box. */
const AT_EDGE = 6;

/** Parts the text in small boxes of its own, which is none of any line, from the rest. */
export function partStamps(
  glyphs: readonly Glyph[],
  boxes: readonly Box[],
): { rest: readonly Glyph[]; stamps: Glyph[][] } {
  const ink = glyphs.filter((glyph) => glyph.text.trim() !== '');
  const left = Math.min(...ink.map(({ x0 }) => x0));
  const width = Math.max(...ink.map(({ x1 }) => x1)) - left;
  const stamps = boxes.flatMap((box): Glyph[][] => {
    if (box[2] - box[0] > MAX_WIDTH * width || box[3] - box[1] > MAX_HEIGHT) return [];
    const inside = ink.filter((glyph) => holds(box, glyph));
    if (inside.length === 0 || inside.length > MAX_CHARACTERS) return [];
    const beside = ink.filter((glyph) => !inside.includes(glyph) && isInRow(box, glyph));
    if (beside.some((glyph) => goesOn(glyph, inside))) return [];
    return box[0] - left <= AT_EDGE && beside.length === 0 ? [] : [inside];
  });
  const taken = new Set(stamps.flat());
  return stamps.length === 0
    ? { rest: glyphs, stamps }
    : { rest: glyphs.filter((glyph) => !taken.has(glyph)), stamps };
}

const middle = ({ y0, y1 }: Glyph) => (y0 + y1) / 2;

function holds([x0, y0, x1, y1]: Box, glyph: Glyph): boolean {
  const x = (glyph.x0 + glyph.x1) / 2;
  return x >= x0 && x <= x1 && middle(glyph) >= y0 && middle(glyph) <= y1;
}

const isInRow = ([, y0, , y1]: Box, glyph: Glyph) => middle(glyph) > y0 && middle(glyph) < y1;

function goesOn(glyph: Glyph, inside: readonly Glyph[]): boolean {
  return inside.some(
    (other) =>
      Math.max(other.x0 - glyph.x1, glyph.x0 - other.x1) < NEAR * glyph.size &&
      Math.abs(middle(other) - middle(glyph)) <= LEVEL * glyph.size,
  );
}
