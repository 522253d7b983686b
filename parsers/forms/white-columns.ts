import { gridOf } from '../layout/grid.ts';
import { linesOf } from '../layout/lines.ts';
import { gridLines, type RuleStretch } from '../layout/rules.ts';
import { type Cell, Table } from '../layout/table.ts';
import type { Glyph } from '../pdf/page.ts';
import { type Band, type BandPiece, bandsOf } from './bands.ts';
import { formBordersOf } from './borders.ts';
import { spansOf } from './centred.ts';

/** Rows of one cell with pieces of text in columns are a table from this many on. */
const MIN_ROWS = 3;
const MIN_PIECES = 3;

/**
 * A table with stretches of rows that are one cell each, their columns told by white alone: every other row shaded, or
 * ruled below. Such rows have cells by the white between their texts; the rest of the table stays as it is.
 */
export function withWhiteColumns(table: Table): Table {
  const runs = runsOf(table);
  const parts = new Map([
    ...runs.flatMap((run) => [...partsOf(run, table)]),
    ...table.cells.flatMap((cell) => {
      const heads =
        isWhole(cell, table) && !runs.flat().some((one) => one.cell === cell)
          ? headsIn(cell, table)
          : [];
      return heads.length > 0 ? [[cell, heads] as const] : [];
    }),
  ]);
  if (parts.size === 0) return table;
  const inner = [...parts.values()].flat().flatMap(({ box }) => [box[0], box[2]]);
  const xs = gridLines([...table.xs, ...inner]);
  const at = (x: number) => nearest(xs, x);
  const cells = table.cells
    .flatMap((cell) => parts.get(cell) ?? [cell])
    .map((cell) => {
      const [from, to] = [at(cell.box[0]), at(cell.box[2])];
      return { ...cell, col: from, colSpan: Math.max(1, to - from) };
    });
  return new Table({ ...table, xs, cols: xs.length - 1, cells });
}

/** Rows below one another, each one cell across the table, with several pieces of text in most. */
function runsOf(table: Table): { cell: Cell; band: Band }[][] {
  const runs: { cell: Cell; band: Band }[][] = [[]];
  for (const cell of table.cells) {
    const band = isWhole(cell, table) ? bandOf(cell) : null;
    if (band && band.pieces.length > 1) runs.at(-1)?.push({ cell, band });
    else if (runs.at(-1)?.length !== 0) runs.push([]);
  }
  return runs.filter(
    (run) =>
      run.length >= MIN_ROWS &&
      run.filter(({ band }) => band.pieces.length >= MIN_PIECES).length * 2 > run.length,
  );
}

const isWhole = ({ colSpan, rowSpan }: Cell, { cols }: Table): boolean =>
  colSpan === cols && rowSpan === 1 && cols > 1;

/** The heads that one cell holds above columns that have cells: each stands in the middle of its own. */
function headsIn(cell: Cell, table: Table): Cell[] {
  const pieces = bandOf(cell)?.pieces ?? [];
  const below = table.cells.filter(({ row }) => row === cell.row + 1);
  if (pieces.length < MIN_PIECES || below.length < pieces.length) return [];
  const edges = [...new Set(below.flatMap(({ box }) => [box[0], box[2]]))].sort((a, b) => a - b);
  const texts = below.map(
    ({ box }): BandPiece => ({ x0: box[0], x1: box[2], glyphs: [], filled: false }),
  );
  const spans = spansOf(pieces, edges, texts);
  return spans.length < pieces.length
    ? []
    : pieces.map(({ glyphs }, i) => {
        const from = i === 0 ? table.box[0] : (spans[i]?.x0 ?? 0);
        const to = spans[i + 1]?.x0 ?? table.box[2];
        return { ...cell, box: [from, cell.box[1], to, cell.box[3]], lines: linesOf(glyphs) };
      });
}

function bandOf({ box, lines }: Cell): Band | null {
  const glyphs = lines.flatMap(({ sources }) => sources.filter((glyph) => glyph !== null));
  const level = (y: number): RuleStretch => ({ at: y, from: box[0], to: box[2] });
  const edges = { fills: [], ends: [] };
  return bandsOf([level(box[1]), level(box[3])], box, glyphs, edges)[0] ?? null;
}

/** The cells of a run of rows, for each of its rows. */
function partsOf(
  run: readonly { cell: Cell; band: Band }[],
  { box: [x0, , x1] }: Table,
): Map<Cell, Cell[]> {
  const bands = run.map(({ band }) => band);
  const [first, last] = [bands[0] as Band, bands.at(-1) as Band];
  const across = [...bands.map(({ top }) => top), last.bottom].map(
    (at): RuleStretch => ({ at, from: x0, to: x1 }),
  );
  const sides = [x0, x1].map((at): RuleStretch => ({ at, from: first.top, to: last.bottom }));
  const grid = gridOf({
    horizontal: across,
    vertical: [...sides, ...formBordersOf(bands, x0, x1, [])],
  });
  if (!grid || grid.ys.length - 1 !== run.length) return new Map();
  return new Map(
    run.map(({ cell, band }, i) => {
      const glyphs = band.pieces.flatMap((piece) => piece.glyphs);
      const cells = grid.frames
        .filter(({ row }) => row === i)
        .map((frame): Cell => ({ ...cell, box: frame.box, lines: linesIn(glyphs, frame.box) }));
      return [cell, cells];
    }),
  );
}

const linesIn = (glyphs: readonly Glyph[], [x0, , x1]: Cell['box']) =>
  linesOf(
    glyphs.filter((glyph) => {
      const x = (glyph.x0 + glyph.x1) / 2;
      return x >= x0 && x < x1;
    }),
  );

const nearest = (xs: readonly number[], x: number): number =>
  xs.reduce((best, at, i) => (Math.abs(at - x) < Math.abs((xs[best] as number) - x) ? i : best), 0);
