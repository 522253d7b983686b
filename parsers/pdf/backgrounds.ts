import type { Box } from '../records/place.ts';
import type { Colour } from './colour.ts';
import type { GraphicsState } from './graphics.ts';

/** A rectangle that is filled, as far as it is not clipped; it may be the background of a cell. */
export type Filled = { readonly box: Box; readonly colour: Colour };

/** What filling upright rectangles leaves on the page. */
export function filledOf(state: GraphicsState, surfaces: readonly Box[]): Filled[] {
  if (surfaces.length === 0 || state.fillAlpha * state.groupAlpha <= 0) return [];
  if (state.clip.letters) return [];
  const [x0, y0, x1, y1] = state.clip.box;
  return surfaces.flatMap(([ax, ay, bx, by]) => {
    const box: Box = [Math.max(ax, x0), Math.max(ay, y0), Math.min(bx, x1), Math.min(by, y1)];
    const isClipped = box[2] <= box[0] || box[3] <= box[1];
    return isClipped ? [] : [{ box, colour: state.fill }];
  });
}
