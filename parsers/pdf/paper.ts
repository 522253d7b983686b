import type { Box } from '../records/place.ts';
import { type Clip, lets } from './clip.ts';
import { type Colour, over, WHITE } from './colour.ts';
import { encloses, type Region } from './region.ts';
import type { SoftMask } from './softmask.ts';

/** A painted surface. `plain`: it hides or tints what lies beneath as its alpha says; others mix in ways not followed. */
export type Surface = {
  readonly region: Region;
  readonly clip: Clip;
  readonly colour: Colour;
  readonly alpha: number;
  readonly plain: boolean;
  readonly mask: SoftMask | null;
};

/** A mask that lets this much through lets through all. */
const NEARLY_ALL = 0.98;

/** Ink by points that show whether it is seen; `away` has a bit for each point that is not. */
export type Mark = {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  away: number;
  /** It is gone when more than this many points are not seen. */
  readonly spare: number;
  /** Whether what hides it in the end is a picture. */
  byPicture: boolean;
};

type Tile = { surfaces: Surface[]; marks: Set<Mark> };

/** The page is looked at in this many tiles a side, none smaller than MIN_TILE (points). */
const TILES = 16;
const MIN_TILE = 48;

/** What lies on a page while it is painted, in the order of painting. */
export class Paper {
  readonly #side: number;
  readonly #columns: number;
  readonly #rows: number;
  readonly #tiles = new Map<number, Tile>();
  readonly #ground: Colour;

  /** @param ground its colour before anything is painted */
  constructor(width: number, height: number, ground: Colour = WHITE) {
    this.#ground = ground;
    this.#side = Math.max(MIN_TILE, Math.max(width, height) / TILES);
    this.#columns = Math.ceil(width / this.#side);
    this.#rows = Math.ceil(height / this.#side);
  }

  /** Lays a surface over all that is there. */
  paint(surface: Surface, picture = false): void {
    const hides = surface.plain && surface.alpha >= 1;
    const isBox = !surface.region.outlines && surface.clip.regions.length === 0;
    const alone = hides && isBox && !surface.mask;
    const box = overlap(surface.region.box, surface.clip.box);
    this.#under(box, (tile, bounds) => {
      if (alone && contains(box, bounds)) tile.surfaces = [];
      tile.surfaces.push(surface);
      if (!hides) return;
      for (const mark of tile.marks) {
        if (cover(mark, surface)) mark.byPicture = picture;
        if (isGone(mark)) tile.marks.delete(mark);
      }
    });
  }

  /** Ink that what is painted later may hide. */
  lay(mark: Mark): void {
    let before: Tile | undefined;
    for (let i = 0; i < mark.xs.length; i++) {
      const tile = this.#tileAt(mark.xs[i] as number, mark.ys[i] as number);
      if (tile !== before) tile.marks.add(mark);
      before = tile;
    }
  }

  colourAt(x: number, y: number): Colour {
    const surfaces = this.#tileAt(x, y).surfaces;
    const tints: { colour: Colour; alpha: number }[] = [];
    let ground = this.#ground;
    for (let i = surfaces.length - 1; i >= 0; i--) {
      const surface = surfaces[i] as Surface;
      if (!encloses(surface.region, x, y) || !lets(surface.clip, x, y)) continue;
      const through = surface.mask ? surface.mask(x, y) : 1;
      if (through === 0) continue;
      if (!surface.plain || through === null) return null;
      const alpha = surface.alpha * through;
      if (alpha >= NEARLY_ALL) {
        ground = surface.colour;
        break;
      }
      tints.push({ colour: surface.colour, alpha });
    }
    return tints.reduceRight((below, { colour, alpha }) => over(colour, alpha, below), ground);
  }

  #tile(column: number, row: number): Tile {
    const key = row * this.#columns + column;
    const found = this.#tiles.get(key);
    if (found) return found;
    const tile = { surfaces: [], marks: new Set<Mark>() };
    this.#tiles.set(key, tile);
    return tile;
  }

  #tileAt(x: number, y: number): Tile {
    return this.#tile(this.#at(x, this.#columns), this.#at(y, this.#rows));
  }

  #at(v: number, count: number): number {
    return Math.min(count - 1, Math.max(0, Math.floor(v / this.#side)));
  }

  #under([x0, y0, x1, y1]: Box, work: (tile: Tile, bounds: Box) => void): void {
    if (x0 > x1 || y0 > y1) return;
    const side = this.#side;
    for (let row = this.#at(y0, this.#rows); row <= this.#at(y1, this.#rows); row++) {
      for (
        let column = this.#at(x0, this.#columns);
        column <= this.#at(x1, this.#columns);
        column++
      ) {
        const bounds: Box = [column * side, row * side, (column + 1) * side, (row + 1) * side];
        work(this.#tile(column, row), bounds);
      }
    }
  }
}

export function isGone({ away, spare }: Mark): boolean {
  let count = 0;
  for (let bits = away; bits > 0; bits &= bits - 1) count++;
  return count > spare;
}

/** Whether the surface hides points of the mark. */
function cover(mark: Mark, { region, clip, mask }: Surface): boolean {
  const before = mark.away;
  for (let i = 0; i < mark.xs.length; i++) {
    const [x, y] = [mark.xs[i] as number, mark.ys[i] as number];
    const isUnder = encloses(region, x, y) && lets(clip, x, y);
    if (isUnder && (!mask || (mask(x, y) ?? 0) >= NEARLY_ALL)) mark.away |= 1 << i;
  }
  return mark.away !== before;
}

function overlap(a: Box, b: Box): Box {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

const contains = (a: Box, b: Box) => a[0] <= b[0] && a[1] <= b[1] && a[2] >= b[2] && a[3] >= b[3];
