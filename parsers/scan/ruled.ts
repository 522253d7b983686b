import type { Rule } from '../pdf/page.ts';
import type { Pixels } from '../pdf/pixels.ts';
import type { GreyPicture } from '../pdf/raster.ts';
import type { ReadPage } from '../pdf/read.ts';
import { inkOf, onWhite, thresholdOf } from './background.ts';
import { halved, smoothed, turnedPicture } from './picture.ts';
import { rulesOf } from './rules.ts';
import { inPoints } from './straight.ts';

/** Finer pictures than this (pixels an inch) show no more rules. */
const MAX_DPI = 240;
const POINTS = 72;
/** A page with more rules of its own is no bare picture. */
const MAX_DRAWN = 3;

/** The same pages; those whose text somebody's OCR laid over a picture have the ruling lines that the picture shows. */
export async function* withPicturedRules(
  pages: AsyncIterable<ReadPage>,
  pixels: Pick<Pixels, 'of' | 'close'>,
): AsyncGenerator<ReadPage, void> {
  try {
    for await (const page of pages) {
      const bare = page.layer === 'ocr-layer' && page.rules.length <= MAX_DRAWN;
      const picture = bare ? await pixels.of(page.number) : null;
      yield picture ? { ...page, rules: [...page.rules, ...rulesIn(picture, page)] } : page;
    }
  } finally {
    await pixels.close();
  }
}

/** The ruling lines that a page's picture shows, in the reading frame (points). */
function rulesIn(picture: GreyPicture, { width, turn }: ReadPage): Rule[] {
  let shown = picture;
  while ((shown.width / width) * POINTS > MAX_DPI) shown = halved(shown);
  const dpi = (shown.width / width) * POINTS;
  const white = onWhite(smoothed(turnedPicture(shown, turn)), dpi);
  const points = POINTS / dpi;
  return (rulesOf(inkOf(white, thresholdOf(white)), dpi) ?? []).map((rule) =>
    inPoints(rule, points),
  );
}
