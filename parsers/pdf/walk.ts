import { apply, type Matrix } from './matrix.ts';
import { DrawOPS } from './pdfjs.ts';

export type Point = readonly [number, number];

/** What is done at each piece of a path; points are on the displayed page. */
export type Steps = {
  move(point: Point): void;
  line(from: Point, to: Point): void;
  /** A Bézier curve by its two handles and its end. */
  curve(from: Point, bend: readonly [Point, Point, Point]): void;
  close(from: Point, to: Point): void;
};

/**
 * Goes along a path as pdf.js hands it over: a flat array of DrawOPS and coordinates. pdf.js has changed this between
 * versions; this is the one place that decodes it.
 */
export function walk(path: ArrayLike<number>, ctm: Matrix, steps: Steps): void {
  const at = (i: number): Point => apply(ctm, path[i] ?? 0, path[i + 1] ?? 0);
  let start: Point = [0, 0];
  let here: Point = start;
  for (let i = 0; i < path.length; ) {
    switch (path[i]) {
      case DrawOPS.moveTo:
        start = here = at(i + 1);
        steps.move(here);
        i += 3;
        break;
      case DrawOPS.lineTo: {
        const to = at(i + 1);
        steps.line(here, to);
        here = to;
        i += 3;
        break;
      }
      case DrawOPS.curveTo: {
        const bend = [at(i + 1), at(i + 3), at(i + 5)] as const;
        steps.curve(here, bend);
        here = bend[2];
        i += 7;
        break;
      }
      case DrawOPS.quadraticCurveTo: {
        const [handle, to] = [at(i + 1), at(i + 3)];
        const towards = ([x, y]: Point): Point => [
          x + (2 / 3) * (handle[0] - x),
          y + (2 / 3) * (handle[1] - y),
        ];
        steps.curve(here, [towards(here), towards(to), to]);
        here = to;
        i += 5;
        break;
      }
      case DrawOPS.closePath:
        steps.close(here, start);
        here = start;
        i += 1;
        break;
      default:
        throw new Error(`constructPath: unknown drawing operator ${path[i]}`);
    }
  }
}
