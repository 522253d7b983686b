import { type Colour, WHITE } from './colour.ts';
import type { GraphicsState } from './graphics.ts';
import type { DrawnPath } from './paths.ts';

/** A colour and how opaque it is. */
export type Ink = { readonly colour: Colour; readonly alpha: number };

/** White leaves no trace in these blend modes. */
const DARKENS = new Set(['multiply', 'darken']);

/** What a character is drawn with, by the text rendering mode (9.3.6). */
export function inksOf(state: GraphicsState): Ink[] {
  const mode = state.text.mode % 4;
  const inks: Ink[] = [];
  if (mode !== 1) inks.push({ colour: state.fill, alpha: state.fillAlpha * state.groupAlpha });
  if (mode !== 0) inks.push({ colour: state.stroke, alpha: state.strokeAlpha * state.groupAlpha });
  if ([state.blend, state.groupBlend].some((blend) => DARKENS.has(blend))) {
    return inks.filter(({ colour }) => colour !== WHITE);
  }
  return state.plain ? inks : inks.map(({ alpha }) => ({ colour: null, alpha }));
}

/** What the lines of a path are drawn with: thin shapes that are only filled are lines, too. */
export function lineInkOf(state: GraphicsState, { filled, stroked }: DrawnPath): Ink {
  const isFilled = filled && !stroked;
  return {
    colour: isFilled ? state.fill : state.stroke,
    alpha: (isFilled ? state.fillAlpha : state.strokeAlpha) * state.groupAlpha,
  };
}
