import type { Mark } from './paper.ts';
import type { Stroke } from './paths.ts';
import type { DrawnGlyph } from './text.ts';

/** Where in a character ink is looked for: shares of its advance, and of its size above the baseline. */
const ALONG = [0.2, 0.5, 0.8];
const ABOVE = [0.08, 0.38, 0.68];
/** A character of which a third is to be seen is seen. */
const SPARE_OF_GLYPH = 6;

export function markOf({ origin: [x, y], direction, advance, size, vertical }: DrawnGlyph): Mark {
  const angle = (direction * Math.PI) / 180;
  const [ux, uy] = [Math.cos(angle), Math.sin(angle)];
  const xs: number[] = [];
  const ys: number[] = [];
  for (const a of ALONG) {
    for (const b of ABOVE) {
      const along = vertical ? (a - 0.5) * size : a * advance;
      const down = vertical ? b * advance : -b * size;
      xs.push(x + along * ux - down * uy);
      ys.push(y + along * uy + down * ux);
    }
  }
  return { xs, ys, away: 0, spare: SPARE_OF_GLYPH, byPicture: false };
}

/** Shares of a rule's length, and of its thickness to either side. */
const STATIONS = [0.02, 0.25, 0.5, 0.75, 0.98];
const SIDES = [-0.4, 0.4];

export function markOfRule({ x0, y0, x1, y1, thickness }: Stroke): Mark {
  const level = x1 - x0 >= y1 - y0;
  const xs: number[] = [];
  const ys: number[] = [];
  for (const station of STATIONS) {
    for (const side of SIDES) {
      const off = side * thickness;
      xs.push(x0 + station * (x1 - x0) + (level ? 0 : off));
      ys.push(y0 + station * (y1 - y0) + (level ? off : 0));
    }
  }
  return { xs, ys, away: 0, spare: xs.length - 1, byPicture: false };
}
