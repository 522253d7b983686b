import type { Box } from '../records/place.ts';
import type { Drawing } from './drawing.ts';
import { within } from './region.ts';
import type { DrawnGlyph } from './text.ts';

/** Where the text of a page comes from: `ocr-layer` is what somebody's OCR laid invisibly over a picture, `ocr` what was read here. */
export type Layer = 'embedded' | 'ocr-layer' | 'ocr';

export type TextLayer = {
  readonly layer: Layer;
  readonly glyphs: readonly DrawnGlyph[];
  /** Characters that nobody sees and that are not read. */
  readonly unseen: readonly DrawnGlyph[];
};

/** Nearly all that an OCR reads lies over the picture … */
const MIN_OVER_PICTURE = 0.9;
/** … and beside it a page number or a stamp may be seen, but no text. */
const MAX_SEEN = 0.1;

/** What is text on a page: what is seen, or, where nothing is, what lies invisibly over a picture. */
export function textLayerOf({ glyphs, veiled, pictures }: Drawing): TextLayer {
  const behind = veiled.filter((one) => one.behindPicture).map(({ glyph }) => glyph);
  const inked = (some: readonly DrawnGlyph[]) => some.filter((g) => g.unicode.trim() !== '');
  const [seen, hidden] = [inked(glyphs), inked(behind)];
  const over = hidden.filter((glyph) => pictures.some((box) => isOver(glyph, box)));
  const isOcr =
    hidden.length > 0 &&
    over.length >= MIN_OVER_PICTURE * hidden.length &&
    seen.length <= MAX_SEEN * hidden.length;
  if (isOcr) return { layer: 'ocr-layer', glyphs: [...behind, ...glyphs], unseen: [] };
  return { layer: 'embedded', glyphs, unseen: inked(veiled.map(({ glyph }) => glyph)) };
}

function isOver({ origin: [x, y] }: DrawnGlyph, box: Box): boolean {
  return within(box, x, y);
}
