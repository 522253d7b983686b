import type { InkMap } from './picture.ts';

/** Pages are laid on the glass no more askew than this (degrees). */
const MAX_SKEW = 4;
const COARSE = 0.2;
const FINE = 0.02;
/** The ink is looked at in squares of so many pixels. */
const STEP = 3;
/** Of so many points at most. */
const MAX_POINTS = 150_000;

/**
 * By how many degrees lines fall to the right (clockwise): the angle at which the ink lies in the sharpest rows, by the
 * squares of the row sums (W. Postl, 1986).
 */
export function skewOf(ink: InkMap): number {
  const points = inkPoints(ink);
  if (points.length === 0) return 0;
  const rows = Math.ceil(ink.height / STEP);
  const reach = Math.ceil((ink.width / STEP) * Math.tan((MAX_SKEW * Math.PI) / 180)) + 2;
  const sums = new Float64Array(rows + 2 * reach);
  const sharpness = (degrees: number) => {
    sums.fill(0);
    const slope = Math.tan((degrees * Math.PI) / 180);
    for (let i = 0; i < points.length; i += 2) {
      const at = Math.round((points[i + 1] as number) - (points[i] as number) * slope) + reach;
      sums[at] = (sums[at] as number) + 1;
    }
    return sums.reduce((sum, n) => sum + n * n, 0);
  };
  const best = (from: number, to: number, step: number) => {
    let [found, most] = [0, -1];
    for (let angle = from; angle <= to + step / 2; angle += step) {
      const sharp = sharpness(angle);
      if (sharp > most) [found, most] = [angle, sharp];
    }
    return found;
  };
  const coarse = best(-MAX_SKEW, MAX_SKEW, COARSE);
  return best(coarse - COARSE, coarse + COARSE, FINE);
}

/** Squares with ink in them as x, y, x, y …, the middle of the page at x = 0. */
function inkPoints({ width, height, bits }: InkMap): Float32Array {
  const points: number[] = [];
  for (let y = 0; y < height; y += STEP) {
    for (let x = 0; x < width; x += STEP) {
      if (bits[y * width + x]) points.push(x / STEP - width / STEP / 2, y / STEP);
    }
  }
  const each = Math.ceil(points.length / 2 / MAX_POINTS);
  const kept = each > 1 ? points.filter((_, i) => (i >> 1) % each === 0) : points;
  return Float32Array.from(kept);
}
