import type { GreyPicture } from '../pdf/raster.ts';
import { cropOf } from './crop.ts';
import type { OcrEngine, ReadSymbol } from './engine.ts';
import { figureIn, isNumberOnly } from './figures.ts';
import type { InkLine } from './lines.ts';
import { blank } from './picture.ts';
import { type InkSymbol, onPage, textOf } from './symbols.ts';

/** A line up to so many ems long has too few characters for a network to know one by another. */
const MAX_WIDTH = 2.6;
/** What is a word or letter: strokes and marks are read by their shape. */
const LETTER = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}A-Za-z0-9]+$/u;
/** What is read the same in two ways is at least this sure, what is not at most so. */
const AGREED = 90;
const DISAGREED = 50;

export const isAlone = ({ box, down }: InkLine, em: number) =>
  !down && box.x1 - box.x0 <= MAX_WIDTH * em;

/** What the network for figures sees where there is no Japanese. */
const LATIN = /^[!-~]+$/;

/**
 * A few characters that stand alone, read once more with themselves about them and by another network: what two of the
 * three readings say, else what the second does, in doubt.
 * @param first as it was read before
 * @param figure as the network for figures reads it
 */
export async function readAlone(
  page: GreyPicture,
  line: InkLine,
  { first, figure }: { readonly first: readonly InkSymbol[]; readonly figure: string },
  engine: OcrEngine,
): Promise<readonly InkSymbol[]> {
  const small = cropOf(page, line, 1);
  const digits = await engine.digits(small.picture);
  if (isNumberOnly(textOf(digits))) {
    return figureIn(textOf(digits)) === figureIn(textOf(first)) ? first : inDoubt(first);
  }
  const large = cropOf(page, line, 2);
  const again = agreedOf(await engine.line(thrice(large.picture), 'raw'), large.picture.width);
  const second = again ? onPage(again, large, line).symbols : [];
  if (!LETTER.test(textOf(second)) || textOf(second) === textOf(first)) return first;
  const isLatin = LATIN.test(figure);
  const third = isLatin ? digits : await engine.kanji(small.picture);
  const { symbols } = onPage(third, small, line);
  const isSeen = isLatin && textOf(symbols).includes(figure);
  const isSaid = isSeen ? symbols : [first, second].find((one) => textOf(one) === textOf(symbols));
  if (!isSaid) return inDoubt(second);
  return isSaid.map((symbol) => ({ ...symbol, confidence: Math.max(AGREED, symbol.confidence) }));
}

const inDoubt = (symbols: readonly InkSymbol[]) =>
  symbols.map((symbol) => ({ ...symbol, confidence: DISAGREED }));

/** So often a few characters are put side by side. */
const TIMES = 3;
const BLANK = /^\s*$/;

/** A picture three times side by side: networks read a few characters by those about them, and alone they take 人 for 炭. */
function thrice({ width, height, grey }: GreyPicture): GreyPicture {
  const row = blank(TIMES * width, height);
  for (let y = 0; y < height; y++) {
    const line = grey.subarray(y * width, (y + 1) * width);
    for (let i = 0; i < TIMES; i++) row.grey.set(line, (y * TIMES + i) * width);
  }
  return row;
}

/**
 * The characters that two of the three are read as, one behind the other; null where all differ. A network that reads them
 * as one does not say where each begins, so they are parted by how many there are.
 */
function agreedOf(symbols: readonly ReadSymbol[], width: number): readonly ReadSymbol[] | null {
  const inked = symbols.filter(({ text }) => !BLANK.test(text));
  const count = Math.round(inked.length / TIMES);
  const parts = Array.from({ length: TIMES }, (_, i) =>
    inked.slice(i * count, (i + 1) * count).map((symbol) => ({
      ...symbol,
      x0: symbol.x0 - i * width,
      x1: symbol.x1 - i * width,
    })),
  );
  const said = parts.map(textOf);
  const most = said.findIndex((text, i) => text !== '' && said.indexOf(text, i + 1) > i);
  return parts[most] ?? null;
}
