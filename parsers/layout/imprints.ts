import type { Glyph, Page, Rule } from '../pdf/page.ts';
import type { Box } from '../records/place.ts';
import { around } from './text.ts';

/** A stamp has no more characters. */
const MAX_CHARACTERS = 25;
/** Sizes that differ by less are one. */
const SAME_SIZE = 0.1;
/** Characters further apart than this many of their sizes are of different stamps. */
const APART = 3;
/** Of a colour the strongest and the weakest channel differ by at least this (of 255); greys and black are none. */
const MIN_CHROMA = 60;
/** Characters stand on one another where they share this much of the smaller one. */
const OVER = 0.15;
/** Black print across other print is at least this many times as large as most of the page's, and so many of its characters lie on others. */
const LARGER = 1.25;
const ACROSS = 0.3;
/** A frame is drawn within this many points of what it is around. */
const FRAME = 10;
/** So many lines make a frame. */
const MIN_SIDES = 3;

/** A page's print without its stamps, and without their frames; each stamp in a colour of its own. */
export type Unstamped = {
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  readonly stamps: readonly (readonly Glyph[])[];
};

/**
 * Parts what was stamped onto a page from its text: seals, few characters in a colour of their own in a ring, a frame, or over
 * print, and larger ones across other print.
 */
export function partImprints({ glyphs, rules }: Pick<Page, 'glyphs' | 'rules'>): Unstamped {
  const ink = glyphs.filter((glyph) => glyph.text.trim() !== '');
  const usual = usualInk(ink);
  const large = LARGER * usualSize(ink);
  const isOdd = (glyph: Glyph) => isColoured(glyph) || glyph.sealed || glyph.size >= large;
  if (!ink.some(isOdd)) return { glyphs, rules, stamps: [] };
  const stamps = runsOf(ink).filter((run) => {
    const [first] = run;
    if (!first || !isOdd(first) || run.length > MAX_CHARACTERS) return false;
    if (first.sealed) return true;
    if (first.size >= large && liesAcross(run, ink)) return true;
    if (!isColoured(first) || first.ink === usual) return false;
    return run.every(({ ringed }) => ringed) || liesOver(run, ink) || isFramed(run, rules);
  });
  const taken = new Set(stamps.flat());
  const coloured = stamps.filter(([first]) => first && isColoured(first));
  const frames = coloured.map((run) => ({ box: widened(run), ink: run[0]?.ink }));
  const isFrame = (rule: Rule) =>
    frames.some(({ box, ink: colour }) => rule.ink === colour && isInside(rule, box));
  return {
    stamps: joined(stamps),
    glyphs: glyphs.filter((glyph) => !taken.has(glyph)),
    rules: frames.length > 0 ? rules.filter((rule) => !isFrame(rule)) : rules,
  };
}

function isColoured({ ink = 0 }: Glyph): boolean {
  const channels = [ink >> 16, (ink >> 8) & 255, ink & 255];
  return Math.max(...channels) - Math.min(...channels) >= MIN_CHROMA;
}

function usualInk(glyphs: readonly Glyph[]): number | undefined {
  const counts = new Map<number | undefined, number>();
  for (const { ink } of glyphs) counts.set(ink, (counts.get(ink) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function usualSize(glyphs: readonly Glyph[]): number {
  const sizes = glyphs.map(({ size }) => size).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}

/** Characters of one colour and size that were drawn one after the other, near to one another. */
function runsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = [];
  for (const glyph of glyphs) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && isAlike(last, glyph) && isNear(last, glyph)) run.push(glyph);
    else runs.push([glyph]);
  }
  return runs;
}

/** Lines of one stamp together. */
function joined(runs: readonly Glyph[][]): Glyph[][] {
  const stamps: Glyph[][] = [];
  for (const run of runs) {
    const [stamp, first] = [stamps.at(-1), run[0]];
    const one =
      stamp && first && stamp.some((glyph) => glyph.ink === first.ink && isNear(glyph, first));
    if (one) stamp.push(...run);
    else stamps.push([...run]);
  }
  return stamps;
}

const isAlike = (a: Glyph, b: Glyph) =>
  a.ink === b.ink &&
  a.sealed === b.sealed &&
  (isColoured(a) || Math.abs(a.size - b.size) < SAME_SIZE * a.size);

function isNear(a: Glyph, b: Glyph): boolean {
  const across = Math.max(0, a.x0 - b.x1, b.x0 - a.x1);
  const down = Math.max(0, a.y0 - b.y1, b.y0 - a.y1);
  return Math.max(across, down) <= APART * Math.max(a.size, b.size);
}

function liesOver(run: readonly Glyph[], ink: readonly Glyph[]): boolean {
  return run.some((glyph) =>
    ink.some((other) => other.ink !== glyph.ink && shared(glyph, other) >= OVER),
  );
}

/** Whether a run of larger print lies on smaller print, character upon character. */
function liesAcross(run: readonly Glyph[], ink: readonly Glyph[]): boolean {
  const [, top, , foot] = around(run);
  const smallest = Math.min(...run.map(({ size }) => size));
  const under = ink.filter(
    (other) => other.y1 > top && other.y0 < foot && other.size * LARGER <= smallest,
  );
  const over = run.filter((glyph) => under.some((other) => shared(glyph, other) >= ACROSS));
  return over.length >= ACROSS * run.length;
}

/** Which share of the smaller of two characters lies on the other. */
function shared(a: Glyph, b: Glyph): number {
  const wide = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
  const high = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0);
  if (wide <= 0 || high <= 0) return 0;
  const area = ({ x0, y0, x1, y1 }: Glyph) => (x1 - x0) * (y1 - y0);
  return (wide * high) / Math.min(area(a), area(b));
}

/** Whether lines of its colour stand around a run, and go nowhere else. */
function isFramed(run: readonly Glyph[], rules: readonly Rule[]): boolean {
  const box = widened(run);
  const near = rules.filter((rule) => rule.ink === run[0]?.ink && touches(rule, box));
  return near.length >= MIN_SIDES && near.every((rule) => isInside(rule, box));
}

function widened(run: readonly Glyph[]): Box {
  const [x0, y0, x1, y1] = around(run);
  return [x0 - FRAME, y0 - FRAME, x1 + FRAME, y1 + FRAME];
}

const touches = ({ x0, y0, x1, y1 }: Rule, box: Box) =>
  x1 >= box[0] && x0 <= box[2] && y1 >= box[1] && y0 <= box[3];
const isInside = ({ x0, y0, x1, y1 }: Rule, box: Box) =>
  x0 >= box[0] && x1 <= box[2] && y0 >= box[1] && y1 <= box[3];
