import { JAPANESE_LETTERS } from '../text.ts';
import type { LineSegment, SegmentRow } from './segments.ts';

/** Lines of running text are at least so many characters long. */
const MIN_LATIN = 22;
const MIN_JAPANESE = 11;
/** A line of running text fills this share of its column. */
const FULL = 0.72;
/** So many lines of running text, on both sides together and on either, make two columns. */
const MIN_LINES = 9;
const MIN_SIDE = 3;

/** Whether a text is as long as a line of running text. */
export function isRunning({ text }: LineSegment): boolean {
  const japanese = [...text].filter((c) => JAPANESE_LETTERS.test(c)).length;
  return japanese * 2 > text.length
    ? text.length >= MIN_JAPANESE
    : text.length >= MIN_LATIN && text.split(' ').length > 3;
}

/** The lines of a page by the columns of its running text; a line across both is of none, and comes by itself. */
export function byPageColumn(rows: readonly SegmentRow[]): SegmentRow[][] {
  const gutter = gutterOf(rows);
  if (gutter === null) return [[...rows]];
  const crosses = rows.map(({ segments }) =>
    segments.some(({ x0, x1 }) => x0 < gutter && x1 > gutter),
  );
  const [left, right, across]: [SegmentRow[], SegmentRow[], SegmentRow[]] = [[], [], []];
  for (const [i, row] of rows.entries()) {
    // A row of a table across both columns may leave the gutter free.
    const near = [-2, -1, 1, 2].some((step) => crosses[i + step]);
    if (crosses[i] || (near && row.segments.length > 2)) {
      across.push(row);
      continue;
    }
    const parts = [
      [left, row.segments.filter(({ x1 }) => x1 <= gutter)],
      [right, row.segments.filter(({ x0 }) => x0 >= gutter)],
    ] as const;
    for (const [side, segments] of parts) if (segments.length > 0) side.push({ ...row, segments });
  }
  return [left, right, across];
}

/** The middle of the white between two columns of running text. */
function gutterOf(rows: readonly SegmentRow[]): number | null {
  const all = rows.flatMap(({ segments }) => segments);
  if (all.length === 0) return null;
  const [left, right] = [Math.min(...all.map((s) => s.x0)), Math.max(...all.map((s) => s.x1))];
  const beside = rows.filter(({ segments }) => segments.length > 1);
  const candidates = beside.flatMap(({ segments }) =>
    segments.slice(1).map((segment, i) => ((segments[i] as LineSegment).x1 + segment.x0) / 2),
  );
  const inMiddle = candidates.filter(
    (x) => x > left + 0.35 * (right - left) && x < left + 0.65 * (right - left),
  );
  let best: { x: number; lines: number } | null = null;
  for (const x of new Set(inMiddle.map(Math.round))) {
    const running = (segments: readonly LineSegment[], width: number) =>
      segments.filter((segment) => isRunning(segment) && segment.x1 - segment.x0 > FULL * width)
        .length;
    const [before, after] = [all.filter((s) => s.x1 <= x + 1), all.filter((s) => s.x0 >= x - 1)];
    const across = rows.filter(({ segments }) => segments.some((s) => s.x0 < x && s.x1 > x)).length;
    const [a, b] = [running(before, x - left), running(after, right - x)];
    const lines = a + b - across;
    if (a < MIN_SIDE || b < MIN_SIDE || lines < MIN_LINES) continue;
    if (!best || lines > best.lines) best = { x, lines };
  }
  return best?.x ?? null;
}
