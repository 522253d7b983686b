import type { Glyph } from '../pdf/page.ts';
import { type Line, linesOf } from './lines.ts';

/** So few letters are no text beside print that is smaller by so much … */
const MAX_LETTERS = 4;
const LARGER = 1.5;
/** … and further away than this share of their size; from further away, being larger by less is enough. */
const GAP = 0.5;
const FAR = 2;
const LARGER_AFAR = 1.25;

/** Lines without a few large letters beside their print, which are lines of their own: 見本. */
export function withLargeApart(lines: readonly Line[]): Line[] {
  return lines.flatMap(
    (line) => parted(line, LARGER, GAP) ?? parted(line, LARGER_AFAR, FAR) ?? line,
  );
}

function parted(line: Line, larger: number, gap: number): Line[] | null {
  const isSmall = (glyph: Glyph | null) => glyph !== null && glyph.size * larger <= line.size;
  if (!line.sources.some(isSmall)) return null;
  const glyphs = [...new Set(line.sources)].filter((glyph) => glyph !== null);
  const small = glyphs.filter(isSmall);
  const large = glyphs.filter((glyph) => !small.includes(glyph));
  const isApart = large.length <= MAX_LETTERS && large.every(isLetter);
  return isApart && distance(large, small) > gap * line.size
    ? [...linesOf(large), ...linesOf(small)]
    : null;
}

const isLetter = ({ text }: Glyph) => /\p{L}/u.test(text);

function distance(some: readonly Glyph[], others: readonly Glyph[]): number {
  const gaps = some.flatMap((a) => others.map((b) => Math.max(a.x0 - b.x1, b.x0 - a.x1)));
  return Math.min(...gaps);
}
