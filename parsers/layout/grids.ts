import type { Glyph, Page } from '../pdf/page.ts';
import { rowsOfBars } from './bars.ts';
import { type Grid, gridOf } from './grid.ts';
import { rowsOfLevels } from './open-columns.ts';
import { rowsOfPieces } from './pieces.ts';
import { connected, type Ruling, sortRules } from './rules.ts';
import { rulesOfTiles } from './tiles.ts';

/** The grids of a page, smallest first: by its lines and by its backgrounds, the last where lines alone leave out. */
export function gridsOf({ rules, dots, fills }: Page, glyphs: readonly Glyph[]): Grid[] {
  const all = connected(sortRules(rules, dots));
  const { tables, rest } = rowsOfPieces(all, rules, fills, glyphs);
  const lines = rest === rules ? all : connected(sortRules(rest, dots));
  const ruled = gridsOfRulings([...tables, ...lines], glyphs);
  const cells = ruled.flatMap(({ frames }) =>
    frames.length > 1 ? frames.map(({ box: [x0, y0, x1, y1] }) => ({ x0, y0, x1, y1 })) : [],
  );
  const tiles = rulesOfTiles(fills, cells, glyphs);
  if (tiles.length === 0) return ruled;
  return gridsOfRulings([...tables, ...connected(sortRules([...rest, ...tiles], dots))], glyphs);
}

function gridsOfRulings(rulings: readonly Ruling[], glyphs: readonly Glyph[]): Grid[] {
  const open = rowsOfLevels(rulings, glyphs).flatMap((ruling) => {
    const grid = gridOf(ruling);
    return grid ? [{ ...grid, open: true }] : [];
  });
  return [...rulings, ...rowsOfBars(rulings, glyphs)]
    .map((ruling) => gridOf(ruling))
    .filter((grid) => grid !== null)
    .concat(open)
    .sort((a, b) => extent(a) - extent(b));
}

/** A cross of two lines is a table where all its cells but one (in the corner) have text. */
export function isWrittenIn({ frames, lines }: Grid, glyphs: readonly Glyph[]): boolean {
  if (lines > 2) return true;
  const written = frames.filter(({ box: [x0, y0, x1, y1] }) =>
    glyphs.some((g) => {
      const [x, y] = [(g.x0 + g.x1) / 2, (g.y0 + g.y1) / 2];
      return g.text.trim() !== '' && x > x0 && x < x1 && y > y0 && y < y1;
    }),
  );
  return written.length >= Math.max(2, frames.length - 1);
}

function extent({ xs, ys }: Grid): number {
  return ((xs.at(-1) ?? 0) - (xs[0] ?? 0)) * ((ys.at(-1) ?? 0) - (ys[0] ?? 0));
}
