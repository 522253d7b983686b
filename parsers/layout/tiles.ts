import { WHITE } from '../pdf/colour.ts';
import type { Fill, Glyph, Rule } from '../pdf/page.ts';
import { TOLERANCES } from './tolerances.ts';

/** A stretch of the page, such as a background or a cell. */
type Extent = Pick<Fill, 'x0' | 'y0' | 'x1' | 'y1'>;

/** A cell's background is at least this wide and high (points). */
const MIN_SIDE = 6;
/** No page that is read for its tables has more backgrounds; maps and charts have. */
const MAX_FILLS = 2000;
/** Backgrounds of neighbours leave no more white between them (points). */
const MAX_GAP = 6;
/** Neighbours face one another over this share of the shorter side. */
const FACING = 0.6;
/** Backgrounds that divide a ruled cell cover this share of it; less is a highlight. */
const COVERED = 0.8;

/**
 * Where backgrounds lie beside and below one another like tiles, their edges rule a table. Highlights within a cell, bars
 * behind headings and charts rule nothing.
 * @param cells those that lines rule
 */
export function rulesOfTiles(
  fills: readonly Fill[],
  cells: readonly Extent[],
  glyphs: readonly Glyph[],
): Rule[] {
  if (fills.length < 2 || fills.length > MAX_FILLS) return [];
  // A background of several ruled cells divides none of them.
  const free = tilesIn(fills).flatMap((tile) => {
    const cell = cells.find((one) => isOn(tile, one));
    return cell && !holds(cell, tile) ? [] : [{ tile, cell }];
  });
  return [...Map.groupBy(free, ({ cell }) => cell)].flatMap(([cell, inside]) =>
    groupsOf(inside.map(({ tile }) => tile)).flatMap((group) =>
      isTable(group, glyphs) && (!cell || divides(group, cell)) ? edgesOf(group) : [],
    ),
  );
}

/** Backgrounds that may be cells': each once, seen against what lies behind it, and not around others. */
function tilesIn(fills: readonly Fill[]): Extent[] {
  const large = fills.filter(({ x0, y0, x1, y1 }) => x1 - x0 >= MIN_SIDE && y1 - y0 >= MIN_SIDE);
  const seen = large.filter(
    (fill, i) =>
      fill.colour !== WHITE ||
      large.some(
        (other, j) =>
          other.colour !== WHITE && ((j < i && holds(other, fill)) || alternate(fill, other)),
      ),
  );
  const once = seen.filter(
    (fill, i) => !seen.some((other, j) => j > i && holds(other, fill) && holds(fill, other)),
  );
  return once.filter((fill) => once.filter((other) => holds(fill, other)).length <= 2);
}

/** A band over a white page, or part of one, is no row of a table with it. */
const MAX_TALLER = 4;

/** Every other row of a table is white: its cells have the borders of those above or below, and about their height. */
function alternate(a: Extent, b: Extent): boolean {
  const near = TOLERANCES.snap / 2;
  const [low, high] = [a.y1 - a.y0, b.y1 - b.y0].sort((one, other) => one - other);
  if ((high ?? 0) > MAX_TALLER * (low ?? 0)) return false;
  const column = Math.abs(a.x0 - b.x0) <= near && Math.abs(a.x1 - b.x1) <= near;
  return column && (Math.abs(a.y0 - b.y1) <= near || Math.abs(b.y0 - a.y1) <= near);
}

function holds(a: Extent, b: Extent): boolean {
  const near = TOLERANCES.snap / 2;
  return b.x0 >= a.x0 - near && b.x1 <= a.x1 + near && b.y0 >= a.y0 - near && b.y1 <= a.y1 + near;
}

/** Whether b stands right of a, close to it and facing it. */
function isRightOf(b: Extent, a: Extent): boolean {
  const shared = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0);
  return isClose(b.x0 - a.x1) && shared >= FACING * Math.min(a.y1 - a.y0, b.y1 - b.y0);
}

function isBelow(b: Extent, a: Extent): boolean {
  const shared = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
  return isClose(b.y0 - a.y1) && shared >= FACING * Math.min(a.x1 - a.x0, b.x1 - b.x0);
}

const isClose = (white: number) => white >= -1 && white <= MAX_GAP;

/** Tiles that hang together. */
function groupsOf(tiles: readonly Extent[]): Extent[][] {
  const left = new Set(tiles);
  const groups: Extent[][] = [];
  for (const first of tiles) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const tile of group) {
      for (const other of left) {
        const touches = [isRightOf, isBelow].some((is) => is(other, tile) || is(tile, other));
        if (touches && left.delete(other)) group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

/** A table has cells side by side, and text in at least two. */
function isTable(group: readonly Extent[], glyphs: readonly Glyph[]): boolean {
  if (!group.some((a) => group.some((b) => isRightOf(b, a)))) return false;
  const written = group.filter((tile) =>
    glyphs.some((glyph) => glyph.text.trim() !== '' && isOn(glyph, tile)),
  );
  return written.length >= 2 && 2 * written.length >= Math.min(group.length, 8);
}

/** Whether the middle of a lies on b. */
function isOn(a: Extent, { x0, y0, x1, y1 }: Extent): boolean {
  const [x, y] = [(a.x0 + a.x1) / 2, (a.y0 + a.y1) / 2];
  return x > x0 && x < x1 && y > y0 && y < y1;
}

const area = ({ x0, y0, x1, y1 }: Extent) => (x1 - x0) * (y1 - y0);

const divides = (group: readonly Extent[], cell: Extent) =>
  group.reduce((sum, tile) => sum + area(tile), 0) >= COVERED * area(cell);

/** The borders of tiles; between two they run in the middle of the gap. */
function edgesOf(group: readonly Extent[]): Rule[] {
  return group.flatMap((tile) => {
    const right = group.find((other) => isRightOf(other, tile))?.x0;
    const left = group.find((other) => isRightOf(tile, other))?.x1;
    const under = group.find((other) => isBelow(other, tile))?.y0;
    const over = group.find((other) => isBelow(tile, other))?.y1;
    const between = (own: number, other: number | undefined) => (own + (other ?? own)) / 2;
    const [x0, x1] = [between(tile.x0, left), between(tile.x1, right)];
    const [y0, y1] = [between(tile.y0, over), between(tile.y1, under)];
    return [
      { x0, x1, y0, y1: y0 },
      { x0, x1, y0: y1, y1 },
      { x0, x1: x0, y0, y1 },
      { x0: x1, x1, y0, y1 },
    ];
  });
}
