import type { Line } from '../layout/lines.ts';
import { type Marker, markerOf } from './markers.ts';

/** Indents that differ by less than this share of the font size are the same. */
export const INDENT = 0.6;

type Marked = { readonly line: Line; readonly start: Marker };

/**
 * The markers of the lines; one that running text may begin with too only where its like count up from 1 at its indent, or
 * do so elsewhere.
 * @param lists families of markers that make lists elsewhere
 */
export function startsOf(lines: readonly Line[], lists: ReadonlySet<string>): Map<Line, Marker> {
  const all = markedIn(lines);
  const starts = new Map<Line, Marker>();
  for (const [i, one] of all.entries()) {
    const { line, start } = one;
    if (isSign(start)) {
      if (isList(all, one) || (lists.has(start.family) && isOnly(all, start)))
        starts.set(line, start);
      continue;
    }
    const ordinal = start.ordinal ?? 0;
    const before = all.slice(0, i).filter(({ line: other }) => starts.has(other));
    const counts =
      ordinal === 1
        ? lists.has(start.family) || all.slice(i).some(isLike(one, 2))
        : before.some(isLike(one, ordinal - 1));
    if (!start.weak || counts) starts.set(line, start);
  }
  return starts;
}

/** The families of markers that make a list among these lines, though running text may begin like them. */
export function listsIn(lines: readonly Line[]): Set<string> {
  const all = markedIn(lines);
  const found = all.filter((one, i) =>
    isSign(one.start)
      ? all
          .slice(i + 1, i + 2)
          .some((next) => isBeside(next, one) && next.start.family === one.start.family)
      : one.start.weak && one.start.ordinal === 1 && all.slice(i).some(isLike(one, 2)),
  );
  return new Set(found.map(({ start }) => start.family));
}

const markedIn = (lines: readonly Line[]): Marked[] =>
  lines.flatMap((line) => {
    const start = markerOf(line);
    return start ? [{ line, start }] : [];
  });

/** A sign without a number that running text, or a note, may begin with. */
const isSign = ({ weak, ordinal }: Marker) => weak && ordinal === null;

const isBeside = (other: Marked, { line }: Marked) =>
  Math.abs(other.line.box[0] - line.box[0]) <= INDENT * line.size;

const isLike = (one: Marked, ordinal: number) => (other: Marked) =>
  other.start.family === one.start.family &&
  other.start.ordinal === ordinal &&
  isBeside(other, one);

/** Whether nothing else marks items. */
const isOnly = (all: readonly Marked[], { family }: Marker) =>
  all.every(({ start }) => start.family === family || start.weak);

/** Whether a sign marks the items of a list: at least two at one indent, and nothing else marks items; notes stand below items. */
function isList(all: readonly Marked[], one: Marked): boolean {
  const same = all.filter(({ start }) => start.family === one.start.family);
  return same.filter((other) => isBeside(other, one)).length > 1 && isOnly(all, one.start);
}
