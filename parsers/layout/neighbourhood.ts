import type { Glyph } from '../pdf/page.ts';

/** Fields of the index are this wide and high (points). */
const FIELD = 32;
/** More columns than any page has. */
const COLUMNS = 4096;

type Extent = Pick<Glyph, 'x0' | 'y0' | 'x1' | 'y1'>;

/** Which glyphs touch a stretch of the page, told without looking at all of them. */
export class Neighbourhood {
  readonly #fields = new Map<number, Glyph[]>();

  constructor(glyphs: Iterable<Glyph>) {
    for (const glyph of glyphs) {
      for (const key of fieldsOf(glyph)) {
        const there = this.#fields.get(key);
        if (there) there.push(glyph);
        else this.#fields.set(key, [glyph]);
      }
    }
  }

  touching(extent: Extent): Glyph[] {
    const found = new Set<Glyph>();
    for (const key of fieldsOf(extent)) {
      for (const glyph of this.#fields.get(key) ?? []) {
        if (glyph.x0 > extent.x1 || glyph.x1 < extent.x0) continue;
        if (glyph.y0 > extent.y1 || glyph.y1 < extent.y0) continue;
        found.add(glyph);
      }
    }
    return [...found];
  }
}

function* fieldsOf({ x0, y0, x1, y1 }: Extent): Generator<number> {
  for (let row = Math.floor(y0 / FIELD); row <= Math.floor(y1 / FIELD); row++) {
    for (let column = Math.floor(x0 / FIELD); column <= Math.floor(x1 / FIELD); column++) {
      yield row * COLUMNS + column;
    }
  }
}
