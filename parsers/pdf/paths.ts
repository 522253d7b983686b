import { apply, type Matrix } from './matrix.ts';
import { DrawOPS, OPS } from './pdfjs.ts';

/** A straight stretch of ink with its thickness in points, on the displayed page. */
export type Stroke = { x0: number; y0: number; x1: number; y1: number };

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
export function rulesOfPath(args: readonly unknown[], ctm: Matrix): Stroke[] {
  const [paint, data] = args as [number, [ArrayLike<number> | null]];
  const path = data[0];
  if (!path || !(STROKES.has(paint) || FILLS.has(paint) || BOTH.has(paint))) return [];
  const rules: Stroke[] = [];
  for (const points of subpaths(path, ctm)) {
    if (!FILLS.has(paint)) rules.push(...levelSides(points));
    if (!STROKES.has(paint)) {
      const bar = thinBar(points);
      if (bar) rules.push(bar);
    }
  }
  return rules;
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
      const y = (ay + by) / 2;
      sides.push({ x0: Math.min(ax, bx), y0: y, x1: Math.max(ax, bx), y1: y });
    } else if (wide <= LEVEL && high > LEVEL) {
      const x = (ax + bx) / 2;
      sides.push({ x0: x, y0: Math.min(ay, by), x1: x, y1: Math.max(ay, by) });
    }
  }
  return sides;
}

/** The middle line of a filled bar; null for anything too thick to be a rule. */
function thinBar(points: readonly Point[]): Stroke | null {
  const xs = points.map((p) => p[0]);
  const ys = points.map((p) => p[1]);
  const [x0, x1] = [Math.min(...xs), Math.max(...xs)];
  const [y0, y1] = [Math.min(...ys), Math.max(...ys)];
  const [wide, high] = [x1 - x0, y1 - y0];
  if (Math.min(wide, high) > THICKEST_RULE || Math.max(wide, high) <= THICKEST_RULE) return null;
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return wide >= high ? { x0, y0: y, x1, y1: y } : { x0: x, y0, x1: x, y1 };
}
