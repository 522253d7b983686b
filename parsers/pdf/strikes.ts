import type { Glyph, Rule } from './page.ts';

/** A line strikes a character out when it passes within this share of its height from its middle … */
const MIDDLE = 1 / 6;
/** … for at least this share of its width, … */
const ACROSS = 0.8;
/** … is no thicker than this share of it, … */
const MAX_THICKNESS = 0.25;
/** … and reaches no further than this share of its size beyond the text: a table's line does. */
const MAX_BEYOND = 1;
/** Half the height of the ink of digits and ideographs above the baseline, and where the baseline is. */
const MIDDLE_ABOVE_BASELINE = 0.38;
const DESCENT = 0.12;

type Line = Rule & { readonly thickness: number };

/** Marks the characters with a level line through their middle (見え消し); those lines rule nothing. */
export function struckOut(
  glyphs: readonly Glyph[],
  lines: readonly Line[],
): { readonly glyphs: readonly Glyph[]; readonly strikes: ReadonlySet<Line> } {
  const level = wholeLines(lines.filter((line) => line.x1 - line.x0 > line.y1 - line.y0));
  if (level.length === 0) return { glyphs, strikes: new Set() };
  const byHeight = [...glyphs]
    .filter((glyph) => glyph.text.trim() !== '')
    .sort((a, b) => middleOf(a) - middleOf(b));
  const struck = new Set<Glyph>();
  const strikes = new Set<Line>();
  for (const line of level) {
    const under = alongside(byHeight, line);
    const first = under.reduce((x, glyph) => Math.min(x, glyph.x0), Infinity);
    const last = under.reduce((x, glyph) => Math.max(x, glyph.x1), -Infinity);
    const size = under.reduce((most, glyph) => Math.max(most, glyph.size), 0);
    const beyond = Math.max(first - line.x0, line.x1 - last);
    if (under.length === 0 || beyond > MAX_BEYOND * size) continue;
    for (const piece of line.pieces) strikes.add(piece);
    for (const glyph of under) struck.add(glyph);
  }
  if (struck.size === 0) return { glyphs, strikes };
  return { glyphs: glyphs.map((g) => (struck.has(g) ? { ...g, struck: true } : g)), strikes };
}

/** Pieces of a line on one level that touch, drawn for every few characters. */
type Whole = Line & { readonly pieces: readonly Line[] };

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

const middleOf = ({ y1, size }: Glyph) => y1 - (DESCENT + MIDDLE_ABOVE_BASELINE) * size;

/** The characters that a line goes through. */
function alongside(byHeight: readonly Glyph[], line: Line): Glyph[] {
  const y = (line.y0 + line.y1) / 2;
  const found: Glyph[] = [];
  for (let i = firstAt(byHeight, y - REACH); i < byHeight.length; i++) {
    const glyph = byHeight[i] as Glyph;
    const off = middleOf(glyph) - y;
    if (off > REACH) break;
    if (Math.abs(off) > MIDDLE * glyph.size || line.thickness > MAX_THICKNESS * glyph.size)
      continue;
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
