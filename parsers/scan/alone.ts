import type { Picture } from '../pdf/raster.ts';
import { cropOf } from './crop.ts';
import type { OcrEngine, ReadSymbol } from './engine.ts';
import type { InkLine } from './lines.ts';
import { blank } from './picture.ts';
import { type InkSymbol, onPage } from './symbols.ts';

/** A line up to so many ems long has too few characters for a network to know one by another. */
const MAX_WIDTH = 2.6;
/** What is a word or letter: strokes and marks are read by their shape. */
const LETTER = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}A-Za-z0-9]+$/u;
/** What is read the same in two ways is at least this sure, what is not at most so. */
const AGREED = 90;
const DISAGREED = 50;

export const isAlone = ({ box, down }: InkLine, em: number) =>
  !down && box.x1 - box.x0 <= MAX_WIDTH * em;

/**
 * A few characters that stand alone, read once more with themselves about them. Where that is not what was read before, it
 * is what stands there, in doubt unless a third reading says the same.
 * @param first as it was read before
 */
export async function readAlone(
  page: Picture,
  line: InkLine,
  first: readonly InkSymbol[],
  engine: OcrEngine,
): Promise<readonly InkSymbol[]> {
  const crop = cropOf(page, line, 2);
  const again = agreedOf(await engine.line(thrice(crop.picture), 'raw'), crop.picture.width);
  const symbols = again ? onPage(again, crop, line).symbols : [];
  const text = textOf(symbols);
  if (!LETTER.test(text) || text === textOf(first)) return first;
  const small = await engine.line(cropOf(page, line, 1).picture, 'line');
  const isSaid = textOf(small) === text;
  return symbols.map((symbol) => ({
    ...symbol,
    confidence: isSaid ? Math.max(AGREED, symbol.confidence) : DISAGREED,
  }));
}

const textOf = (symbols: readonly { readonly text: string }[]) =>
  symbols.map(({ text }) => text).join('');

/** So often a few characters are put side by side. */
const TIMES = 3;
const BLANK = /^\s*$/;

/** A picture three times side by side: networks read a few characters by those about them, and alone they take 人 for 炭. */
function thrice({ width, height, grey }: Picture): Picture {
  const row = blank(TIMES * width, height);
  for (let y = 0; y < height; y++) {
    const line = grey.subarray(y * width, (y + 1) * width);
    for (let i = 0; i < TIMES; i++) row.grey.set(line, (y * TIMES + i) * width);
  }
  return row;
}

/** The characters that at least two of the three are read as, where the first of them has them; null where all differ. */
function agreedOf(symbols: readonly ReadSymbol[], width: number): ReadSymbol[] | null {
  const parts = Array.from({ length: TIMES }, (_, i) =>
    symbols
      .map((symbol) => ({ ...symbol, x0: symbol.x0 - i * width, x1: symbol.x1 - i * width }))
      .filter(({ text, x0, x1 }) => !BLANK.test(text) && x0 + x1 >= 0 && x0 + x1 < 2 * width),
  );
  const said = parts.map((part) => part.map(({ text }) => text).join(''));
  const most = said.findIndex((text, i) => text !== '' && said.indexOf(text, i + 1) > i);
  return parts[most] ?? null;
}
