import type { Box } from '../records/place.ts';
import type { Matrix } from './matrix.ts';
import type { Glyph, Rule } from './page.ts';
import type { DrawnPath } from './paths.ts';
import { walk } from './walk.ts';

/** A ring around a choice is this wide and high (points). */
const MIN_SIDE = 6;
const MAX_WIDTH = 160;
const MAX_HEIGHT = 48;
/** An ellipse is drawn with at least so many curves. */
const MIN_CURVES = 4;
/** Straight pieces of an ellipse are no longer than this share of its longer side. */
const MAX_STRAIGHT = 1 / 16;
/** No choice has more characters than this. */
const MAX_RINGED = 24;

/** The bounds of a closed curve of the size of a few characters: a ring drawn by pen, or as the room between two ovals. */
export function ringOf({ path, stroked, filled }: DrawnPath, ctm: Matrix): Box | null {
  if (!path || !(stroked || filled)) return null;
  let [curves, ovals, straight] = [0, 0, 0];
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  const reach = ([x, y]: readonly [number, number]) => {
    [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)];
  };
  const along = (from: readonly [number, number], to: readonly [number, number]) => {
    straight = Math.max(straight, Math.hypot(to[0] - from[0], to[1] - from[1]));
  };
  walk(path, ctm, {
    move: () => {
      ovals++;
    },
    line: along,
    curve: (from, [, , to]) => {
      curves++;
      reach(from);
      reach(to);
    },
    close: along,
  });
  const [wide, high] = [x1 - x0, y1 - y0];
  const drawn =
    curves >= MIN_CURVES &&
    straight <= MAX_STRAIGHT * Math.max(wide, high) &&
    (stroked || ovals === 2);
  const sized = wide >= MIN_SIDE && high >= MIN_SIDE && wide <= MAX_WIDTH && high <= MAX_HEIGHT;
  return drawn && sized ? [x0, y0, x1, y1] : null;
}

/** Marks the characters that a ring stands around: the one of several choices that was taken. */
export function ringed(glyphs: readonly Glyph[], rings: readonly Rule[]): readonly Glyph[] {
  if (rings.length === 0) return glyphs;
  const taken = new Set<Glyph>();
  for (const { x0, y0, x1, y1 } of rings) {
    const inside = glyphs.filter((glyph) => {
      const [x, y] = [(glyph.x0 + glyph.x1) / 2, (glyph.y0 + glyph.y1) / 2];
      return x > x0 && x < x1 && y > y0 && y < y1;
    });
    if (inside.length <= MAX_RINGED) for (const glyph of inside) taken.add(glyph);
  }
  return glyphs.map((glyph) => (taken.has(glyph) ? { ...glyph, ringed: true } : glyph));
}
