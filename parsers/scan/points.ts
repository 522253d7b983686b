import type { PixelBox } from './picture.ts';
import type { InkSymbol } from './symbols.ts';

const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー「」『』（）()、。・①-⑳]/u;
/** What networks make of dirt, or of a comma of Japanese. */
const STRAY = /^[.,'`~/]$/;
/** Smaller ink (ems) is dirt. */
const MIN_INK = 0.14;
/** A comma or full stop of Japanese is no larger. */
const MAX_INK = 0.5;

const CLOSING = new Map([
  ['【', '】'],
  ['〔', '〕'],
]);
const LETTER = /[\p{Script=Han}\p{Script=Hiragana}]/u;
/** What networks make of a bracket that closes. */
const CLOSES = /^[)）\]］J〉]$/;

/**
 * The brackets of a line as they go together: one that closes it is of the kind that opened, and one that opens behind a
 * letter and is closed nowhere on the line is the く that looks like it.
 */
export function withBrackets(symbols: readonly InkSymbol[]): InkSymbol[] {
  const last = symbols.length - 1;
  const from = symbols.findLastIndex(({ text }) => CLOSING.has(text));
  const closing = CLOSING.get(symbols[from]?.text ?? '');
  const inside = symbols.slice(from + 1).map(({ text }) => text);
  const isOpen =
    closing !== undefined &&
    !inside.includes(closing) &&
    inside.slice(0, -1).every((text) => !/[（(]/.test(text));
  const isClosed = symbols.some(({ text }) => text === '〉');
  return symbols.map((symbol, i) => {
    if (isOpen && i === last && CLOSES.test(symbol.text)) return { ...symbol, text: closing };
    const isKu = symbol.text === '〈' && !isClosed && LETTER.test(symbols[i - 1]?.text ?? '');
    return isKu ? { ...symbol, text: 'く' } : symbol;
  });
}

/** Points that stand between Japanese characters: a comma where there is ink for one, else nothing. */
export function withoutStray(symbols: readonly InkSymbol[], em: number): InkSymbol[] {
  return symbols.flatMap((symbol, i) => {
    const [before, behind] = [symbols[i - 1], symbols[i + 1]];
    const isAmong = (!before || JAPANESE.test(before.text)) && behind && JAPANESE.test(behind.text);
    if (!STRAY.test(symbol.text) || !isAmong) return [symbol];
    const isComma =
      before && /[\p{L}）)」』]/u.test(before.text) && largest(symbol) >= MIN_INK * em;
    return isComma && /[.,]/.test(symbol.text) ? [{ ...symbol, text: '、' }] : [];
  });
}

/** The comma or full stop that a network left out: small ink at the foot of a line; null for anything else. */
export function pointOf(ink: PixelBox, area: number, line: PixelBox, em: number): string | null {
  const size = largest(ink);
  if (size < MIN_INK * em || size > MAX_INK * em) return null;
  if ((ink.y0 + ink.y1) / 2 < line.y0 + 0.62 * (line.y1 - line.y0)) return null;
  const isHollow = area < 0.55 * (ink.x1 - ink.x0) * (ink.y1 - ink.y0);
  const isRound = Math.abs(ink.x1 - ink.x0 - (ink.y1 - ink.y0)) <= 0.12 * em;
  return isHollow && isRound ? '。' : '、';
}

const largest = ({ x0, y0, x1, y1 }: PixelBox) => Math.max(x1 - x0, y1 - y0);
