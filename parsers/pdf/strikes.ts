import type { Glyph, Rule } from './page.ts';

/** A line strikes a character out when it passes within this share of its height from its middle … */
const MIDDLE = 1 / 6;
/** … for at least this share of its width, … */
const ACROSS = 0.8;
/** … is no thicker than this share of it, … */
const MAX_THICKNESS = 0.25;
/** … and reaches no further than this many of its sizes beyond the text, less where it meets another line as a table's does. */
const MAX_BEYOND = 3;
const MAX_BEYOND_IN_TABLE = 1;
/** Half the height of the ink of digits and ideographs above the baseline, and where the baseline is. */
const MIDDLE_ABOVE_BASELINE = 0.38;
const DESCENT = 0.12;

/** A line on which `y0` is the height of its left end and `y1` that of its right end. */
type Line = Rule & { readonly thickness: number };

/**
 * Marks the characters with a line through them (見え消し); those lines rule nothing.
 * @param lines along an axis
 * @param slants along none, or waves
 */
export function struckOut(
  glyphs: readonly Glyph[],
  lines: readonly Line[],
  slants: readonly Line[],
): { readonly glyphs: readonly Glyph[]; readonly strikes: ReadonlySet<Line> } {
  const level = wholeLines(lines.filter((line) => line.x1 - line.x0 > line.y1 - line.y0));
  const askew = slants.map((line): Whole => ({ ...line, pieces: [] }));
  if (level.length + askew.length === 0) return { glyphs, strikes: new Set() };
  const byHeight = [...glyphs]
    .filter((glyph) => glyph.text.trim() !== '')
    .sort((a, b) => middleOf(a) - middleOf(b));
  const upright = lines.filter((line) => line.x1 - line.x0 <= line.y1 - line.y0);
  const meets = (line: Line) =>
    upright.some(
      ({ x0, y0, y1 }) =>
        Math.min(Math.abs(x0 - line.x0), Math.abs(x0 - line.x1)) <= MEETS &&
        line.y0 >= y0 - MEETS &&
        line.y0 <= y1 + MEETS,
    );
  // A frame over print: its side has a corner at both ends.
  const isSide = (line: Line) =>
    [line.x0, line.x1].every((x) =>
      upright.some(
        ({ x0, y0, y1 }) =>
          y1 - y0 > MAX_APART &&
          Math.abs(x0 - x) <= MEETS &&
          Math.min(Math.abs(y0 - line.y0), Math.abs(y1 - line.y0)) <= MEETS,
      ),
    );
  const struck = new Set<Glyph>();
  const strikes = new Set<Line>();
  for (const line of [...level, ...pairsOf(level), ...askew]) {
    const under = alongside(byHeight, line);
    if (under.length === 0) continue;
    const beyond = beyondOf(line, under);
    if (beyond > MAX_BEYOND || (beyond > MAX_BEYOND_IN_TABLE && meets(line))) continue;
    if (isSide(line)) continue;
    for (const piece of line.pieces) strikes.add(piece);
    for (const glyph of under) struck.add(glyph);
  }
  if (struck.size === 0) return { glyphs, strikes };
  return { glyphs: glyphs.map((g) => (struck.has(g) ? { ...g, struck: true } : g)), strikes };
}

/** Lines meet within this (points). */
const MEETS = 2;

/** How far a line reaches beyond what it goes through, in sizes of that. */
function beyondOf(line: Line, under: readonly Glyph[]): number {
  const first = under.reduce((x, glyph) => Math.min(x, glyph.x0), Infinity);
  const last = under.reduce((x, glyph) => Math.max(x, glyph.x1), -Infinity);
  const size = under.reduce((most, glyph) => Math.max(most, glyph.size), 0);
  return Math.max(first - line.x0, line.x1 - last) / size;
}

/** Pieces of a line on one level that touch, drawn for every few characters; or two lines that stand so far `apart`. */
type Whole = Line & { readonly pieces: readonly Line[]; readonly apart?: number };

/** Pieces are on one level, and touch, within this (points). */
const TOUCH = 0.6;

function wholeLines(lines: readonly Line[]): Whole[] {
  const whole: Whole[] = [];
  for (const line of [...lines].sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0)) {
    const last = whole.at(-1);
    const goesOn =
      last && Math.abs(line.y0 - last.y0) <= TOUCH && Math.abs(line.x0 - last.x1) <= TOUCH;
    if (goesOn) {
      whole[whole.length - 1] = { ...last, x1: line.x1, pieces: [...last.pieces, line] };
    } else whole.push({ ...line, pieces: [line] });
  }
  return whole;
}

/** Two lines over each other, no further apart than this (points), may strike out together … */
const MAX_APART = 7;
/** … where their ends differ by no more. */
const FLUSH = 1;

/** Double lines, each as one through the middle between the two. */
function pairsOf(level: readonly Whole[]): Whole[] {
  const pairs: Whole[] = [];
  for (const [i, upper] of level.entries()) {
    for (let j = i + 1; j < level.length; j++) {
      const lower = level[j] as Whole;
      if (lower.y0 - upper.y0 > MAX_APART) break;
      const isFlush =
        Math.abs(lower.x0 - upper.x0) <= FLUSH && Math.abs(lower.x1 - upper.x1) <= FLUSH;
      if (!isFlush || lower.y0 - upper.y0 <= TOUCH) continue;
      const y = (upper.y0 + lower.y0) / 2;
      const pieces = [...upper.pieces, ...lower.pieces];
      pairs.push({ ...upper, y0: y, y1: y, apart: lower.y0 - upper.y0, pieces });
    }
  }
  return pairs;
}

const middleOf = ({ y1, size }: Glyph) => y1 - (DESCENT + MIDDLE_ABOVE_BASELINE) * size;

/** A slanted line rises by no more than this many sizes of a character … */
const MAX_RISE = 1.8;
/** … and runs within this share of its size from a character's middle. */
const NEAR = 0.5;

/** The characters that a line goes through. */
function alongside(byHeight: readonly Glyph[], line: Whole): Glyph[] {
  const y = (line.y0 + line.y1) / 2;
  const rise = (line.y1 - line.y0) / (line.x1 - line.x0);
  const high = Math.abs(line.y1 - line.y0);
  const found: Glyph[] = [];
  for (let i = firstAt(byHeight, y - REACH); i < byHeight.length; i++) {
    const glyph = byHeight[i] as Glyph;
    const off = middleOf(glyph) - y;
    if (off > REACH) break;
    const near = high > TOUCH ? NEAR : MIDDLE;
    if (Math.abs(off) > near * glyph.size || line.thickness > MAX_THICKNESS * glyph.size) continue;
    if (high > MAX_RISE * glyph.size || (line.apart ?? 0) > NEAR * glyph.size) continue;
    const x = (glyph.x0 + glyph.x1) / 2;
    if (Math.abs(middleOf(glyph) - (line.y0 + rise * (x - line.x0))) > NEAR * glyph.size) continue;
    const shared = Math.min(line.x1, glyph.x1) - Math.max(line.x0, glyph.x0);
    if (shared >= ACROSS * (glyph.x1 - glyph.x0)) found.push(glyph);
  }
  return found;
}

/** No line is further (points) from the middle of what it strikes out: a sixth of the largest print. */
const REACH = 12;

function firstAt(byHeight: readonly Glyph[], y: number): number {
  let [low, high] = [0, byHeight.length];
  while (low < high) {
    const mid = (low + high) >> 1;
    if (middleOf(byHeight[mid] as Glyph) < y) low = mid + 1;
    else high = mid;
  }
  return low;
}
