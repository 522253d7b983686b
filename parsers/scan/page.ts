import { gridsOf } from '../layout/grids.ts';
import type { Doubtful, Glyph, Rule, Turn } from '../pdf/page.ts';
import type { Picture } from '../pdf/raster.ts';
import { inkOf, onWhite, thresholdOf } from './background.ts';
import { type Component, componentsOf } from './components.ts';
import type { OcrEngine } from './engine.ts';
import { glyphsOf } from './glyphs.ts';
import { emOf, type InkLine, linesIn } from './lines.ts';
import { halved, rotated, turned } from './picture.ts';
import { type LineReading, readLine } from './readings.ts';
import { erase, type InkRule, rulesOf } from './rules.ts';
import { skewOf } from './skew.ts';

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
/** Pages are straight enough up to this (degrees). */
const MIN_SKEW = 0.03;
const POINTS = 72;
/** Ink larger than this (ems) both ways is a drawing or a stamp, not a character. */
const MAX_CHARACTER = 2.6;
/** Dirt has no more pixels than this at 200 dpi. */
const MAX_SPECK = 3;

/**
 * Reads a page from its picture.
 * @param size of the page as displayed, in points
 */
export async function readPicture(
  picture: Picture,
  size: { readonly number: number; readonly width: number; readonly height: number },
  engine: OcrEngine,
): Promise<ScannedPage> {
  let shown = picture;
  while ((shown.width / size.width) * POINTS > MAX_DPI) shown = halved(shown);
  const turn: Turn = 0;
  const upright = turned(shown, turn);
  const dpi = (shown.width / size.width) * POINTS;
  const page = straightened(upright, dpi);
  const lines = await Promise.all(
    page.lines.map(
      async (line): Promise<LineReading & { down: boolean }> => ({
        ...(await readLine(page.picture, line, page.em, engine)),
        down: line.down,
      }),
    ),
  );
  const points = POINTS / dpi;
  return {
    turn,
    skew: page.skew,
    glyphs: glyphsOf(lines, size.number, points, page.em),
    rules: page.rules.map((rule) => inPoints(rule, points)),
    doubtful: lines.flatMap(({ doubts }) =>
      doubts.map(({ box: { x0, y0, x1, y1 }, candidates }) => ({
        box: [x0 * points, y0 * points, x1 * points, y1 * points],
        candidates,
      })),
    ),
  };
}

type Straightened = {
  readonly picture: Picture;
  readonly skew: number;
  readonly rules: readonly InkRule[];
  readonly lines: readonly InkLine[];
  readonly em: number;
};

/** An upright page made straight and white, with the ruling taken out of it, and its lines found. */
function straightened(upright: Picture, dpi: number): Straightened {
  const white = onWhite(upright, dpi);
  const threshold = thresholdOf(white);
  const skew = skewOf(inkOf(white, threshold));
  const isStraight = Math.abs(skew) < MIN_SKEW;
  const picture = isStraight ? white : rotated(white, -skew);
  const ink = inkOf(picture, threshold);
  const rules = rulesOf(ink, dpi);
  erase(rules, ink, picture, dpi);
  const speck = MAX_SPECK * (dpi / 200) ** 2;
  const pieces = componentsOf(ink).filter(({ area }) => area > speck);
  const em = emOf(pieces, dpi);
  const characters = pieces.filter(
    ({ x0, y0, x1, y1 }) => Math.min(x1 - x0, y1 - y0) <= MAX_CHARACTER * em,
  );
  const lines = regionsOf(characters, rules, dpi).flatMap((region) => linesIn(region, em));
  return { picture, skew: isStraight ? 0 : skew, rules, lines, em };
}

/** The ink of each cell, and that outside of all. */
function regionsOf(
  pieces: readonly Component[],
  rules: readonly InkRule[],
  dpi: number,
): Component[][] {
  const points = POINTS / dpi;
  const ruling = { rules: rules.map((rule) => inPoints(rule, points)), dots: [], fills: [] };
  const page = { number: 1, width: 0, height: 0, turn: 0, glyphs: [], unmapped: 0 } as const;
  const cells = gridsOf({ ...page, ...ruling }, []).flatMap(({ frames }) => frames);
  const inCells = cells.map((): Component[] => []);
  const outside: Component[] = [];
  for (const piece of pieces) {
    const x = ((piece.x0 + piece.x1) / 2) * points;
    const y = ((piece.y0 + piece.y1) / 2) * points;
    const home = cells.findIndex(
      ({ box: [x0, y0, x1, y1] }) => x >= x0 && x <= x1 && y >= y0 && y <= y1,
    );
    (inCells[home] ?? outside).push(piece);
  }
  return [...inCells, outside];
}

function inPoints({ x0, y0, x1, y1, across }: InkRule, points: number): Rule {
  const [x, y] = [((x0 + x1) / 2) * points, ((y0 + y1) / 2) * points];
  return across
    ? { x0: x0 * points, x1: x1 * points, y0: y, y1: y }
    : { x0: x, x1: x, y0: y0 * points, y1: y1 * points };
}
