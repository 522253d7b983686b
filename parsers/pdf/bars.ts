import type { Box } from '../records/place.ts';
import type { GraphicsState } from './graphics.ts';
import type { Surface } from './paper.ts';
import type { Stroke } from './paths.ts';

/** Thinner lines (points) rule, underline and strike out. */
const THICK = 5;

/** Lines as thick as print is high, as what hides whatever they run over. */
export function barsOf(state: GraphicsState, rules: readonly Stroke[]): Surface[] {
  const { clip, plain, mask, stroke: colour } = state;
  const alpha = state.strokeAlpha * state.groupAlpha;
  if (alpha <= 0 || clip.letters) return [];
  return rules
    .filter(({ thickness }) => thickness >= THICK)
    .map((rule) => {
      const region = { box: boxOf(rule), outlines: null, evenOdd: false };
      return { region, clip, colour, alpha, plain, mask };
    });
}

function boxOf({ x0, y0, x1, y1, thickness }: Stroke): Box {
  const half = thickness / 2;
  const level = x1 - x0 >= y1 - y0;
  return level ? [x0, y0 - half, x1, y1 + half] : [x0 - half, y0, x1 + half, y1];
}
