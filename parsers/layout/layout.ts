import type { Glyph, Page } from '../pdf/page.ts';
import { byBox } from './boxes.ts';
import type { Grid } from './grid.ts';
import { gridsOf, isWrittenIn } from './grids.ts';
import { partImprints } from './imprints.ts';
import { withLargeApart } from './large.ts';
import { type Line, linesOf } from './lines.ts';
import { partOverlays } from './overlays.ts';
import { dropOverprints } from './overprint.ts';
import { sortSmall } from './small.ts';
import { partStamps } from './stamps.ts';
import { type Cell, Table } from './table.ts';

/** A page as tables and the lines between them, each list from top to bottom (reading frame). */
export type PageLayout = {
  readonly page: Page;
  readonly lines: readonly Line[];
  readonly tables: readonly Table[];
  /** Struck-through text between the tables: printed, and no part of what the page says. */
  readonly struck: readonly Line[];
  /** How words are read, in small print over them: no part of the words. */
  readonly ruby: readonly Line[];
  /** Large characters over or under the text: a stamp across the page. */
  readonly overlays: readonly Glyph[];
  /** Print in a colour of its own that was stamped onto the page, stamp by stamp. */
  readonly stamps: readonly (readonly Glyph[])[];
};

/** Finds the ruled tables of a page and puts every glyph into a cell or a line of the body. */
export function layOut(drawn: Page): PageLayout {
  const { stamps: coloured, ...unstamped } = partImprints(drawn);
  const page = coloured.length > 0 ? { ...drawn, ...unstamped } : drawn;
  const { text, overlays } = partOverlays(dropOverprints(page.glyphs));
  const { glyphs, ruby } = sortSmall(text);
  const all = gridsOf(page, glyphs);
  const boxes = all.flatMap(({ frames: [only, ...more] }) =>
    only && more.length === 0 ? [only.box] : [],
  );
  const grids = all.filter((grid) => grid.frames.length > 1 && isWrittenIn(grid, glyphs));
  const inCells = new Map<Grid, Map<number, Glyph[]>>(grids.map((grid) => [grid, new Map()]));
  const body: Glyph[] = [];
  for (const glyph of glyphs) {
    const home = homeOf(grids, glyph);
    if (!home) {
      body.push(glyph);
      continue;
    }
    const cells = inCells.get(home.grid);
    const there = cells?.get(home.frame);
    if (there) there.push(glyph);
    else cells?.set(home.frame, [glyph]);
  }
  const tables = grids
    .map((grid) => toTable(grid, inCells.get(grid) ?? new Map()))
    .sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
  const { rest, stamps } = partStamps(body, boxes);
  const texts = byBox(rest, boxes).map(said);
  const boxed = stamps.flatMap((one) =>
    linesOf(one).map((line): Line => ({ ...line, boxed: true })),
  );
  const lines = [...texts.flatMap((one) => withLargeApart(one.lines)), ...boxed];
  return {
    page: drawn,
    lines: texts.length > 1 || boxed.length > 0 ? lines.sort(byTop) : lines,
    struck: texts.flatMap((one) => one.struck),
    tables,
    ruby: linesOf(ruby),
    overlays,
    stamps: coloured,
  };
}

const byTop = (a: Line, b: Line) => a.box[1] - b.box[1] || a.box[0] - b.box[0];

/** What is said, apart from what was struck through. */
function said(glyphs: readonly Glyph[]): Pick<Cell, 'lines' | 'struck'> {
  return {
    lines: linesOf(glyphs.filter((glyph) => !glyph.struck)),
    struck: linesOf(glyphs.filter((glyph) => glyph.struck)),
  };
}

/** Print that lies over the foot of a table with this share of its size is in it: a page break cut its cell. */
const OVER_FOOT = 0.25;

/** The cell around the middle of a character, in the smallest table that has one there. */
function homeOf(grids: readonly Grid[], glyph: Glyph): { grid: Grid; frame: number } | null {
  const x = (glyph.x0 + glyph.x1) / 2;
  const middle = (glyph.y0 + glyph.y1) / 2;
  for (const grid of grids) {
    const foot = grid.ys.at(-1) ?? 0;
    const hangs = middle > foot && glyph.y0 < foot - OVER_FOOT * glyph.size;
    const y = hangs ? foot : middle;
    if (x < (grid.xs[0] ?? 0) || x > (grid.xs.at(-1) ?? 0)) continue;
    if (y < (grid.ys[0] ?? 0) || y > foot) continue;
    const frame = grid.frames.findIndex(
      ({ box: [x0, y0, x1, y1] }) => x >= x0 && x <= x1 && y >= y0 && y <= y1,
    );
    if (frame >= 0) return { grid, frame };
  }
  return null;
}

function toTable(grid: Grid, glyphs: ReadonlyMap<number, Glyph[]>): Table {
  const cells = grid.frames.map((frame, i): Cell => ({ ...frame, ...said(glyphs.get(i) ?? []) }));
  return new Table({
    box: [grid.xs[0] ?? 0, grid.ys[0] ?? 0, grid.xs.at(-1) ?? 0, grid.ys.at(-1) ?? 0],
    rows: grid.ys.length - 1,
    cols: grid.xs.length - 1,
    xs: grid.xs,
    breaks: [],
    cells,
    ruled: !grid.open,
  });
}
