import { type PlacedText, slice, trim } from '../layout/text.ts';
import type { Glyph } from '../pdf/page.ts';

/** Texts of one line with more than this many characters' width between them stand beside one another. */
const APART = 3;
/** A distance above this share of the font size was left on purpose. */
const GAP = 0.4;
/** Characters whose sizes differ by more than this share belong to different things. */
const SIZE = 0.08;

/** A line's texts that stand beside one another, far apart or each in its own 【】. */
export function headerPartsOf(line: PlacedText): PlacedText[] {
  const known = PARTS.get(line);
  if (known) return known;
  const ends = boundaries(
    line,
    (before, glyph) =>
      glyph.x0 - before.x1 > APART * glyph.size || (before.text === '】' && glyph.text === '【'),
  );
  const parts = [...ends, line.text.length]
    .map((end, i) => trim(slice(line, ends[i - 1] ?? 0, end)))
    .filter(({ text }) => text !== '');
  PARTS.set(line, parts);
  return parts;
}

/** Every format asks of every line. */
const PARTS = new WeakMap<PlacedText, PlacedText[]>();

/** Where within a stretch a gap was left or the size of type changes: a number in front of a title that begins with a digit ends there. */
export function firstCut(text: PlacedText, from: number, to: number): number | null {
  const cuts = boundaries(
    text,
    (before, glyph) =>
      glyph.x0 - before.x1 > GAP * glyph.size ||
      Math.abs(glyph.size - before.size) > SIZE * before.size,
  );
  return cuts.find((at) => at > from && at < to) ?? null;
}

/** Offsets of characters that stand in some relation to the one before them. */
function boundaries(
  { sources }: PlacedText,
  parted: (before: Glyph, glyph: Glyph) => boolean,
): number[] {
  const found: number[] = [];
  let before: Glyph | null = null;
  for (const [at, glyph] of sources.entries()) {
    if (!glyph || glyph.text.trim() === '') continue;
    if (before && glyph !== before && parted(before, glyph)) found.push(at);
    before = glyph;
  }
  return found;
}
