import { gridOf } from '../layout/grid.ts';
import type { PageLayout } from '../layout/layout.ts';
import { type Line, linesOf } from '../layout/lines.ts';
import { gridLines, type RuleStretch, sortRules } from '../layout/rules.ts';
import { type Cell, Table } from '../layout/table.ts';
import type { Glyph } from '../pdf/page.ts';
import type { Box } from '../records/place.ts';
import { type Band, bandsOf } from './bands.ts';
import { formBordersOf } from './borders.ts';
import { captionSaid } from './captions.ts';
import { pieceText, withFiguresApart } from './figures-apart.ts';
import { bandGroupsOf } from './row-groups.ts';
import { withSpanningPieces } from './spanning.ts';

/** Rules this much shorter or longer than one another (points) do not rule one table. */
const SAME_EXTENT = 6;
const MIN_LENGTH = 120;
/** A row is at most this high (points). */
const MAX_ROW = 90;
const MIN_ROWS = 2;

/** A page whose tables that are ruled between their rows only are tables as well. */
export function withRowRuledTables(layout: PageLayout): PageLayout {
  const { page, tables, lines } = layout;
  const { horizontal, vertical } = sortRules(page.rules, page.dots);
  const runs = runsOf(horizontal.filter((rule) => rule.to - rule.from >= MIN_LENGTH)).filter(
    (run) => run.length > 1,
  );
  // Rules that part some columns only are a run of their own within the table's.
  const whole = runs.filter((run) => !runs.some((other) => other !== run && holds(other, run)));
  const found = whole.flatMap((run) => {
    const extent = extentOf(run);
    const inner = horizontal.filter((rule) => isPart(rule, extent));
    const glyphs = glyphsIn(layout, extent);
    const ends = endsOf(inner, extent);
    const all = withFiguresApart(bandsOf(inner, extent, glyphs, { fills: page.fills, ends }));
    const groups = bandGroupsOf(all, extent, vertical).filter((bands) => bands.length > 0);
    // A lone row is one of a form where others of the same rules stand above or below a heading.
    const least = groups.some((bands) => bands.length >= MIN_ROWS) ? 1 : MIN_ROWS;
    return groups.flatMap((bands) => tableOf(bands, inner, extent, least) ?? []);
  });
  if (found.length === 0) return layout;
  const dropped = tables.filter(({ box }) => found.some((table) => overlap(box, table.box)));
  const taken = new Set<Glyph | null>(
    found.flatMap(({ cells }) => cells.flatMap((cell) => cell.lines.flatMap((l) => l.sources))),
  );
  const free = (all: readonly Line[]) =>
    all.filter((line) => !line.sources.some((g) => g && taken.has(g)));
  const kept = dropped.flatMap((table) => rowsBelow(table, found) ?? []);
  const rest = dropped
    .flatMap(({ cells }) => cells.flatMap((cell) => free(cell.lines)))
    .filter((line) => !kept.some((table) => holdsLine(table, line)));
  return {
    ...layout,
    lines: [...free(lines), ...rest].sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]),
    tables: [...tables.filter((table) => !dropped.includes(table)), ...kept, ...found].sort(
      (a, b) => a.box[1] - b.box[1],
    ),
  };
}

/** Two tables' borders are no further apart (points). */
const DOUBLE = 5;

/** The rows of a table below those that others have taken; null where they reach to its end, or a cell runs over both. */
function rowsBelow(table: Table, taken: readonly Table[]): Table | null {
  const over = taken.filter(({ box }) => overlap(box, table.box));
  const bottom = Math.max(...over.map(({ box }) => box[3])) - 1;
  const cells = table.cells.filter((cell) => cell.box[1] >= bottom);
  const from = Math.min(...cells.map(({ row }) => row));
  const isWhole = table.cells.every(
    (cell) => cells.includes(cell) || cell.box[3] <= bottom + DOUBLE,
  );
  if (!isWhole || table.rows - from < MIN_ROWS) return null;
  return new Table({
    ...table,
    box: [table.box[0], bottom, table.box[2], table.box[3]],
    rows: table.rows - from,
    breaks: [],
    cells: cells.map((cell) => ({ ...cell, row: cell.row - from })),
  });
}

const holdsLine = ({ cells }: Table, line: Line): boolean =>
  cells.some((cell) => cell.lines.includes(line));

/** Where shorter rules end within the table, columns do. */
const endsOf = (rules: readonly RuleStretch[], [x0, , x1]: Box): number[] =>
  gridLines(
    rules
      .flatMap(({ from, to }) => [from, to])
      .filter((x) => x > x0 + SAME_EXTENT && x < x1 - SAME_EXTENT),
  );

function extentOf(run: readonly RuleStretch[]): Box {
  const [first, last] = [run[0] as RuleStretch, run.at(-1) as RuleStretch];
  return [first.from, first.at, first.to, last.at];
}

function holds(run: readonly RuleStretch[], part: readonly RuleStretch[]): boolean {
  const [a, b] = [extentOf(run), extentOf(part)];
  return b[0] >= a[0] - 1 && b[2] <= a[2] + 1 && b[1] >= a[1] - 1 && b[3] <= a[3] + 1;
}

const isPart = ({ at, from, to }: RuleStretch, [x0, y0, x1, y1]: Box): boolean =>
  at >= y0 - 1 &&
  at <= y1 + 1 &&
  from >= x0 - SAME_EXTENT &&
  to <= x1 + SAME_EXTENT &&
  to > from + 4;

function overlap(a: Box, b: Box): boolean {
  const w = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const h = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return w > 1 && h > 1;
}

/** Rules of one extent below one another. */
function runsOf(rules: readonly RuleStretch[]): RuleStretch[][] {
  const runs: RuleStretch[][] = [];
  for (const rule of [...rules].sort((a, b) => a.at - b.at)) {
    const run = runs.find((one) => {
      const last = one.at(-1) as RuleStretch;
      const same =
        Math.abs(last.from - rule.from) <= SAME_EXTENT &&
        Math.abs(last.to - rule.to) <= SAME_EXTENT;
      return same && rule.at - last.at <= MAX_ROW;
    });
    if (run) run.push(rule);
    else runs.push([rule]);
  }
  return runs;
}

/** All characters of the lines and of the tables that stand within a box. */
function glyphsIn({ lines, tables }: PageLayout, [x0, y0, x1, y1]: Box): Glyph[] {
  const all = [...lines, ...tables.flatMap(({ cells }) => cells.flatMap((cell) => cell.lines))];
  const glyphs = new Set(all.flatMap((line) => line.sources));
  return [...glyphs].filter((glyph): glyph is Glyph => {
    if (!glyph) return false;
    const [x, y] = [(glyph.x0 + glyph.x1) / 2, (glyph.y0 + glyph.y1) / 2];
    return x > x0 - 1 && x < x1 + 1 && y > y0 && y < y1;
  });
}

function tableOf(
  bands: readonly Band[],
  rules: readonly RuleStretch[],
  [x0, , x1]: Box,
  least: number,
): Table | null {
  const [first, last] = [bands[0], bands.at(-1)];
  const shaded = bands.some((band) => band.pieces.some(({ filled }) => filled));
  if (!first || !last || (bands.length < least && !shaded)) return null;
  if (!bands.some(({ pieces }) => pieces.length > 1)) return null;
  if (bands.length === 1 && isCaptioned(first)) return null;
  const sides = [x0, x1].map((at): RuleStretch => ({ at, from: first.top, to: last.bottom }));
  const horizontal = rules.filter(({ at }) => at >= first.top - 1 && at <= last.bottom + 1);
  const grid = gridOf({
    horizontal,
    vertical: [
      ...sides,
      ...formBordersOf(
        withSpanningPieces(bands, horizontal),
        x0,
        x1,
        endsOf(horizontal, [x0, first.top, x1, last.bottom]),
      ),
    ],
  });
  if (!grid || grid.frames.length < 2) return null;
  const glyphs = bands.flatMap(({ pieces }) => pieces.flatMap((piece) => piece.glyphs));
  return new Table({
    box: [x0, first.top, x1, last.bottom],
    rows: grid.ys.length - 1,
    cols: grid.xs.length - 1,
    xs: grid.xs,
    breaks: [],
    ruled: false,
    cells: grid.frames.map(
      (frame): Cell => ({ ...frame, lines: inBox(glyphs, frame.box), struck: [] }),
    ),
  });
}

/** A heading and the unit of the table that follows, between the rules of two tables. */
const isCaptioned = ({ pieces }: Band): boolean =>
  pieces.some((piece) => captionSaid(pieceText(piece.glyphs)) !== null);

const inBox = (glyphs: readonly Glyph[], [x0, y0, x1, y1]: Box): Line[] =>
  linesOf(
    glyphs.filter((glyph) => {
      const [x, y] = [(glyph.x0 + glyph.x1) / 2, (glyph.y0 + glyph.y1) / 2];
      return x >= x0 && x < x1 && y >= y0 && y < y1;
    }),
  );
