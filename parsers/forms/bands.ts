import { type Line, linesOf } from '../layout/lines.ts';
import type { RuleStretch } from '../layout/rules.ts';
import { WHITE } from '../pdf/colour.ts';
import type { Fill, Glyph } from '../pdf/page.ts';
import type { Box } from '../records/place.ts';

/** The text between two rules that follow one another, in pieces from left to right. */
export type Band = {
  readonly top: number;
  readonly bottom: number;
  readonly lines: readonly Line[];
  readonly pieces: readonly BandPiece[];
};

/** Text without wide gaps; on a background it reaches as far as that. */
export type BandPiece = {
  x0: number;
  x1: number;
  readonly glyphs: Glyph[];
  readonly filled: boolean;
};

/** A gap this many characters wide parts two pieces of a row. */
const CELL_GAP = 1.1;
const NARROW_GAP = 0.15;
const MIN_HEIGHT = 4;
/** A background of a row reaches over this share of its height, and no further than over this share of its width. */
const MIN_SHARE = 0.6;
const MAX_SHARE = 0.95;

/** What tells columns where no rule parts them: backgrounds, and where shorter rules end. */
type Edges = { readonly fills: readonly Fill[]; readonly ends: readonly number[] };

export function bandsOf(
  rules: readonly RuleStretch[],
  [x0, , x1]: Box,
  glyphs: readonly Glyph[],
  { fills, ends }: Edges,
): Band[] {
  const levels = [...new Set(rules.map(({ at }) => at))].sort((a, b) => a - b);
  return levels.slice(1).flatMap((bottom, i): Band[] => {
    const top = levels[i] as number;
    if (bottom - top < MIN_HEIGHT) return [];
    const inside = glyphs.filter((glyph) => {
      const y = (glyph.y0 + glyph.y1) / 2;
      return y > top && y <= bottom;
    });
    const lines = linesOf(inside);
    const backgrounds = fills.filter(
      (fill) =>
        fill.colour !== WHITE &&
        Math.min(fill.y1, bottom) - Math.max(fill.y0, top) > MIN_SHARE * (bottom - top) &&
        fill.x1 > x0 &&
        fill.x0 < x1 &&
        fill.x1 - fill.x0 < MAX_SHARE * (x1 - x0),
    );
    return [{ top, bottom, lines, pieces: piecesOf(lines, backgrounds, ends) }];
  });
}

/** How wide a gap is that parts two pieces: where rules end, a narrow one does. */
const gapAt = (x: number, { x0 }: Glyph, ends: readonly number[]): number =>
  ends.some((end) => end > x - 0.5 && end < x0 + 0.5) ? NARROW_GAP : CELL_GAP;

/** The lines of a row cut at wide gaps and at the edges of backgrounds; what stands one below the other is one piece. */
function piecesOf(
  lines: readonly Line[],
  backgrounds: readonly Fill[],
  ends: readonly number[],
): BandPiece[] {
  const filled = backgrounds.map(
    ({ x0, x1 }): BandPiece => ({ x0: x0 + 0.5, x1: x1 - 0.5, glyphs: [], filled: true }),
  );
  const pieces: BandPiece[] = [];
  for (const line of lines) {
    let open: BandPiece | null = null;
    for (const glyph of new Set(line.sources)) {
      if (!glyph || glyph.text.trim() === '') continue;
      const middle = (glyph.x0 + glyph.x1) / 2;
      const ground = filled.findLast((piece) => middle > piece.x0 && middle < piece.x1);
      if (ground) {
        ground.glyphs.push(glyph);
        open = null;
      } else if (open && glyph.x0 - open.x1 <= gapAt(open.x1, glyph, ends) * glyph.size) {
        open.glyphs.push(glyph);
        open.x1 = Math.max(open.x1, glyph.x1);
      } else {
        open = { x0: glyph.x0, x1: glyph.x1, glyphs: [glyph], filled: false };
        pieces.push(open);
      }
    }
  }
  const merged: BandPiece[] = [];
  for (const piece of [...pieces, ...filled].sort((a, b) => a.x0 - b.x0)) {
    const last = merged.at(-1);
    if (last && piece.x0 < last.x1 - 0.5 && !piece.filled && !last.filled) {
      last.glyphs.push(...piece.glyphs);
      last.x1 = Math.max(last.x1, piece.x1);
    } else merged.push({ ...piece, glyphs: [...piece.glyphs] });
  }
  return merged;
}
