import type { Glyph } from '../pdf/page.ts';
import type { Box } from '../records/place.ts';
import { around, JAPANESE_LETTERS, type PlacedText } from './text.ts';
import { TOLERANCES } from './tolerances.ts';

/** One printed line: its text with word spaces, and the box around its ink (reading frame). */
export type Line = PlacedText & {
  readonly box: Box;
  readonly size: number;
  /** Offsets into the text before which a gap was left: between Japanese characters it is no word space. */
  readonly gaps: readonly number[];
  /** Whether it stands in a small box of its own: 速報版, a date that somebody stamped. */
  readonly boxed?: true;
  /** Whether it is a row of its own in a table, its number in a cell before it. */
  readonly heads?: true;
};

/** Glyphs, in whatever order they were drawn, as lines from top to bottom. */
export function linesOf(glyphs: readonly Glyph[]): Line[] {
  const printed = glyphs.filter((g) => g.text !== '');
  const level = printed.filter((g) => !g.raised);
  const groups = groupByMiddle(level.length > 0 ? level : printed);
  if (level.length > 0) for (const g of printed) if (g.raised) lineBeside(groups, g).push(g);
  return groups
    .map((group) => toLine(group.sort((a, b) => a.x0 - b.x0)))
    .filter((line) => line.text !== '');
}

const middle = (g: Glyph) => (g.y0 + g.y1) / 2;

function groupByMiddle(glyphs: readonly Glyph[]): Glyph[][] {
  const sorted = [...glyphs].sort((a, b) => middle(a) - middle(b));
  const groups: { middle: number; size: number; glyphs: Glyph[] }[] = [];
  for (const glyph of sorted) {
    const last = groups.at(-1);
    const y = middle(glyph);
    if (last && y - last.middle <= TOLERANCES.line * Math.min(last.size, glyph.size)) {
      last.glyphs.push(glyph);
      last.middle += (y - last.middle) / last.glyphs.length;
      last.size = Math.max(last.size, glyph.size);
    } else {
      groups.push({ middle: y, size: glyph.size, glyphs: [glyph] });
    }
  }
  return groups.map((group) => group.glyphs);
}

/** The line that a raised character belongs to: that of the character nearest to it. */
function lineBeside(groups: readonly Glyph[][], raised: Glyph): Glyph[] {
  const away = (glyph: Glyph) =>
    Math.hypot(
      Math.max(0, raised.x0 - glyph.x1, glyph.x0 - raised.x1),
      middle(raised) - middle(glyph),
    );
  const distances = groups.map((group) => Math.min(...group.map(away)));
  return groups[distances.indexOf(Math.min(...distances))] as Glyph[];
}

/** A distance above this share of the font size is a gap that someone left on purpose. */
const GAP = 0.4;

function toLine(glyphs: readonly Glyph[]): Line {
  let text = '';
  const sources: (Glyph | null)[] = [];
  const gaps: number[] = [];
  let previous: Glyph | null = null;
  let space: Glyph | null = null;
  for (const glyph of glyphs) {
    if (/^\s+$/.test(glyph.text)) {
      space = glyph;
      continue;
    }
    if (previous && space && !isBetween(previous, space, glyph)) space = null;
    if (previous && (space || glyph.x0 - previous.x1 > GAP * glyph.size)) gaps.push(text.length);
    if (previous && parts(previous, space, glyph)) {
      text += space?.text.charAt(0) ?? ' ';
      sources.push(space);
    }
    text += glyph.text;
    for (let i = 0; i < glyph.text.length; i++) sources.push(glyph);
    previous = glyph;
    space = null;
  }
  const ink = glyphs.filter((g) => g.text.trim() !== '');
  return {
    text,
    sources,
    gaps,
    box: around(ink),
    size: ink.reduce((most, g) => Math.max(most, g.size), 0),
  };
}

/** Whether a space stands where no ink is: one of a text that is not seen may lie under a character. */
function isBetween(a: Glyph, space: Glyph, b: Glyph): boolean {
  const room = (space.x1 - space.x0) / 2;
  return space.x1 - a.x1 >= room && b.x0 - space.x0 >= room;
}

/** Whether a word space stands between two neighbours: printed or by their distance, never next to Japanese. */
function parts(a: Glyph, space: Glyph | null, b: Glyph): boolean {
  if (JAPANESE_LETTERS.test(a.text.slice(-1)) || JAPANESE_LETTERS.test(b.text.charAt(0)))
    return false;
  return space !== null || b.x0 - a.x1 > TOLERANCES.wordGap * Math.min(a.size, b.size);
}
