import type { Box } from '../records/place.ts';
import type { Matrix } from './matrix.ts';
import { OPS } from './pdfjs.ts';
import { type Point, walk } from './walk.ts';

/** A straight stretch of ink along an axis, or the bounds of a speck, in points on the displayed page. */
export type Stroke = {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  thickness: number;
  /** 0xrrggbb, where it is known and matters. */
  ink?: number | null;
};

/** What a path rules: whole lines, specks that may be pieces of a dotted one, and upright rectangles that are filled. */
export type Ruled = { rules: Stroke[]; dots: Stroke[]; surfaces: Box[] };

/** A filled bar up to this thick (points) is a ruling line, a thicker one is shading. */
const THICKEST_RULE = 3;
/** A thicker bar (points) is one too when it is at least so many times as long as thick. */
const THICKEST_BAR = 5;
const BAR = 3;
/** What is thinner than this (points) hides no character. */
const MIN_SURFACE = 1.5;
/** The thinnest line that is drawn (points). */
export const HAIRLINE = 0.3;
/** Ends that differ by less than this (points) count as level. */
const LEVEL = 0.5;

const STROKES = new Set<number>([OPS.stroke, OPS.closeStroke]);
const FILLS = new Set<number>([OPS.fill, OPS.eoFill]);
const EVEN_ODD = new Set<number>([OPS.eoFill, OPS.eoFillStroke, OPS.closeEOFillStroke]);
const BOTH = new Set<number>([
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);

/** A path as `constructPath` hands it over: what is done with it, its outline. */
export type DrawnPath = {
  readonly stroked: boolean;
  readonly filled: boolean;
  readonly evenOdd: boolean;
  readonly path: ArrayLike<number> | null;
  /** x0, y0, x1, y1 in its own space. */
  readonly bounds: ArrayLike<number> | null;
};

/** Arguments: `[painting operator, [flat array of DrawOPS and coordinates], bounding box]`. */
export function pathOf(args: readonly unknown[]): DrawnPath {
  const [paint, data, bounds] = args as [
    number,
    [ArrayLike<number> | null],
    ArrayLike<number> | null,
  ];
  return {
    bounds,
    stroked: STROKES.has(paint) || BOTH.has(paint),
    filled: FILLS.has(paint) || BOTH.has(paint),
    evenOdd: EVEN_ODD.has(paint),
    path: data[0],
  };
}

/** Whether a filled path is too large to be a line. */
export function isSurface({ bounds }: DrawnPath, m: Matrix): boolean {
  if (!bounds) return false;
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = Array.from(bounds);
  const [wide, high] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
  const across = Math.abs(m[0]) * wide + Math.abs(m[2]) * high;
  const down = Math.abs(m[1]) * wide + Math.abs(m[3]) * high;
  return Math.min(across, down) > MIN_SURFACE;
}

/** The axis-parallel ruling lines that a path draws; `pen` is how wide it strokes (points on the page). */
export function rulesOfPath({ path, stroked, filled }: DrawnPath, ctm: Matrix, pen: number): Ruled {
  const ruled: Ruled = { rules: [], dots: [], surfaces: [] };
  if (!path || !(stroked || filled)) return ruled;
  for (const points of subpaths(path, ctm)) {
    if (stroked) ruled.rules.push(...levelSides(points, pen));
    if (filled) {
      const [x0, y0, x1, y1] = boundsOf(points);
      const [wide, high] = [x1 - x0, y1 - y0];
      if (Math.max(wide, high) <= THICKEST_RULE) ruled.dots.push({ x0, y0, x1, y1, thickness: 0 });
      else if (isBar(wide, high)) ruled.rules.push(upright((x0 + x1) / 2, y0, y1, wide));
      else if (isBar(high, wide)) ruled.rules.push(level((y0 + y1) / 2, x0, x1, high));
      else if (isUpright(points)) ruled.surfaces.push([x0, y0, x1, y1]);
    }
  }
  return ruled;
}

const isBar = (thick: number, long: number) =>
  thick <= THICKEST_RULE || (thick <= THICKEST_BAR && long >= BAR * thick);

/** Whether every side runs along an axis. */
const isUpright = (points: readonly Point[]) =>
  points.length >= 4 &&
  points.every(([x, y], i) => {
    const [px, py] = points[i - 1] ?? [x, y];
    return Math.abs(x - px) <= LEVEL || Math.abs(y - py) <= LEVEL;
  });

/** Each subpath as the corners it visits; a curve breaks it, since curves rule nothing. */
function subpaths(path: ArrayLike<number>, ctm: Matrix): Point[][] {
  const found: Point[][] = [];
  let current: Point[] = [];
  const begin = (points: Point[]) => {
    if (current.length > 1) found.push(current);
    current = points;
  };
  walk(path, ctm, {
    move: (point) => begin([point]),
    line: (_, to) => current.push(to),
    curve: (_, [, , to]) => begin([to]),
    close: () => {
      if (current[0]) current.push(current[0]);
    },
  });
  begin([]);
  return found;
}

function levelSides(points: readonly Point[], pen: number): Stroke[] {
  const sides: Stroke[] = [];
  for (let i = 1; i < points.length; i++) {
    const [ax, ay] = points[i - 1] as Point;
    const [bx, by] = points[i] as Point;
    const wide = Math.abs(ax - bx);
    const high = Math.abs(ay - by);
    if (high <= LEVEL && wide > LEVEL) {
      sides.push(level((ay + by) / 2, Math.min(ax, bx), Math.max(ax, bx), pen));
    } else if (wide <= LEVEL && high > LEVEL) {
      sides.push(upright((ax + bx) / 2, Math.min(ay, by), Math.max(ay, by), pen));
    }
  }
  return sides;
}

function boundsOf(points: readonly Point[]): [number, number, number, number] {
  const xs = points.map((p) => p[0]);
  const ys = points.map((p) => p[1]);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

type Maker = (at: number, from: number, to: number, thickness: number) => Stroke;
const level: Maker = (y, x0, x1, thickness) => ({ x0, y0: y, x1, y1: y, thickness });
const upright: Maker = (x, y0, y1, thickness) => ({ x0: x, y0, x1: x, y1, thickness });

/** Letters are drawn this large (points). */
const MIN_LETTER = 2;
const MAX_LETTER = 60;

export function isLetterSized([x0, y0, x1, y1]: Box): boolean {
  return [x1 - x0, y1 - y0].every((size) => size >= MIN_LETTER && size <= MAX_LETTER);
}
