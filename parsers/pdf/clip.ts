import type { Box } from '../records/place.ts';
import type { Stroke } from './paths.ts';
import { encloses, type Region, within } from './region.ts';
import type { DrawnGlyph } from './text.ts';

/** What of the page can be painted on (ISO 32000-1, 8.5.4): within a box, all of some outlines, and letters, if any. */
export type Clip = {
  readonly box: Box;
  readonly regions: readonly Region[];
  readonly letters: readonly DrawnGlyph[] | null;
};

export const clipOf = (box: Box): Clip => ({ box, regions: [], letters: null });

/** At most this many outlines are kept: what clips most is the box around them. */
const MAX_REGIONS = 16;

export function narrowed(clip: Clip, region: Region): Clip {
  const [a, b] = [clip.box, region.box];
  const box: Box = [
    Math.max(a[0], b[0]),
    Math.max(a[1], b[1]),
    Math.min(a[2], b[2]),
    Math.min(a[3], b[3]),
  ];
  const more = region.outlines !== null && clip.regions.length < MAX_REGIONS;
  return { ...clip, box, regions: more ? [...clip.regions, region] : clip.regions };
}

export function lets({ box, regions, letters }: Clip, x: number, y: number): boolean {
  return (
    within(box, x, y) &&
    regions.every((region) => encloses(region, x, y)) &&
    (letters === null || letters.some((letter) => within(letterBox(letter), x, y)))
  );
}

/** The bounds of a letter, about: what is painted through letters is seen within them. */
export function letterBox({ origin: [x, y], advance, size }: DrawnGlyph): Box {
  const reach = Math.max(advance, size);
  return [x - reach, y - reach, x + reach, y + reach];
}

/** A stroke may stand on the edge of what clips it (points). */
const EDGE = 1.5;

/** What of a stroke lies within the box of a clip; null where nothing does. */
export function strokeWithin({ box: [x0, y0, x1, y1] }: Clip, stroke: Stroke): Stroke | null {
  const within = {
    x0: Math.max(stroke.x0, x0 - EDGE),
    y0: Math.max(stroke.y0, y0 - EDGE),
    x1: Math.min(stroke.x1, x1 + EDGE),
    y1: Math.min(stroke.y1, y1 + EDGE),
    thickness: stroke.thickness,
  };
  return within.x0 <= within.x1 && within.y0 <= within.y1 ? within : null;
}
