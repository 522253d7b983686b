import { lets } from './clip.ts';
import { isSeen, WHITE } from './colour.ts';
import type { GraphicsState } from './graphics.ts';
import { type Ink, lineInkOf } from './inks.ts';
import { isGone, type Mark, type Paper } from './paper.ts';
import type { DrawnPath, Stroke } from './paths.ts';

/** Notes which points of a mark are clipped or masked away, or are of the colour that they stand on; whether it is seen. */
export function isInSight(
  paper: Paper,
  state: GraphicsState,
  mark: Mark,
  inks: readonly Ink[],
): boolean {
  const { clip, mask } = state;
  const seenAt = (i: number) => {
    const [x, y] = [mark.xs[i] as number, mark.ys[i] as number];
    if (!lets(clip, x, y)) return false;
    const through = mask ? (mask(x, y) ?? 1) : 1;
    return inks.some(({ colour, alpha }) => isSeen(colour, alpha * through, paper.colourAt(x, y)));
  };
  // What is seen at its middle and both ends is seen; most is.
  if ([0, 4, 8].every(seenAt)) return true;
  for (let i = 0; i < mark.xs.length; i++) if (!seenAt(i)) mark.away |= 1 << i;
  return !isGone(mark);
}

/** Whether all that a mark lies on is white. */
export function isOnWhite(paper: Paper, { xs, ys }: Mark): boolean {
  return xs.every((x, i) => paper.colourAt(x, ys[i] as number) === WHITE);
}

/** Whether a line leaves ink on white paper: all of it is within the clip, and it is not white itself. */
export function isInk(state: GraphicsState, drawn: DrawnPath, { x0, y0, x1, y1 }: Stroke): boolean {
  const { colour, alpha } = lineInkOf(state, drawn);
  if (!isSeen(colour, alpha, WHITE)) return false;
  return lets(state.clip, x0, y0) && lets(state.clip, x1, y1);
}
