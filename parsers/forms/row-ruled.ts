import { comparable } from '../japanese/characters.ts';
import type { PageLayout } from '../layout/layout.ts';
import { type Line, linesOf } from '../layout/lines.ts';
import { type Stretch, sortRules } from '../layout/rules.ts';
import { type Cell, Table } from '../layout/table.ts';
import type { Glyph } from '../pdf/page.ts';
import type { Box } from '../records/place.ts';

/** Rules this much shorter or longer than one another (points) do not rule one table. */
const SAME_EXTENT = 6;
const MIN_LENGTH = 120;
/** A row is at most this high (points). */
const MAX_ROW = 90;
const MIN_ROWS = 2;
/** A gap this many characters wide parts two cells of a row. */
const CELL_GAP = 1;
/** Headings and captions stand between tables, not in them. */
const BETWEEN = /^(?:[■●◆□▼【［[]|[0-9]{1,2}[.．\s　]|\(?単位)/;

/** A page whose tables that are ruled between their rows only are tables as well. */
export function withRowRuledTables(layout: PageLayout): PageLayout {
  const { page, tables, lines } = layout;
  const rules = sortRules(page.rules, page.dots).horizontal.filter(
    (rule) => rule.to - rule.from >= MIN_LENGTH && !tables.some(({ box }) => isIn(rule, box)),
  );
  const taken = new Set<Line>();
  const found = runsOf(rules).flatMap((run) => tablesIn(run, lines, taken));
  if (found.length === 0) return layout;
  return {
    ...layout,
    lines: lines.filter((line) => !taken.has(line)),
    tables: [...tables, ...found].sort((a, b) => a.box[1] - b.box[1]),
  };
}

const isIn = (rule: Stretch, [x0, y0, x1, y1]: Box) =>
  rule.at >= y0 - 2 && rule.at <= y1 + 2 && rule.to > x0 && rule.from < x1;

/** Rules of one extent below one another. */
function runsOf(rules: readonly Stretch[]): Stretch[][] {
  const runs: Stretch[][] = [];
  for (const rule of [...rules].sort((a, b) => a.at - b.at)) {
    const run = runs.find((one) => {
      const last = one.at(-1) as Stretch;
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

/** The pieces of text of one row, from left to right. */
type Row = { readonly top: number; readonly bottom: number; readonly pieces: Piece[] };
type Piece = { x0: number; x1: number; readonly glyphs: Glyph[] };

function tablesIn(run: readonly Stretch[], lines: readonly Line[], taken: Set<Line>): Table[] {
  const groups: Row[][] = [[]];
  const used: Line[][] = [[]];
  for (const [i, { at: bottom }] of run.entries()) {
    const above = run[i - 1];
    if (!above) continue;
    const inside = lines.filter((line) => {
      const y = (line.box[1] + line.box[3]) / 2;
      return y > above.at && y < bottom && line.box[2] > above.from && line.box[0] < above.to;
    });
    if (inside.length === 0 || inside.some((line) => BETWEEN.test(comparable(line.text)))) {
      groups.push([]);
      used.push([]);
      continue;
    }
    groups.at(-1)?.push({ top: above.at, bottom, pieces: piecesOf(inside) });
    used.at(-1)?.push(...inside);
  }
  return groups.flatMap((rows, i) => {
    const widest = Math.max(0, ...rows.map(({ pieces }) => pieces.length));
    if (rows.length < MIN_ROWS || widest < 2) return [];
    for (const line of used[i] ?? []) taken.add(line);
    return [tableOf(rows, run[0] as Stretch)];
  });
}

/** The lines of a row cut at wide gaps; what stands one below the other is one piece. */
function piecesOf(lines: readonly Line[]): Piece[] {
  const pieces: Piece[] = [];
  for (const line of lines) {
    let open: Piece | null = null;
    for (const glyph of new Set(line.sources)) {
      if (!glyph || glyph.text.trim() === '') continue;
      if (open && glyph.x0 - open.x1 <= CELL_GAP * glyph.size) {
        open.glyphs.push(glyph);
        open.x1 = Math.max(open.x1, glyph.x1);
      } else {
        open = { x0: glyph.x0, x1: glyph.x1, glyphs: [glyph] };
        pieces.push(open);
      }
    }
  }
  const merged: Piece[] = [];
  for (const piece of pieces.sort((a, b) => a.x0 - b.x0)) {
    const last = merged.at(-1);
    if (last && piece.x0 < last.x1) {
      last.glyphs.push(...piece.glyphs);
      last.x1 = Math.max(last.x1, piece.x1);
    } else merged.push({ ...piece, glyphs: [...piece.glyphs] });
  }
  return merged;
}

/** The row with the most pieces says where the columns are; others take the columns that they reach into. */
function tableOf(rows: readonly Row[], { from, to }: Stretch): Table {
  const widest = Math.max(...rows.map(({ pieces }) => pieces.length));
  const full = rows.filter(({ pieces }) => pieces.length === widest);
  const columns = Array.from({ length: widest }, (_, i) => ({
    x0: Math.min(...full.map(({ pieces }) => (pieces[i] as Piece).x0)),
    x1: Math.max(...full.map(({ pieces }) => (pieces[i] as Piece).x1)),
  }));
  const xs = [
    from,
    ...columns.slice(1).map(({ x0 }, i) => (x0 + (columns[i] as { x1: number }).x1) / 2),
    to,
  ];
  const cells = rows.flatMap((row, r) => cellsOf(row, r, xs));
  const ys = [...rows.map(({ top }) => top), (rows.at(-1) as Row).bottom];
  return new Table({
    box: [from, ys[0] as number, to, ys.at(-1) as number],
    rows: rows.length,
    cols: widest,
    xs,
    breaks: [],
    cells,
  });
}

function cellsOf({ top, bottom, pieces }: Row, row: number, xs: readonly number[]): Cell[] {
  const cells: Cell[] = [];
  const cols = xs.length - 1;
  const columnAt = (x: number) =>
    Math.max(
      0,
      Math.min(
        cols - 1,
        xs.findLastIndex((edge) => edge <= x),
      ),
    );
  const put = (col: number, colSpan: number, glyphs: readonly Glyph[]) => {
    const box: Box = [xs[col] as number, top, xs[col + colSpan] as number, bottom];
    cells.push({ row, col, rowSpan: 1, colSpan, box, lines: linesOf(glyphs), struck: [] });
  };
  let next = 0;
  for (const { x0, x1, glyphs } of pieces) {
    const first = Math.max(next, Math.min(columnAt((x0 + Math.min(x1, x0 + 12)) / 2), cols - 1));
    if (first >= cols) {
      cells[cells.length - 1] = {
        ...(cells.at(-1) as Cell),
        lines: [...(cells.at(-1) as Cell).lines, ...linesOf(glyphs)],
      };
      continue;
    }
    const last = Math.max(first, columnAt(x1 - 1));
    for (let col = next; col < first; col++) put(col, 1, []);
    put(first, last - first + 1, glyphs);
    next = last + 1;
  }
  for (let col = next; col < cols; col++) put(col, 1, []);
  return cells;
}
