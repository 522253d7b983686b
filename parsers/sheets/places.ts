import { around, type PlacedText } from '../layout/text.ts';
import { displayed, type Glyph, type Page } from '../pdf/page.ts';
import type { Box, Place } from '../records/place.ts';

/** Where a text stands: one place per page it touches, in reading order. */
export type Placer = (text: PlacedText) => Place[];

/** Places are told on the displayed page, to a hundredth of a point. */
export function placer(pages: ReadonlyMap<number, Page>): Placer {
  return ({ sources }) => {
    const byPage = new Map<number, Set<Glyph>>();
    for (const glyph of sources) {
      if (!glyph || glyph.text.trim() === '') continue;
      const there = byPage.get(glyph.page);
      if (there) there.add(glyph);
      else byPage.set(glyph.page, new Set([glyph]));
    }
    return [...byPage].map(([number, glyphs]) => {
      const page = pages.get(number);
      if (!page) throw new Error(`no page ${number} among those read`);
      const box = displayed(page, around(glyphs));
      return { page: number, box: box.map((v) => Math.round(v * 100) / 100) as Box };
    });
  };
}

/** The place of a text that stands on one page. */
export function firstPlace(place: Placer, text: PlacedText): Place {
  const [first] = place(text);
  if (!first) throw new Error(`«${text.text}» has no glyph to stand on`);
  return first;
}
