import type { Box } from '../../records/place.ts';
import type { PageLayout } from '../layout.ts';
import { type Line, linesOf } from '../lines.ts';
import { type RuleStretch, sortRules } from '../rules.ts';
import { type Cell, Table } from '../table.ts';
import { isTable } from './accept.ts';
import { groupsOf } from './body.ts';
import { bordersOf, columnsAt, type TextColumn, textColumnsOf } from './columns.ts';
import { type CellDraft, headCells } from './head.ts';
import { byPageColumn, isRunning } from './page-columns.ts';
import { type PlacedLine, type PlacedSegment, placedLine } from './placed.ts';
import { type AlignedRegion, alignedRegionsOf, isCaption } from './regions.ts';
import { firstWord, rowOf, type SegmentRow } from './segments.ts';
import { separatorsIn } from './separators.ts';

/**
 * Tables that no rules enclose, known by how their text is aligned: lines with several segments below one another (after
 * A. Nurminen, Algorithmic extraction of data in tables in PDF documents, 2013, and the whitespace of Camelot's and
 * tabula's stream modes), their columns by what overlaps, their rows by figures, distances, and what would have fitted
 * into the line above.
 * @param lines those that no ruled table has
 */
export function alignedTables({ page }: Pick<PageLayout, 'page'>, lines: readonly Line[]): Table[] {
  const rows = lines.map(rowOf).filter(({ segments }) => segments.length > 0);
  const rules = sortRules(page.rules, page.dots).horizontal;
  return byPageColumn(rows)
    .flatMap((column) => alignedRegionsOf(column).map((region) => extended(region, column)))
    .flatMap((region) => tableOf(region, page, rules) ?? [])
    .sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
}

/** With lone texts above and below that belong to it: a head of several lines, the rest of a cell. */
function extended({ rows }: AlignedRegion, all: readonly SegmentRow[]): AlignedRegion {
  const columns = textColumnsOf(rows);
  if (columns.length < 2) return { rows };
  const found = [...rows];
  let first = all.indexOf(rows[0] as SegmentRow) - 1;
  for (; first >= 0; first--) {
    const row = all[first] as SegmentRow;
    const [only, more] = row.segments;
    const [from] = only ? columnsAt(columns, only) : [0];
    const near = (found[0] as SegmentRow).y0 - row.y1 <= 0.9 * row.size;
    if (!only || more || !near || from === 0 || isCaption(row) || isRunning(only)) break;
    if (only.x1 > (columns.at(-1) as TextColumn).x1 + 2) break;
    found.unshift(row);
  }
  for (
    let next = all.indexOf(rows.at(-1) as SegmentRow) + 1;
    next > 0 && next < all.length;
    next++
  ) {
    const row = all[next] as SegmentRow;
    const last = found.at(-1) as SegmentRow;
    const [only, more] = row.segments;
    if (!only || more || row.y0 - last.y1 > 0.9 * row.size || isCaption(row)) break;
    const [from, to] = columnsAt(columns, only);
    const above = last.segments.find((segment) => columnsAt(columns, segment)[0] === from);
    const right = (columns[to] as TextColumn).x1;
    if (from !== to || !above || above.size !== only.size || only.x1 > right + 2) break;
    if (only.x0 < (columns[from] as TextColumn).x0 - 1) break;
    if (above.x1 + 0.2 * above.size + firstWord(only) <= right - 1) break;
    found.push(row);
  }
  return { rows: found };
}

function tableOf(
  { rows }: AlignedRegion,
  page: PageLayout['page'],
  rules: readonly RuleStretch[],
): Table | null {
  const columns = textColumnsOf(rows);
  if (columns.length < 2) return null;
  const lines = rows.map((row) => placedLine(row, columns));
  const xs = bordersOf(columns);
  const [left, right] = [xs[0] as number, xs.at(-1) as number];
  const [first, last] = [rows[0] as SegmentRow, rows.at(-1) as SegmentRow];
  const near: Box = [left, first.y0 - first.size, right, last.y1 + last.size];
  const separators = separatorsIn(page, rules, near);
  const heads = headsOf(lines, columns, separators);
  const inside = rules.filter(({ at }) => at > first.y0 && at < last.y1);
  const head = headCells(lines.slice(0, heads), columns, inside);
  const groups = groupsOf({ lines: lines.slice(heads), columns, separators });
  const cells = [
    ...head.cells,
    ...groups.flatMap((group, i) => bodyCells(group, head.rows + i, columns)),
  ];
  const candidate = {
    lines,
    cells,
    rows: head.rows + groups.length,
    cols: columns.length,
    separators: separators.length,
  };
  if (!isTable(candidate)) return null;
  const tops = [...head.starts, ...groups.map((group) => group[0] as PlacedLine)].map(
    ({ row }) => row,
  );
  const ys = bordersBetween(tops, rows);
  return new Table({
    box: [left, ys[0] as number, right, ys.at(-1) as number],
    rows: candidate.rows,
    cols: columns.length,
    xs,
    breaks: [],
    ruled: false,
    cells: cellsOf(cells, xs, ys),
  });
}

/** How many lines are heads: those above the first with figures; where there are none, down to the first separator. */
function headsOf(
  lines: readonly PlacedLine[],
  columns: readonly TextColumn[],
  separators: readonly number[],
): number {
  const data = lines.findIndex((line) => line.data);
  const most = data < 0 ? lines.length - 1 : data;
  const parted = lines.findIndex(({ row }, i) => {
    const above = lines[i - 1]?.row;
    return (
      above !== undefined &&
      i <= most &&
      separators.some(
        (y) =>
          y > above.y0 + 1 &&
          y < row.y1 - 1 &&
          y > (above.y0 + above.y1) / 2 &&
          y < (row.y0 + row.y1) / 2,
      )
    );
  });
  // Heads of rows below the heads: a text in the first column alone, before the figures.
  let heads = parted > 0 && data < 0 ? parted : most;
  if (data < 0 && parted < 0) heads = headsOfWords(lines);
  else if (parted > 0) heads = parted;
  heads = Math.min(heads, lines.length - 1);
  while (heads > 1 && isStubAlone(lines[heads - 1] as PlacedLine) && columns.length > 2) heads--;
  return heads;
}

/** A head of several lines: those below the first have no text in the first column. */
function headsOfWords(lines: readonly PlacedLine[]): number {
  const next = lines.findIndex(({ entries }, i) => i > 0 && entries.some(({ from }) => from === 0));
  const near = lines.findIndex(
    ({ row }, i) => i > 0 && row.y0 - (lines[i - 1] as PlacedLine).row.y1 > 0.6 * row.size,
  );
  return Math.max(1, Math.min(...[next, near, lines.length - 1].filter((n) => n > 0)));
}

const isStubAlone = ({ entries }: PlacedLine) => entries.length === 1 && entries[0]?.from === 0;

function bodyCells(
  group: readonly PlacedLine[],
  row: number,
  columns: readonly TextColumn[],
): CellDraft[] {
  const entries = group.flatMap((line) => line.entries);
  const cells: { row: number; rowSpan: 1; from: number; to: number; entries: PlacedSegment[] }[] =
    [];
  for (const entry of entries) {
    const own = cells.find(({ from, to }) => from <= entry.to && to >= entry.from);
    if (!own) {
      cells.push({ row, rowSpan: 1, from: entry.from, to: entry.to, entries: [entry] });
      continue;
    }
    own.from = Math.min(own.from, entry.from);
    own.to = Math.max(own.to, entry.to);
    own.entries.push(entry);
  }
  return cells.length > 0 || columns.length === 0 ? cells : [];
}

function bordersBetween(tops: readonly SegmentRow[], rows: readonly SegmentRow[]): number[] {
  const inner = tops.slice(1).map((top) => {
    const above = rows[rows.indexOf(top) - 1] as SegmentRow;
    return (above.y1 + top.y0) / 2;
  });
  return [(rows[0] as SegmentRow).y0 - 2, ...inner, (rows.at(-1) as SegmentRow).y1 + 2];
}

/** Cells with boxes and lines, and empty ones where nothing stands. */
function cellsOf(
  drafts: readonly CellDraft[],
  xs: readonly number[],
  ys: readonly number[],
): Cell[] {
  const [cols, rows] = [xs.length - 1, ys.length - 1];
  const taken = new Set<number>();
  const put = ({ row, rowSpan, from, to }: Omit<CellDraft, 'entries'>, lines: Line[]): Cell[] => {
    for (let r = row; r < row + rowSpan; r++) {
      for (let c = from; c <= to; c++) {
        if (taken.has(r * cols + c)) return [];
      }
    }
    for (let r = row; r < row + rowSpan; r++)
      for (let c = from; c <= to; c++) taken.add(r * cols + c);
    const box: Box = [
      xs[from] as number,
      ys[row] as number,
      xs[to + 1] as number,
      ys[row + rowSpan] as number,
    ];
    return [{ row, col: from, rowSpan, colSpan: to - from + 1, box, lines, struck: [] }];
  };
  const written = drafts.flatMap(({ entries, ...draft }) =>
    put(draft, linesOf(entries.flatMap(({ segment }) => segment.glyphs))),
  );
  const empty = Array.from({ length: rows * cols }, (_, i) => i).flatMap((i) =>
    put({ row: Math.floor(i / cols), rowSpan: 1, from: i % cols, to: i % cols }, []),
  );
  return [...written, ...empty].sort((a, b) => a.row - b.row || a.col - b.col);
}
