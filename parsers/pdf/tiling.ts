import type { Box } from '../records/place.ts';

/** A pattern of tiles (ISO 32000-1, 8.7.3) as pdf.js hands it over to be filled with; lengths are in its own space. */
export type Tiling = {
  readonly operators: object;
  readonly bbox: Box;
  readonly step: readonly [number, number];
};

export function tilingOf([kind, , operators, , bbox, x, y]: readonly unknown[]): Tiling | null {
  if (kind !== 'TilingPattern') return null;
  const step = [Math.abs(x as number), Math.abs(y as number)] as const;
  return { operators: operators as object, bbox: bbox as Box, step };
}

/** A tile is looked at in this many places a side. */
const PLACES = 16;

/** Whether tiles leave nothing of the ground between them and within them; places are from the corner of a tile. */
export function isSolid(
  { step: [wide, high] }: Tiling,
  isPainted: (x: number, y: number) => boolean,
): boolean {
  for (let i = 0; i < PLACES; i++) {
    for (let j = 0; j < PLACES; j++) {
      if (!isPainted(((i + 0.5) / PLACES) * wide, ((j + 0.5) / PLACES) * high)) return false;
    }
  }
  return true;
}
