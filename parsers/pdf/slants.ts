import type { Box } from '../records/place.ts';
import type { Matrix } from './matrix.ts';
import type { DrawnPath, Stroke } from './paths.ts';
import { type Point, walk } from './walk.ts';

/** Ends that differ by less than this (points) are level or upright. */
const LEVEL = 0.5;
/** A filled strip is no thicker than this (points), and a line when it is at least so many times as long. */
const MAX_STRIP = 2.5;
const STRIP = 4;
/** A wavy line is at least this many times as long as high, and no higher than this (points). */
const WAVE = 3;
const MAX_WAVE = 7;
/** Nobody strikes out with more strokes in one path. */
const MAX_STROKES = 60;

/** Lines that run along no axis or in waves: they rule nothing, but may strike out. From left to right; `y0` may be below `y1`. */
export function slantsOf({ path, stroked, filled }: DrawnPath, ctm: Matrix, pen: number): Stroke[] {
  if (!path || !(stroked || filled)) return [];
  const outlines = outlinesOf(path, ctm);
  if (outlines.length > MAX_STROKES) return [];
  return outlines.flatMap(({ points, bent }) => {
    const strip = filled && !bent ? stripOf(points) : null;
    if (strip) return [strip];
    if (stroked) return drawnBy(points, pen);
    return bent ? flatOf(points) : [];
  });
}

type Outline = { points: Point[]; bent: boolean };

function outlinesOf(path: ArrayLike<number>, ctm: Matrix): Outline[] {
  const outlines: Outline[] = [];
  const add = (...points: Point[]) => outlines.at(-1)?.points.push(...points);
  walk(path, ctm, {
    move: (point) => outlines.push({ points: [point], bent: false }),
    line: (_, to) => add(to),
    curve: (from, [a, b, to]) => {
      const open = outlines.at(-1);
      if (open) open.bent = true;
      const middle = (i: 0 | 1) => (from[i] + 3 * a[i] + 3 * b[i] + to[i]) / 8;
      add([middle(0), middle(1)], to);
    },
    close: () => {},
  });
  return outlines;
}

/** What a pen draws: one straight stroke, or a wave along a line. */
function drawnBy(points: readonly Point[], pen: number): Stroke[] {
  const [first, last] = [points[0] as Point, points.at(-1) as Point];
  if (points.length > 2) return waveOf(points, pen);
  const [wide, high] = [Math.abs(first[0] - last[0]), Math.abs(first[1] - last[1])];
  return wide > LEVEL && high > LEVEL ? [between(first, last, pen)] : [];
}

function waveOf(points: readonly Point[], pen: number): Stroke[] {
  const [x0, y0, x1, y1] = boundsOf(points);
  const high = y1 - y0;
  if (high <= LEVEL || high > MAX_WAVE || x1 - x0 < WAVE * high) return [];
  const ends = [points[0] as Point, points.at(-1) as Point];
  const isOpen = [x0, x1].every((x) => ends.some((end) => Math.abs(end[0] - x) <= high));
  return isOpen ? [throughMiddle([x0, y0, x1, y1], pen)] : [];
}

/** A thin filled shape with round ends. */
function flatOf(points: readonly Point[]): Stroke[] {
  const [x0, y0, x1, y1] = boundsOf(points);
  const isFlat = y1 - y0 <= MAX_STRIP && x1 - x0 >= STRIP * (y1 - y0);
  return isFlat ? [throughMiddle([x0, y0, x1, y1], y1 - y0)] : [];
}

const throughMiddle = ([x0, y0, x1, y1]: Box, thickness: number): Stroke => ({
  x0,
  y0: (y0 + y1) / 2,
  x1,
  y1: (y0 + y1) / 2,
  thickness,
});

function boundsOf(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** A thin four-sided shape, as the line through its middle. */
function stripOf(points: readonly Point[]): Stroke | null {
  const corners = samePoint(points[0], points.at(-1)) ? points.slice(0, -1) : points;
  if (corners.length !== 4) return null;
  const [a, b, c, d] = corners as [Point, Point, Point, Point];
  const side = (p: Point, q: Point) => Math.hypot(p[0] - q[0], p[1] - q[1]);
  const middle = (p: Point, q: Point): Point => [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2];
  const across = side(a, b) + side(c, d) < side(b, c) + side(d, a);
  const [from, to] = across ? [middle(a, b), middle(c, d)] : [middle(b, c), middle(d, a)];
  const thick = (across ? side(a, b) + side(c, d) : side(b, c) + side(d, a)) / 2;
  if (thick > MAX_STRIP || side(from, to) < STRIP * thick) return null;
  const isSlanted = Math.abs(from[0] - to[0]) > LEVEL && Math.abs(from[1] - to[1]) > LEVEL;
  return isSlanted ? between(from, to, thick) : null;
}

const samePoint = (a: Point | undefined, b: Point | undefined) =>
  a !== undefined && b !== undefined && Math.hypot(a[0] - b[0], a[1] - b[1]) < LEVEL;

function between(a: Point, b: Point, thickness: number): Stroke {
  const [[x0, y0], [x1, y1]] = a[0] <= b[0] ? [a, b] : [b, a];
  return { x0, y0, x1, y1, thickness };
}
