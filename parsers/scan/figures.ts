import type { InkLine } from './lines.ts';
import type { PixelBox } from './picture.ts';
import { emOfSymbols, type InkSymbol } from './symbols.ts';

/** Characters of a number. */
const PART = /[0-9０-９.,．，]/;
const DIGIT = /[0-9０-９]/;
const POINT = /^[.,．，、。]$/;

/** What makes two readings of a figure the same: its digits, and where a point or comma stands. */
export function figureIn(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[、。]/g, ',')
    .replaceAll(/\s+/g, '')
    .replaceAll(/[^0-9.,]/g, ' ')
    .replaceAll(/,/g, '.')
    .replaceAll(/(?<!\d)\.|\.(?!\d)/g, ' ')
    .trim()
    .replaceAll(/\s+/g, ' ');
}

/** A number and nothing else. */
const ALONE = /^[\d.,\s%]*\d[\d.,\s%]*$/;

export const isNumberOnly = (text: string) => ALONE.test(text.normalize('NFKC').trim());

/** Stretches of a line that are numbers: from the first symbol to the one behind the last. */
export function numbersIn(symbols: readonly InkSymbol[]): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (let i = 0; i < symbols.length; i++) {
    if (!DIGIT.test(symbols[i]?.text ?? '')) continue;
    const from = i;
    while (i + 1 < symbols.length && PART.test(symbols[i + 1]?.text ?? '')) i++;
    while (!DIGIT.test(symbols[i]?.text ?? '')) i--;
    found.push({ from, to: i + 1 });
  }
  return found;
}

/** What is this near to a character (pixels) is still of its ink. */
const APART = 4;

/** Where a number stands, and all ink around it that no character beside it has. */
export function placeOf(
  symbols: readonly InkSymbol[],
  { from, to }: { from: number; to: number },
  { box }: InkLine,
): PixelBox {
  const [first, last] = [symbols[from] as InkSymbol, symbols[to - 1] as InkSymbol];
  const [before, behind] = [symbols[from - 1], symbols[to]];
  return {
    ...box,
    x0: before ? Math.min(first.x0, before.x1 + APART) : box.x0,
    x1: behind ? Math.max(last.x1, behind.x0 - APART) : box.x1,
  };
}

/** A comma is this much higher than wide and … */
const COMMA_SLENDER = 1.45;
/** … at least this high (ems); a point is at most this high. */
const MIN_COMMA = 0.17;
const MAX_POINT = 0.15;

/**
 * Points and commas between digits by the shape of their ink, since a network that knows sentences takes one for the other;
 * by what another network read, and by whether three digits follow: two of these three. A point before three digits is
 * never sure: in small print both the shape and the network may be wrong of a comma.
 */
export function withPoints(
  symbols: readonly InkSymbol[],
  em: number,
  other: string,
): { symbols: InkSymbol[]; isSure: boolean } {
  const others = [...other.normalize('NFKC').replaceAll('、', ',')].filter((c) => /[.,]/.test(c));
  let nth = 0;
  let isSure = true;
  const own = Math.min(em, emOfSymbols(symbols) ?? em);
  const pointed = symbols.map((symbol, i) => {
    const between =
      DIGIT.test(symbols[i - 1]?.text ?? '') && DIGIT.test(symbols[i + 1]?.text ?? '');
    if (!between || !POINT.test(symbol.text)) return symbol;
    const seen = others[nth++];
    const shape = shapeOf(symbol, own);
    const grouped = isGrouped(symbols, i);
    const votes = [shape, seen, grouped ? ',' : '.'];
    const commas = votes.filter((vote) => vote === ',').length;
    const points = votes.filter((vote) => vote === '.').length;
    const isPoint = points >= commas;
    if (
      Math.max(commas, points) < 2 ||
      (shape && seen && shape !== seen && shape === ',') ||
      (isPoint && grouped)
    ) {
      isSure = false;
    }
    return { ...symbol, text: isPoint ? '.' : ',' };
  });
  return { symbols: pointed, isSure };
}

function shapeOf({ x0, x1, y0, y1 }: PixelBox, em: number): ',' | '.' | null {
  const [width, height] = [x1 - x0, y1 - y0];
  if (height > 0.5 * em) return null;
  if (height >= MIN_COMMA * em && height >= COMMA_SLENDER * width) return ',';
  if (height <= MAX_POINT * em || height <= 1.1 * width) return '.';
  return null;
}

/** Whether exactly three digits follow, and no lone 0 stands before: a comma may stand here. */
function isGrouped(symbols: readonly InkSymbol[], i: number): boolean {
  const isZero =
    /^[0０]$/.test(symbols[i - 1]?.text ?? '') && !PART.test(symbols[i - 2]?.text ?? '');
  if (isZero) return false;
  const behind = symbols.slice(i + 1).findIndex(({ text }) => !DIGIT.test(text));
  return (behind < 0 ? symbols.length - i - 1 : behind) === 3;
}
