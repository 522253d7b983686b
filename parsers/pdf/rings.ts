import type { Box } from '../records/place.ts';
import type { Matrix } from './matrix.ts';
import type { Glyph, Rule } from './page.ts';
import type { DrawnPath } from './paths.ts';
import { walk } from './walk.ts';

/** A ring is this wide and high (points), one around a choice no higher than MAX_CHOICE. */
const MIN_SIDE = 6;
const MAX_WIDTH = 160;
const MAX_HEIGHT = 110;
const MAX_CHOICE = 48;
/** A seal is round, and at least this high. */
const MIN_SEAL = 30;
const ROUND = 0.15;
/** An ellipse is drawn with at least so many curves. */
const MIN_CURVES = 4;
/** Straight pieces of an ellipse are no longer than this share of its longer side. */
const MAX_STRAIGHT = 1 / 16;
/** No choice has more characters than this. */
const MAX_RINGED = 24;

/** The bounds of a closed curve of the size of a few characters or a seal: a ring drawn by pen, or as the room between two ovals. */
export function ringOf({ path, stroked, filled }: DrawnPath, ctm: Matrix): Box | null {
  if (!path || !(stroked || filled)) return null;
  let [curves, ovals, straight] = [0, 0, 0];
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  const reach = ([x, y]: readonly [number, number]) => {
    [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)];
  };
  const along = (from: readonly [number, number], to: readonly [number, number]) => {
    straight = Math.max(straight, Math.hypot(to[0] - from[0], to[1] - from[1]));
  };
  walk(path, ctm, {
    move: () => {
      ovals++;
    },
    line: along,
    curve: (from, [, , to]) => {
      curves++;
      reach(from);
      reach(to);
    },
    close: along,
  });
  const [wide, high] = [x1 - x0, y1 - y0];
  const drawn =
    curves >= MIN_CURVES &&
    straight <= MAX_STRAIGHT * Math.max(wide, high) &&
    (stroked || ovals === 2);
  const sized = wide >= MIN_SIDE && high >= MIN_SIDE && wide <= MAX_WIDTH && high <= MAX_HEIGHT;
  return drawn && sized ? [x0, y0, x1, y1] : null;
}

/** Marks the characters that a ring stands around: the one of several choices that was taken; and those of a seal. */
export function ringed(glyphs: readonly Glyph[], rings: readonly Rule[]): readonly Glyph[] {
  if (rings.length === 0) return glyphs;
  const taken = new Set<Glyph>();
  const sealed = new Set<Glyph>();
  for (const ring of rings) {
    const inside = glyphs.filter((glyph) => holds(ring, glyph));
    const isChoice = ring.y1 - ring.y0 <= MAX_CHOICE;
    if (isChoice && inside.length <= MAX_RINGED) for (const glyph of inside) taken.add(glyph);
    const words = isRound(ring) ? sealIn(glyphs, ring) : [];
    if (words.length <= MAX_RINGED) for (const glyph of words) sealed.add(glyph);
  }
  if (taken.size + sealed.size === 0) return glyphs;
  return glyphs.map((glyph) => ({
    ...glyph,
    ...(taken.has(glyph) ? { ringed: true as const } : {}),
    ...(sealed.has(glyph) ? { sealed: true as const } : {}),
  }));
}

function isRound({ x0, y0, x1, y1 }: Rule): boolean {
  const [wide, high] = [x1 - x0, y1 - y0];
  return high >= MIN_SEAL && Math.abs(wide - high) <= ROUND * high;
}

/** What was drawn last within a ring, in more lines than one; print that only passes under it is none of it. */
function sealIn(glyphs: readonly Glyph[], ring: Rule): Glyph[] {
  let words: Glyph[] = [];
  let open = false;
  for (const run of runsOf(glyphs)) {
    const within = run.every((glyph) => holds(ring, glyph));
    if (within) words = open ? [...words, ...run] : run;
    open = within;
  }
  const ink = words.filter(({ text }) => text.trim() !== '');
  const lines = new Set(ink.map(({ y0 }) => Math.round(y0)));
  return lines.size > 1 ? words : [];
}

/** Characters that were drawn one behind the other in one line. */
function runsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = [];
  for (const glyph of glyphs) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && goesOn(last, glyph)) run.push(glyph);
    else runs.push([glyph]);
  }
  return runs;
}

const goesOn = (a: Glyph, b: Glyph): boolean =>
  Math.abs(a.y1 - b.y1) < a.size / 2 && Math.abs(b.x0 - a.x1) < 2 * a.size;

function holds(ring: Rule, { x0, y0, x1, y1 }: Glyph): boolean {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return x > ring.x0 && x < ring.x1 && y > ring.y0 && y < ring.y1;
}
