import { type Colour, lightOf } from './colour.ts';

/** How much of what is painted a soft mask lets through at a point of the page, from 0 to 1; null where that is not known. */
export type SoftMask = (x: number, y: number) => number | null;

/** What a mask is, as pdf.js hands it over (ISO 32000-1, 11.6.5.3). */
export type MaskOptions = {
  readonly subtype: string;
  readonly backdrop?: string | null;
  readonly transferMap?: unknown;
};

/** The mask that a painted group is: by how light its colours are, or, where it was painted in white, by where it is painted. */
export function maskOf(colourAt: (x: number, y: number) => Colour, transferred: boolean): SoftMask {
  if (transferred) return () => null;
  return (x, y) => {
    const colour = colourAt(x, y);
    return colour === null ? null : lightOf(colour);
  };
}

/** Of two masks, what both let through. */
export function both(a: SoftMask | null, b: SoftMask | null): SoftMask | null {
  if (!a || !b) return a ?? b;
  return (x, y) => {
    const [one, other] = [a(x, y), b(x, y)];
    if (one === 0 || other === 0) return 0;
    return one === null || other === null ? null : one * other;
  };
}
