import { apply, type Matrix } from './matrix.ts';
import { DrawOPS, OPS } from './pdfjs.ts';

/** A straight stretch of ink along an axis, or the bounds of a speck, in points on the displayed page. */
export type Stroke = { x0: number; y0: number; x1: number; y1: number };

/** What a path rules: whole lines, and specks that may be pieces of a dotted one. */
export type Ruled = { rules: Stroke[]; dots: Stroke[] };

/** A filled bar up to this thick (points) is a ruling line, a thicker one is shading. */
const THICKEST_RULE = 3;
/** Ends that differ by less than this (points) count as level. */
const LEVEL = 0.5;

const STROKES = new Set<number>([OPS.stroke, OPS.closeStroke]);
const FILLS = new Set<number>([OPS.fill, OPS.eoFill]);
const BOTH = new Set<number>([
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);

type Point = [number, number];

/**
 * The axis-parallel ruling lines that one `constructPath` operator draws.
 * pdf.js has changed this operator's arguments between versions; this is the one place that decodes them:
 * `[painting operator, [flat array of DrawOPS and coordinates], bounding box]`.
 */
export function rulesOfPath(args: readonly unknown[], ctm: Matrix): Ruled {
  const [paint, data] = args as [number, [ArrayLike<number> | null]];
  const path = data[0];
  const ruled: Ruled = { rules: [], dots: [] };
  if (!path || !(STROKES.has(paint) || FILLS.has(paint) || BOTH.has(paint))) return ruled;
  for (const points of subpaths(path, ctm)) {
    if (!FILLS.has(paint)) ruled.rules.push(...levelSides(points));
    if (!STROKES.has(paint)) {
      const [x0, y0, x1, y1] = boundsOf(points);
      if (Math.max(x1 - x0, y1 - y0) <= THICKEST_RULE) ruled.dots.push({ x0, y0, x1, y1 });
      else if (x1 - x0 <= THICKEST_RULE) ruled.rules.push(upright((x0 + x1) / 2, y0, y1));
      else if (y1 - y0 <= THICKEST_RULE) ruled.rules.push(level((y0 + y1) / 2, x0, x1));
    }
  }
  return ruled;
}

/** Each subpath as the corners it visits; a curve breaks it, since curves rule nothing. */
function subpaths(path: ArrayLike<number>, ctm: Matrix): Point[][] {
  const found: Point[][] = [];
  let current: Point[] = [];
  const at = (i: number): Point => apply(ctm, path[i] ?? 0, path[i + 1] ?? 0);
  const begin = (points: Point[]) => {
    if (current.length > 1) found.push(current);
    current = points;
  };
  for (let i = 0; i < path.length; ) {
    switch (path[i]) {
      case DrawOPS.moveTo:
        begin([at(i + 1)]);
        i += 3;
        break;
      case DrawOPS.lineTo:
        current.push(at(i + 1));
        i += 3;
        break;
      case DrawOPS.curveTo:
        begin([at(i + 5)]);
        i += 7;
        break;
      case DrawOPS.quadraticCurveTo:
        begin([at(i + 3)]);
        i += 5;
        break;
      case DrawOPS.closePath:
        if (current[0]) current.push(current[0]);
        i += 1;
        break;
      default:
        throw new Error(`constructPath: unknown drawing operator ${path[i]}`);
    }
  }
  begin([]);
  return found;
}

function levelSides(points: readonly Point[]): Stroke[] {
  const sides: Stroke[] = [];
  for (let i = 1; i < points.length; i++) {
    const [ax, ay] = points[i - 1] as Point;
    const [bx, by] = points[i] as Point;
    const wide = Math.abs(ax - bx);
    const high = Math.abs(ay - by);
    if (high <= LEVEL && wide > LEVEL) {
      sides.push(level((ay + by) / 2, Math.min(ax, bx), Math.max(ax, bx)));
    } else if (wide <= LEVEL && high > LEVEL) {
      sides.push(upright((ax + bx) / 2, Math.min(ay, by), Math.max(ay, by)));
    }
  }
  return sides;
}

function boundsOf(points: readonly Point[]): [number, number, number, number] {
  const xs = points.map((p) => p[0]);
  const ys = points.map((p) => p[1]);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

const level = (y: number, x0: number, x1: number): Stroke => ({ x0, y0: y, x1, y1: y });
const upright = (x: number, y0: number, y1: number): Stroke => ({ x0: x, y0, x1: x, y1 });
