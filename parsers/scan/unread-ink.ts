import type { InkLine } from './lines.ts';
import type { PixelBox } from './picture.ts';
import type { InkSymbol } from './symbols.ts';

/** Ink is a character of its own from this size on (ems) … */
const MIN_SIZE = 0.22;
/** … and if it is no thinner than this: less is what was left of a rule. */
const MIN_THICKNESS = 0.15;
/** Letters that are in one piece. */
const IN_ONE_PIECE = /[A-HK-Za-hk-zａ-ｈｋ-ｚ]/;

/**
 * Ink as large as a character that none of those read accounts for: where none lies, and beside the ink of a letter that has
 * one piece, as a raised 2 above an m. Two networks may overlook it alike.
 * @param em of the page, in pixels
 */
export function unreadIn(symbols: readonly InkSymbol[], { pieces }: InkLine, em: number): boolean {
  const sizeable = pieces.filter(({ x0, y0, x1, y1 }) => {
    const [width, height] = [x1 - x0, y1 - y0];
    return (
      Math.max(width, height) >= MIN_SIZE * em && Math.min(width, height) >= MIN_THICKNESS * em
    );
  });
  const own = Map.groupBy(sizeable, (piece) => symbols.find((symbol) => isIn(piece, symbol)));
  return [...own].some(
    ([symbol, inks]) => !symbol || (inks.length > 1 && IN_ONE_PIECE.test(symbol.text)),
  );
}

/** Whether the middle of ink is within a character. */
const isIn = (ink: PixelBox, { x0, x1 }: PixelBox) =>
  ink.x0 + ink.x1 >= 2 * x0 && ink.x0 + ink.x1 <= 2 * x1;
