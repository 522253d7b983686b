import type { Doubtful, Glyph, Rule, Turn } from '../pdf/page.ts';
import type { GreyPicture } from '../pdf/raster.ts';
import type { OcrEngine } from './engine.ts';
import { glyphsOf } from './glyphs.ts';
import { halved } from './picture.ts';
import { inPoints } from './straight.ts';
import { upright } from './upright.ts';

/** A page as its picture shows it, in the reading frame: upright and straight, in points. */
export type ScannedPage = {
  readonly turn: Turn;
  /** By how many degrees its lines fell to the right. */
  readonly skew: number;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  readonly doubtful: readonly Doubtful[];
};

/** Finer pictures than this (pixels an inch) say no more, and take longer. */
const MAX_DPI = 320;
const POINTS = 72;

/**
 * Reads a page from its picture; null where the picture shows no text.
 * @param size of the page as displayed, in points
 */
export async function readPicture(
  picture: GreyPicture,
  size: { readonly number: number; readonly width: number; readonly height: number },
  engine: OcrEngine,
): Promise<ScannedPage | null> {
  let shown = picture;
  while ((shown.width / size.width) * POINTS > MAX_DPI) shown = halved(shown);
  const dpi = (shown.width / size.width) * POINTS;
  const found = await upright(shown, dpi, engine);
  if (!found) return null;
  const { turn, page, read } = found;
  const lines = await Promise.all(
    page.lines.map(async (line) => ({ ...(await read(line)), down: line.down })),
  );
  const points = POINTS / dpi;
  return {
    turn,
    skew: page.skew,
    glyphs: glyphsOf(lines, size.number, points, page.em),
    rules: page.rules.map((rule) => inPoints(rule, points)),
    doubtful: lines.flatMap(({ doubts }) =>
      doubts.map(({ box: { x0, y0, x1, y1 }, ...doubt }) => ({
        ...doubt,
        box: [x0 * points, y0 * points, x1 * points, y1 * points],
      })),
    ),
  };
}
