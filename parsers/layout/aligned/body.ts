import type { TextColumn } from './columns.ts';
import type { PlacedLine, PlacedSegment } from './placed.ts';
import { firstWord } from './segments.ts';

/** What is known of a table's lines when they are put together to rows. */
export type TableBody = {
  readonly lines: readonly PlacedLine[];
  readonly columns: readonly TextColumn[];
  /** Heights of rules and of edges of backgrounds that run across the table. */
  readonly separators: readonly number[];
};

/** Lines that make one row, by their numbers. */
export function groupsOf(body: TableBody): PlacedLine[][] {
  const { lines, separators } = body;
  const between = (a: PlacedLine, b: PlacedLine) =>
    separators.some((y) => y > middle(a) && y < middle(b));
  const parted = lines.filter((line, i) => i > 0 && between(lines[i - 1] as PlacedLine, line));
  const ruled = parted.length >= 2 && parted.length * 4 >= lines.length;
  const wide = wideGap(lines);
  const groups: PlacedLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (!group || !last || between(last, line) || begins(group, line, body, { ruled, wide })) {
      groups.push([line]);
    } else group.push(line);
  }
  return groups;
}

const middle = ({ row }: PlacedLine) => (row.y0 + row.y1) / 2;
const pitch = (a: PlacedLine, b: PlacedLine) => b.row.y1 - a.row.y1;

/** Distances between lines are of two kinds where one is larger than the other by this. */
const WIDER = 1.18;

/** From which distance on a line begins a row, where lines within a row are nearer to one another; null where all are alike. */
function wideGap(lines: readonly PlacedLine[]): number | null {
  const all = lines.slice(1).map((line, i) => pitch(lines[i] as PlacedLine, line));
  const sorted = all.filter((p) => p > 1).sort((a, b) => a - b);
  let best: { ratio: number; at: number } | null = null;
  for (let i = 1; i < sorted.length; i++) {
    const [a, b] = [sorted[i - 1] as number, sorted[i] as number];
    if (b / a >= Math.max(WIDER, best?.ratio ?? 0)) best = { ratio: b / a, at: (a + b) / 2 };
  }
  return best?.at ?? null;
}

function begins(
  group: readonly PlacedLine[],
  line: PlacedLine,
  body: TableBody,
  { ruled, wide }: { readonly ruled: boolean; readonly wide: number | null },
): boolean {
  const last = group.at(-1) as PlacedLine;
  const data = group.some((one) => one.data);
  if (data && line.data) return true;
  if (ruled) return false;
  if (headsRows(line) || headsRows(last)) return true;
  const far = wide !== null && pitch(last, line) > wide;
  const stub = line.entries.find(({ from }) => from === 0);
  if (!stub) return far && !(line.data && !data);
  if (far && !data && !line.data) return true;
  const hasFigures = body.lines.filter((one) => one.data).length * 2 >= body.lines.length;
  if (hasFigures) {
    const above = last.entries.find(({ from }) => from === 0);
    return !above || far || isAnotherFont(above, stub) || !isFull(above, stub, body.columns);
  }
  if (wide !== null) return far || !line.entries.some((entry) => continues(entry, group, body));
  const all = new Set(line.entries.map(({ from }) => from)).size === body.columns.length;
  if (all || line.entries.every(({ segment }) => /^[\p{Lu}\d]/u.test(segment.text))) return true;
  return !line.entries.every((entry) => continues(entry, group, body));
}

/** ［活動指標］ alone on its line. */
const headsRows = ({ entries: [only, ...more] }: PlacedLine): boolean =>
  only?.from === 0 &&
  more.length === 0 &&
  /^[［【〔<＜〈《][^［］【】〔〕<>＜＞〈〉《》]+[］】〕>＞〉》]$/.test(only.segment.text.trim());

/** Whether the first word of a text would not have fitted behind the text above it. */
function isFull(
  { segment: above, to }: PlacedSegment,
  { segment: below }: PlacedSegment,
  columns: readonly TextColumn[],
) {
  const right = (columns[to] as TextColumn).x1;
  return above.x1 + 0.2 * above.size + firstWord(below) > right - 1;
}

const fontOf = ({ segment }: PlacedSegment) => segment.glyphs[0]?.font;
const isAnotherFont = (a: PlacedSegment, b: PlacedSegment) => fontOf(a) !== fontOf(b);

/** Whether an entry goes on with the text above it in its column. */
function continues(
  entry: PlacedSegment,
  group: readonly PlacedLine[],
  { columns }: TableBody,
): boolean {
  const above = group
    .flatMap(({ entries }) => entries)
    .findLast(({ from, to }) => from <= entry.to && to >= entry.from);
  return above === undefined
    ? entry.from > 0
    : !isAnotherFont(above, entry) && isFull(above, entry, columns);
}
