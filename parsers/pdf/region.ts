import type { Box } from '../records/place.ts';
import { apply, type Matrix } from './matrix.ts';
import { type Point, walk } from './walk.ts';

/** A surface on the displayed page: its bounds, and its outlines where it is no upright rectangle. */
export type Region = {
  readonly box: Box;
  readonly outlines: readonly (readonly Point[])[] | null;
  readonly evenOdd: boolean;
};

/** Curves are followed in this many straight steps. */
const STEPS = 6;
/** Corners of an upright rectangle may be off by this much (points). */
const UPRIGHT = 0.05;

/** What a path of pdf.js encloses. */
export function regionOf(path: ArrayLike<number>, ctm: Matrix, evenOdd: boolean): Region {
  const outlines: Point[][] = [];
  const add = (point: Point) => outlines.at(-1)?.push(point);
  walk(path, ctm, {
    move: (point) => outlines.push([point]),
    line: (_, to) => add(to),
    curve: (from, [a, b, to]) => {
      for (let i = 1; i <= STEPS; i++) add(onCurve([from, a, b, to], i / STEPS));
    },
    close: () => {},
  });
  return { ...bounded(outlines), evenOdd };
}

/** An upright box of the user's space as drawn. */
export function regionOfBox([x0, y0, x1, y1]: Box, ctm: Matrix): Region {
  const corners = [apply(ctm, x0, y0), apply(ctm, x1, y0), apply(ctm, x1, y1), apply(ctm, x0, y1)];
  return { ...bounded([corners]), evenOdd: false };
}

function bounded(outlines: readonly (readonly Point[])[]): Pick<Region, 'box' | 'outlines'> {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const outline of outlines) {
    for (const [x, y] of outline) {
      if (x < x0) x0 = x;
      if (y < y0) y0 = y;
      if (x > x1) x1 = x;
      if (y > y1) y1 = y;
    }
  }
  const [only] = outlines;
  const box: Box = [x0, y0, x1, y1];
  const plain = outlines.length === 1 && only !== undefined && isUpright(only, box);
  return { box, outlines: plain ? null : outlines };
}

function isUpright(outline: readonly Point[], [x0, y0, x1, y1]: Box): boolean {
  const [first, , , , fifth] = outline;
  if (outline.length !== 4 && !(outline.length === 5 && sameSpot(first, fifth))) return false;
  const on = (v: number, a: number, b: number) => Math.min(Math.abs(v - a), Math.abs(v - b));
  return outline.every(([x, y], i) => {
    const [nextX, nextY] = outline[(i + 1) % outline.length] as Point;
    const turns = Math.min(Math.abs(nextX - x), Math.abs(nextY - y)) <= UPRIGHT;
    return turns && on(x, x0, x1) <= UPRIGHT && on(y, y0, y1) <= UPRIGHT;
  });
}

const sameSpot = (a: Point | undefined, b: Point | undefined) =>
  a !== undefined && b !== undefined && Math.hypot(a[0] - b[0], a[1] - b[1]) <= UPRIGHT;

/** A point of a cubic Bézier curve. */
function onCurve([from, a, b, to]: readonly [Point, Point, Point, Point], t: number): Point {
  const u = 1 - t;
  const [k0, k1, k2, k3] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
  return [
    k0 * from[0] + k1 * a[0] + k2 * b[0] + k3 * to[0],
    k0 * from[1] + k1 * a[1] + k2 * b[1] + k3 * to[1],
  ];
}

export function within([x0, y0, x1, y1]: Box, x: number, y: number): boolean {
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}

/** Whether a point lies in it, by the non-zero or the even-odd rule (ISO 32000-1, 8.5.3.3). */
export function encloses({ box, outlines, evenOdd }: Region, x: number, y: number): boolean {
  if (!within(box, x, y)) return false;
  if (!outlines) return true;
  let winding = 0;
  let crossings = 0;
  for (const outline of outlines) {
    let [ax, ay] = outline.at(-1) as Point;
    for (const [bx, by] of outline) {
      if (ay <= y !== by <= y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) {
        crossings++;
        winding += by > ay ? 1 : -1;
      }
      [ax, ay] = [bx, by];
    }
  }
  return evenOdd ? crossings % 2 === 1 : winding !== 0;
}
