import type { Glyph } from '../pdf/page.ts';
import type { RuleStretch, Ruling } from './rules.ts';
import { runsIn, type TextRun } from './runs.ts';
import { TOLERANCES } from './tolerances.ts';

/** A table of level rules alone has at least so many of them, and so many columns. */
const MIN_RULES = 3;
const MIN_COLUMNS = 3;
/** Rows are no higher than this (points). */
const MAX_ROW = 90;
/** White of this width (points) parts two columns … */
const MIN_WHITE = 5;
/** … where the text of no more than this share of the rows runs across it. */
const MAX_CROSSED = 0.3;

type Band = { readonly from: number; readonly to: number; readonly runs: readonly TextRun[] };

/**
 * Tables whose rows are ruled and whose columns are told by white alone: level rules of one length below one another, and
 * between them text that leaves the same stretches free.
 * @param rulings those of `connected`
 */
export function rowsOfLevels(rulings: readonly Ruling[], glyphs: readonly Glyph[]): Ruling[] {
  const levels = rulings
    .flatMap(({ horizontal, vertical }) => (vertical.length === 0 ? horizontal : []))
    .sort((a, b) => a.at - b.at);
  const tables = tablesOf(levels).flatMap((table) => partedAtHeadings(table, glyphs));
  return tables.flatMap((horizontal) => {
    const bands = bandsOf(horizontal, glyphs);
    const [first] = horizontal;
    const columns = columnsOf(bands);
    if (!first || columns.length + 1 < MIN_COLUMNS) return [];
    const header = bands[0]?.runs.filter((run) => !columns.some((x) => crosses(run, x))) ?? [];
    if (header.length < columns.length / 2) return [];
    const vertical = columns.flatMap((at) =>
      bands
        .filter(({ runs }) => !runs.some((run) => crosses(run, at)))
        .map(({ from, to }): RuleStretch => ({ at, from, to })),
    );
    const sides = [first.from, first.to].map(
      (at): RuleStretch => ({ at, from: first.at, to: (horizontal.at(-1) ?? first).at }),
    );
    return [{ horizontal, vertical: [...vertical, ...sides] }];
  });
}

/** Rules that follow one another closely and reach as far as the first; shorter ones between them part some columns. */
function tablesOf(levels: readonly RuleStretch[]): RuleStretch[][] {
  const tables: RuleStretch[][] = [];
  for (const level of levels) {
    const table = tables.find(
      ([first, ...rest]) =>
        first &&
        level.from >= first.from - TOLERANCES.touch &&
        level.to <= first.to + TOLERANCES.touch &&
        level.at - (rest.at(-1) ?? first).at <= MAX_ROW,
    );
    if (table) table.push(level);
    else tables.push([level]);
  }
  return tables.flatMap((table) => {
    const isFull = ({ from, to }: RuleStretch) =>
      Math.abs(from - (table[0]?.from ?? 0)) <= TOLERANCES.touch &&
      Math.abs(to - (table[0]?.to ?? 0)) <= TOLERANCES.touch;
    const cut = table.slice(0, table.findLastIndex(isFull) + 1);
    return cut.filter(isFull).length >= MIN_RULES ? [cut] : [];
  });
}

/** Signs that begin a heading between two tables. */
const HEADING = /^[■●◆▼【［]/;

/** Tables of one width that only a heading parts. */
function partedAtHeadings(
  table: readonly RuleStretch[],
  glyphs: readonly Glyph[],
): RuleStretch[][] {
  const parts: RuleStretch[][] = [[]];
  for (const level of table) {
    const above = parts.at(-1)?.at(-1);
    if (above && HEADING.test(firstBetween(above, level, glyphs))) parts.push([]);
    parts.at(-1)?.push(level);
  }
  return parts.filter(({ length }) => length >= MIN_RULES);
}

/** The leftmost character between two levels that no other one stands above of. */
function firstBetween(above: RuleStretch, below: RuleStretch, glyphs: readonly Glyph[]): string {
  const inside = glyphs.filter(({ y0, y1, text }) => {
    const y = (y0 + y1) / 2;
    return text.trim() !== '' && y > above.at && y < below.at;
  });
  return inside.sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0)[0]?.text ?? '';
}

function bandsOf(levels: readonly RuleStretch[], glyphs: readonly Glyph[]): Band[] {
  const at = [...new Set(levels.map((level) => level.at))];
  const [left, right] = [levels[0]?.from ?? 0, levels[0]?.to ?? 0];
  return at.slice(1).map((to, i) => {
    const from = at[i] as number;
    return { from, to, runs: runsIn(glyphs, [left, from, right, to]) };
  });
}

const crosses = ({ x0, x1 }: TextRun, x: number) => x0 < x && x1 > x;

/** The middles of the white stretches that nearly all written rows leave free, with text of its own on either side. */
function columnsOf(bands: readonly Band[]): number[] {
  const written = bands.filter(({ runs }) => runs.length > 0);
  const edges = [...new Set(written.flatMap(({ runs }) => runs.flatMap(({ x0, x1 }) => [x0, x1])))];
  edges.sort((a, b) => a - b);
  const free: (TextRun & { parts: (TextRun & { crossed: number })[] })[] = [];
  for (const [i, x1] of edges.slice(1).entries()) {
    const x0 = edges[i] as number;
    const middle = (x0 + x1) / 2;
    const crossed = written.filter(({ runs }) => runs.some((run) => crosses(run, middle))).length;
    if (crossed > MAX_CROSSED * written.length) continue;
    const last = free.at(-1);
    if (last && last.x1 === x0) {
      last.x1 = x1;
      last.parts.push({ x0, x1, crossed });
    } else free.push({ x0, x1, parts: [{ x0, x1, crossed }] });
  }
  const wide = free.filter(({ x0, x1 }) => x1 - x0 >= MIN_WHITE).map(({ parts }) => whitest(parts));
  const holds = (from: number, to: number) =>
    written.some(({ runs }) => runs.some(({ x0, x1 }) => x0 >= from && x1 <= to));
  const kept: number[] = [];
  for (const x of wide) if (holds(kept.at(-1) ?? -Infinity, x) && holds(x, Infinity)) kept.push(x);
  return kept;
}

/** The middle of the widest part that the fewest rows run across. */
function whitest(parts: readonly (TextRun & { readonly crossed: number })[]): number {
  const fewest = Math.min(...parts.map(({ crossed }) => crossed));
  const stretches: TextRun[] = [];
  for (const { x0, x1, crossed } of parts) {
    const last = stretches.at(-1);
    if (crossed > fewest) continue;
    if (last && last.x1 === x0) last.x1 = x1;
    else stretches.push({ x0, x1 });
  }
  const { x0, x1 } = stretches.reduce((a, b) => (b.x1 - b.x0 > a.x1 - a.x0 ? b : a));
  return (x0 + x1) / 2;
}
