import { WHITE } from '../pdf/colour.ts';
import type { Fill } from '../pdf/page.ts';
import type { Box } from '../records/place.ts';

/** A background belongs to a cell of which it covers this share. */
const MIN_COVERED = 0.8;

/** Whether a cell stands on a background of its own: the last one painted there that is not white. */
export function hasBackground([x0, y0, x1, y1]: Box, fills: readonly Fill[]): boolean {
  const area = (x1 - x0) * (y1 - y0);
  const last = fills.findLast((fill) => {
    const w = Math.min(x1, fill.x1) - Math.max(x0, fill.x0);
    const h = Math.min(y1, fill.y1) - Math.max(y0, fill.y0);
    return w > 0 && h > 0 && w * h >= MIN_COVERED * area;
  });
  return last !== undefined && last.colour !== WHITE;
}
