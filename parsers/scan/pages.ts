import { DRAWN_DPI, type Pixels } from '../pdf/pixels.ts';
import type { ReadPage } from '../pdf/read.ts';
import type { Known } from '../sheets/known.ts';
import type { OcrEngine } from './engine.ts';
import { inWords } from './misread.ts';
import { inSequence } from './ordinals.ts';
import { readPicture } from './page.ts';

/** So many characters may stand on a scan as text: a page number, a stamp of the archive. */
const MAX_TEXT = 30;
/** With more than this share of its characters unknown a page is read as it looks. */
const MAX_UNKNOWN = 0.5;

/**
 * The same pages in the same order, those without text that can be read from their pixels. Pages are independent: some are
 * under way side by side, so that the engine's lanes are never idle, and no more, so that memory is bounded.
 */
export async function* withScans(
  pages: AsyncIterable<ReadPage>,
  pixels: Pick<Pixels, 'of' | 'close'>,
  engine: OcrEngine,
  language: Known['language'],
): AsyncGenerator<ReadPage, void> {
  const underWay: Promise<ReadPage>[] = [];
  let last = 0;
  /** With what the page itself knows; lists go on from page to page. */
  const known = async (page: ReadPage): Promise<ReadPage> => {
    if (page.layer !== 'ocr') return page;
    const counted = inSequence(page.glyphs, last);
    last = counted.last;
    const { glyphs, repairs } = inWords(counted.glyphs, (await language()).isWord);
    return { ...page, glyphs, repairs: [...counted.repairs, ...repairs] };
  };
  try {
    for await (const page of pages) {
      underWay.push(isScan(page) ? scanned(page, pixels, engine) : Promise.resolve(page));
      if (underWay.length > engine.lanes) yield await known((await underWay.shift()) as ReadPage);
    }
    for (const page of underWay) yield await known(await page);
  } finally {
    await Promise.allSettled(underWay);
    await pixels.close();
  }
}

function isScan({ glyphs, pictures, outlines, unmapped }: ReadPage): boolean {
  const inked = glyphs.filter(({ text }) => text.trim() !== '').length;
  if (inked === 0) return pictures || outlines;
  return (pictures && inked <= MAX_TEXT) || unmapped > MAX_UNKNOWN * inked;
}

async function scanned(
  page: ReadPage,
  pixels: Pick<Pixels, 'of'>,
  engine: OcrEngine,
): Promise<ReadPage> {
  const { number, width, height } = page;
  const isDrawn = page.outlines || page.glyphs.length > 0;
  engine.page();
  const picture = await pixels.of(number, isDrawn ? DRAWN_DPI : undefined);
  if (!picture) return page;
  const read = await readPicture(picture, { number, width, height }, engine);
  if (!read || read.glyphs.length === 0) return page;
  return { ...page, ...read, dots: [], fills: [], unmapped: 0, missing: [], layer: 'ocr' };
}
