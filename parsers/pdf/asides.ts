import type { Box } from '../records/place.ts';
import type { DrawnGlyph } from './text.ts';

/** Text beside the page's own, and its box on the displayed page. */
export type Aside = { readonly text: string; readonly box: Box };

/** Characters further apart than this many of their sizes are of different texts. */
const APART = 3;
/** Directions that differ by more (degrees) are those of different texts. */
const TURNED = 2;

/** Text that runs in other directions than the page's, put together as it was drawn. */
export function asidesOf(
  glyphs: readonly DrawnGlyph[],
  read: (glyph: DrawnGlyph) => string,
): Aside[] {
  const asides: { text: string; box: Box; last: DrawnGlyph }[] = [];
  for (const glyph of glyphs) {
    const text = read(glyph);
    const box = boxOf(glyph);
    const open = asides.at(-1);
    if (open && goesOn(open.last, glyph)) {
      open.text += text;
      open.last = glyph;
      open.box = [
        Math.min(open.box[0], box[0]),
        Math.min(open.box[1], box[1]),
        Math.max(open.box[2], box[2]),
        Math.max(open.box[3], box[3]),
      ];
    } else {
      asides.push({ text, box, last: glyph });
    }
  }
  return asides.filter(({ text }) => text.trim() !== '').map(({ text, box }) => ({ text, box }));
}

function goesOn(a: DrawnGlyph, b: DrawnGlyph): boolean {
  const away = Math.hypot(a.origin[0] - b.origin[0], a.origin[1] - b.origin[1]);
  return Math.abs(a.direction - b.direction) <= TURNED && away <= APART * Math.max(a.size, b.size);
}

/** Around the character, from a little below its baseline to its head. */
function boxOf({ origin: [x, y], direction, advance, size }: DrawnGlyph): Box {
  const angle = (direction * Math.PI) / 180;
  const [ux, uy] = [Math.cos(angle), Math.sin(angle)];
  const corners = [0, advance].flatMap((along) =>
    [-0.12 * size, 0.88 * size].map(
      (up) => [x + along * ux + up * uy, y + along * uy - up * ux] as const,
    ),
  );
  const [xs, ys] = [corners.map((corner) => corner[0]), corners.map((corner) => corner[1])];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
