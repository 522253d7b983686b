import { gridsOf } from '../layout/grids.ts';
import type { Rule } from '../pdf/page.ts';
import type { GreyPicture } from '../pdf/raster.ts';
import { inkOf, onWhite, thresholdOf } from './background.ts';
import { type Component, componentsOf } from './components.ts';
import { dashedRules } from './dashed.ts';
import { dirtIn } from './dirt.ts';
import { emOf, type InkLine, linesIn } from './lines.ts';
import { rotated, smoothed, whiten } from './picture.ts';
import { erase, type InkRule, rulesOf } from './rules.ts';
import { skewOf } from './skew.ts';

/** Pages are straight enough up to this (degrees). */
const MIN_SKEW = 0.03;
const POINTS = 72;
/** Ink larger than this (ems) both ways is a drawing or a stamp, not a character. */
const MAX_CHARACTER = 2.6;
/** Dirt has no more pixels than this at 200 dpi. */
const MAX_SPECK = 3;
/** No page of text has its ink in more pieces: dots of a photograph, noise. */
const MAX_PIECES = 60_000;

/** A page made straight and white, with its ruling beside it and its lines found; pixels. */
export type Straightened = {
  readonly picture: GreyPicture;
  readonly skew: number;
  readonly rules: readonly InkRule[];
  readonly lines: readonly InkLine[];
  readonly em: number;
  /** Dirt was taken out of it: what was left between digits may be some, too. */
  readonly isDirty: boolean;
};

/** A page made straight and white, with the ruling taken out of it; without lines where it is no page of text. */
export function straightened(upright: GreyPicture, dpi: number): Straightened {
  const white = onWhite(smoothed(upright), dpi);
  const threshold = thresholdOf(white);
  const skew = skewOf(inkOf(white, threshold));
  const isStraight = Math.abs(skew) < MIN_SKEW;
  const picture = isStraight ? white : rotated(white, -skew);
  const ink = inkOf(picture, threshold);
  const rules = rulesOf(ink, dpi);
  const straight = { picture, skew: isStraight ? 0 : skew, isDirty: false };
  if (!rules) return { ...straight, rules: [], lines: [], em: 0 };
  erase(rules, ink, picture, dpi);
  const speck = MAX_SPECK * (dpi / 200) ** 2;
  const all = componentsOf(ink).filter(({ area }) => area > speck);
  if (all.length > MAX_PIECES) return { ...straight, rules, lines: [], em: 0 };
  const dashed = dashedRules(all, rules, dpi);
  const dashes = new Set(dashed.flatMap((one) => one.dashes));
  whiten(dashes, picture);
  const whole = all.filter((piece) => !dashes.has(piece));
  const em = emOf(whole, dpi);
  const ruling = [...rules, ...dashed.map(({ rule }) => rule)];
  const found = { ...straight, rules: ruling, em };
  const dirt = dirtIn(whole, em, dpi);
  const pieces = whole.filter((piece) => !dirt.has(piece));
  whiten(dirt, picture);
  const characters = pieces.filter(
    ({ x0, y0, x1, y1 }) => Math.min(x1 - x0, y1 - y0) <= MAX_CHARACTER * em,
  );
  const lines = regionsOf(characters, ruling, dpi).flatMap((region) => linesIn(region, em));
  return { ...found, lines, isDirty: dirt.size > 0 };
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

export function inPoints({ x0, y0, x1, y1, across }: InkRule, points: number): Rule {
  const [x, y] = [((x0 + x1) / 2) * points, ((y0 + y1) / 2) * points];
  return across
    ? { x0: x0 * points, x1: x1 * points, y0: y, y1: y }
    : { x0: x, x1: x, y0: y0 * points, y1: y1 * points };
}
