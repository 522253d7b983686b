/** 0xrrggbb, or null where it is not known: a pattern, a picture, a blend. */
export type Colour = number | null;

export const WHITE = 0xffffff;
export const BLACK = 0;

/** Colours that differ by less than this (of 255) in every channel are one to the eye. */
const MIN_CONTRAST = 20;

/** `#rrggbb` as pdf.js gives it. */
export function colourOf(hex: unknown): Colour {
  const found = typeof hex === 'string' ? /^#([0-9a-f]{6})$/i.exec(hex) : null;
  return found?.[1] ? Number.parseInt(found[1], 16) : null;
}

const channels = (colour: number) => [colour >> 16, (colour >> 8) & 255, colour & 255] as const;

/** A colour laid over another; what is not known stays so. */
export function over(upper: Colour, alpha: number, lower: Colour): Colour {
  if (alpha >= 1) return upper;
  if (alpha <= 0) return lower;
  if (upper === null || lower === null) return null;
  const below = channels(lower);
  const mixed = channels(upper).map((v, i) =>
    Math.round(v * alpha + (below[i] ?? 0) * (1 - alpha)),
  );
  return ((mixed[0] ?? 0) << 16) | ((mixed[1] ?? 0) << 8) | (mixed[2] ?? 0);
}

/** How light a colour is, from 0 to 1 (ISO 32000-1, 11.3.5.3). */
export function lightOf(colour: number): number {
  const [red, green, blue] = channels(colour);
  return (0.3 * red + 0.59 * green + 0.11 * blue) / 255;
}

/** Whether ink of a colour is seen on a ground; what is not known is taken to be seen. */
export function isSeen(ink: Colour, alpha: number, ground: Colour): boolean {
  if (alpha <= 0) return false;
  if (ink === null || ground === null) return true;
  const there = channels(ground);
  const laid = channels(over(ink, alpha, ground) ?? ink);
  return laid.some((v, i) => Math.abs(v - (there[i] ?? 0)) >= MIN_CONTRAST);
}
