import type { RuleStretch } from '../rules.ts';
import type { TextColumn } from './columns.ts';
import type { PlacedLine, PlacedSegment } from './placed.ts';

/** A cell with the lines that stand in it, before it has a box. */
export type CellDraft = {
  readonly row: number;
  readonly rowSpan: number;
  readonly from: number;
  readonly to: number;
  readonly entries: readonly PlacedSegment[];
};

/**
 * The heads of a table: lines of one head are one cell, a head over several columns is a row of its own above theirs.
 * @param rules level rules among the lines: a short one says how far the head above it reaches
 */
export function headCells(
  lines: readonly PlacedLine[],
  columns: readonly TextColumn[],
  rules: readonly RuleStretch[],
): { cells: CellDraft[]; rows: number; starts: PlacedLine[] } {
  const spread = lines.map((line, i) => ({
    line,
    entries: spreadOf(line, lines[i + 1] ?? null, columns, rules),
  }));
  const levels: { line: PlacedLine; entries: PlacedSegment[] }[][] = [];
  for (const one of spread) {
    const level = levels.at(-1);
    const over = level?.flatMap(({ entries }) => entries).filter(({ from, to }) => to > from) ?? [];
    const below = one.entries.some((entry) =>
      over.some(
        (span) =>
          entry.from >= span.from &&
          entry.to <= span.to &&
          entry.to - entry.from < span.to - span.from,
      ),
    );
    if (!level || below) levels.push([one]);
    else level.push(one);
  }
  const cells: CellDraft[] = [];
  const spanned = levels.map((level) =>
    level.flatMap(({ entries }) => entries).filter(({ from, to }) => to > from),
  );
  for (const [row, spans] of spanned.entries()) {
    for (const span of merged(spans)) cells.push({ row, rowSpan: 1, ...span });
  }
  for (const col of columns.keys()) {
    const covered = spanned.findLastIndex((spans) =>
      spans.some(({ from, to }) => from <= col && col <= to),
    );
    const own = levels.flatMap((level, row) =>
      row <= covered
        ? []
        : level
            .flatMap(({ entries }) => entries)
            .filter(({ from, to }) => from === col && to === col),
    );
    const above = levels
      .slice(0, covered + 1)
      .flatMap((level, row) =>
        level.flatMap(({ entries }) =>
          entries
            .filter(({ from, to }) => from === col && to === col)
            .map((entry) => ({ row, entry })),
        ),
      );
    for (const { row, entry } of above)
      cells.push({ row, rowSpan: 1, from: col, to: col, entries: [entry] });
    if (own.length > 0 || covered < levels.length - 1) {
      cells.push({
        row: covered + 1,
        rowSpan: levels.length - covered - 1,
        from: col,
        to: col,
        entries: own,
      });
    }
  }
  return {
    cells,
    rows: levels.length,
    starts: levels.map((level) => (level[0] as { line: PlacedLine }).line),
  };
}

/** Entries of one reach on several lines are one head. */
function merged(
  spans: readonly PlacedSegment[],
): { from: number; to: number; entries: PlacedSegment[] }[] {
  const found: { from: number; to: number; entries: PlacedSegment[] }[] = [];
  for (const entry of spans) {
    const same = found.find(({ from, to }) => from <= entry.to && to >= entry.from);
    if (same) same.entries.push(entry);
    else found.push({ from: entry.from, to: entry.to, entries: [entry] });
  }
  return found;
}

/** A head stands in the middle of its columns, so near (points). */
const CENTRED = 3;

/** The entries of a line of heads, each over all the columns that it heads. */
function spreadOf(
  { row, entries }: PlacedLine,
  next: PlacedLine | null,
  columns: readonly TextColumn[],
  rules: readonly RuleStretch[],
): PlacedSegment[] {
  return entries.map((entry, i) => {
    const { segment, from, to } = entry;
    const rule = rules.find(
      ({ at, from: x0, to: x1 }) =>
        at > row.y1 - 0.3 * row.size &&
        at < row.y1 + row.size &&
        x0 <= segment.x0 + 2 &&
        x1 >= segment.x1 - 2 &&
        x1 - x0 < 0.9 * ((columns.at(-1) as TextColumn).x1 - (columns[0] as TextColumn).x0),
    );
    if (rule) {
      const under = columns.flatMap((column, c) =>
        Math.min(column.x1, rule.to) - Math.max(column.x0, rule.from) >
        0.4 * (column.x1 - column.x0)
          ? [c]
          : [],
      );
      if (under.length > 0)
        return { segment, from: under[0] as number, to: under.at(-1) as number };
    }
    if (!next || from === 0) return entry;
    const least = (entries[i - 1]?.to ?? 0) + 1;
    const most = (entries[i + 1]?.from ?? columns.length) - 1;
    const headed = (c: number) => next.entries.some((e) => e.from <= c && e.to >= c);
    const centre = (segment.x0 + segment.x1) / 2;
    const off = (a: number, b: number) =>
      Math.abs(((columns[a] as TextColumn).x0 + (columns[b] as TextColumn).x1) / 2 - centre);
    let best = { from, to, off: off(from, to) };
    for (let a = Math.max(1, least); a <= from; a++) {
      for (let b = to; b <= most; b++) {
        const all = Array.from({ length: b - a + 1 }, (_, k) => a + k).every(headed);
        if (all && off(a, b) < best.off - CENTRED) best = { from: a, to: b, off: off(a, b) };
      }
    }
    return { segment, from: best.from, to: best.to };
  });
}
