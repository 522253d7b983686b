import type { Line } from '../layout/lines.ts';
import type { Block } from './block.ts';

/** How the running text of a sheet looks: what differs from it may be a heading. Sizes and places in points. */
export type BodyLook = { readonly size: number; readonly font: string; readonly left: number };

/** Lines of running text have at least this many characters. */
const LONG = 25;
/** Sizes that differ by more than this share are seen to differ. */
const SIZE = 0.03;

export function bodyLookOf(blocks: readonly Block[]): BodyLook {
  const lines = blocks.flatMap((b) =>
    b.kind === 'line' && b.line.text.length >= LONG ? [b.line] : [],
  );
  const sizes = lines.map(({ size }) => size).sort((a, b) => a - b);
  const lefts = lines.map(({ box: [x0] }) => x0).sort((a, b) => a - b);
  return {
    size: sizes[Math.floor(sizes.length / 2)] ?? 0,
    font: mostFrequent(lines.map(fontOf)),
    left: lefts[Math.floor(lefts.length * 0.1)] ?? 0,
  };
}

/** Whether a line is set in another font, or larger, than running text. */
export function standsOut(line: Line, body: BodyLook): boolean {
  return line.size > body.size * (1 + SIZE) || fontOf(line) !== body.font;
}

export function looksLike(line: Line, other: Line): boolean {
  return fontOf(line) === fontOf(other) && Math.abs(line.size - other.size) <= SIZE * other.size;
}

/** The font of most of the line's characters. */
export function fontOf(line: Line): string {
  let font = FONTS.get(line);
  if (font === undefined) {
    font = mostFrequent(line.sources.flatMap((glyph) => (glyph ? [glyph.font ?? ''] : [])));
    FONTS.set(line, font);
  }
  return font;
}

const FONTS = new WeakMap<Line, string>();

function mostFrequent(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
