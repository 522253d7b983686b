import { isFigure, type LineSegment, type SegmentRow } from './segments.ts';

/** Where the text of a column stands (points). */
export type TextColumn = { x0: number; x1: number; count: number };

/** Texts that share less than this (points) stand in no common column. */
const TOUCH = 1.5;

const shares = (a: { x0: number; x1: number }, b: { x0: number; x1: number }): boolean =>
  Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0) >
  Math.min(TOUCH, 0.5 * Math.min(a.x1 - a.x0, b.x1 - b.x0));

/**
 * The columns of rows of segments: what overlaps stands in one. Rows of figures come first, and of each row narrow segments,
 * so that a head over several columns joins none of them. A column that only one row has, and no figure, is such a head's.
 */
export function textColumnsOf(rows: readonly SegmentRow[]): TextColumn[] {
  const several = rows.filter(({ segments }) => segments.length > 1);
  const figures = several.filter(isOfFigures);
  const others = figures.length > 1 ? several.filter((row) => !figures.includes(row)) : [];
  const first = figures.length > 1 ? figures : several;
  const columns = apart(grown(grown([], first), others).sort((a, b) => a.x0 - b.x0));
  const least = several.length >= 4 ? 2 : 1;
  return columns.length > 2 ? columns.filter(({ count }) => count >= least) : columns;
}

/** Whether most of what stands behind a row's first text is figures. */
function isOfFigures({ segments }: SegmentRow): boolean {
  const others = segments.slice(1);
  return others.filter(({ text }) => isFigure(text)).length * 2 > others.length;
}

/** Columns as they are with further rows; they grow no further than to their neighbours. */
function grown(columns: readonly TextColumn[], rows: readonly SegmentRow[]): TextColumn[] {
  const known = columns.length > 0;
  const all = [...columns];
  const segments = rows.flatMap((row) => row.segments).sort((a, b) => a.x1 - a.x0 - (b.x1 - b.x0));
  for (const { x0, x1 } of segments) {
    const own = all.filter((column) => shares(column, { x0, x1 }));
    const [only] = own;
    if (!only) all.push({ x0, x1, count: 1 });
    else if (own.length === 1) {
      const left = known
        ? Math.max(...all.filter((c) => c.x1 <= only.x0).map((c) => c.x1))
        : -Infinity;
      const right = known
        ? Math.min(...all.filter((c) => c.x0 >= only.x1).map((c) => c.x0))
        : Infinity;
      only.x0 = Math.min(only.x0, Math.max(x0, left));
      only.x1 = Math.max(only.x1, Math.min(x1, right));
      only.count++;
    }
  }
  return all;
}

/** Columns that came to overlap while they grew: the one that fewer rows have is part of the other. */
function apart(columns: readonly TextColumn[]): TextColumn[] {
  const kept: TextColumn[] = [];
  for (const column of columns) {
    const last = kept.at(-1);
    if (!last || column.x0 >= last.x1 - TOUCH) {
      kept.push({ ...column });
      continue;
    }
    const overlap = last.x1 - column.x0;
    const narrower = Math.min(last.x1 - last.x0, column.x1 - column.x0);
    if (overlap > 0.5 * narrower || Math.min(last.count, column.count) < 2) {
      last.x0 = Math.min(last.x0, column.x0);
      last.x1 = Math.max(last.x1, column.x1);
      last.count += column.count;
    } else {
      const middle = (last.x1 + column.x0) / 2;
      last.x1 = middle;
      kept.push({ ...column, x0: middle });
    }
  }
  return kept;
}

/** The first and the last column that a segment stands in; the nearest where it stands between two. */
export function columnsAt(
  columns: readonly TextColumn[],
  { x0, x1 }: Pick<LineSegment, 'x0' | 'x1'>,
): [number, number] {
  const own = columns.flatMap((column, i) => (shares(column, { x0, x1 }) ? [i] : []));
  if (own.length > 0) return [own[0] as number, own.at(-1) as number];
  const away = columns.map((column) => Math.max(column.x0 - x1, x0 - column.x1));
  const nearest = away.indexOf(Math.min(...away));
  return [nearest, nearest];
}

/** Where the borders between columns stand, and the table's sides. */
export function bordersOf(columns: readonly TextColumn[]): number[] {
  const [first, last] = [columns[0] as TextColumn, columns.at(-1) as TextColumn];
  const inner = columns.slice(1).map(({ x0 }, i) => ((columns[i] as TextColumn).x1 + x0) / 2);
  return [first.x0 - 2, ...inner, last.x1 + 2];
}
