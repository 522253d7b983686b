import type { GreyPicture } from '../pdf/raster.ts';
import type { InkLine } from './lines.ts';
import type { PixelBox } from './picture.ts';
import type { InkSymbol } from './symbols.ts';

/** What networks make of strokes that lie. */
const LYING = /^[ー一へつっ~〜～\-−–—>)）→]$/;
/** Ink is at most this light. */
const INK = 150;

/** A line of nothing else is one dash, which networks take for several. */
const STROKE = /^[ー一\-−–—―－]$/;
/** A colon is at least this high (ems), and so much higher than wide. */
const MIN_COLON = 0.35;
const SLENDER = 1.8;

/**
 * Waves, arrows and colons by their shape: few networks know them, and take them for letters that lie as they do, a wave for
 * two, a colon for a point.
 */
export function withShapes(
  symbols: readonly InkSymbol[],
  page: GreyPicture,
  em: number,
): InkSymbol[] {
  const [first, last] = [symbols[0], symbols.at(-1)];
  if (first && last && first !== last && symbols.every(({ text }) => STROKE.test(text))) {
    return [{ ...lower(first, last), text: '—', x0: first.x0, x1: last.x1 }];
  }
  const shaped: InkSymbol[] = [];
  for (let i = 0; i < symbols.length; i++) {
    const symbol = symbols[i] as InkSymbol;
    const next = symbols[i + 1];
    const both = next && isLying(symbol) && isLying(next) && next.x0 <= symbol.x1;
    const joined = both ? { ...lower(symbol, next), x0: symbol.x0, x1: next.x1 } : null;
    if (joined && isWave(joined, page, em)) {
      shaped.push({ ...joined, text: '～' });
      i++;
    } else shaped.push({ ...symbol, text: shapeOf(symbol, page, em) });
  }
  return shaped;
}

const isLying = ({ text }: InkSymbol) => LYING.test(text);
const lower = (a: InkSymbol, b: InkSymbol) => (b.y1 - b.y0 < a.y1 - a.y0 ? b : a);

function shapeOf(symbol: InkSymbol, page: GreyPicture, em: number): string {
  if (isColon(symbol, em)) return '：';
  if (!isLying(symbol)) return symbol.text;
  if (isWave(symbol, page, em)) return '～';
  return isArrow(symbol, page, em) ? '→' : symbol.text;
}

/** Two points one above the other, which networks take for one in the middle. */
function isColon({ text, x0, x1, y0, y1 }: InkSymbol, em: number): boolean {
  const height = y1 - y0;
  return /[・·･]/.test(text) && height >= MIN_COLON * em && height >= SLENDER * (x1 - x0);
}

/** Low, as wide as a character, its left half high and its right half low. */
function isWave(box: PixelBox, page: GreyPicture, em: number): boolean {
  const [width, height] = [box.x1 - box.x0, box.y1 - box.y0];
  if (width < 0.5 * em || height < 0.12 * em || height > 0.36 * em) return false;
  const middle = (box.y0 + box.y1 - 1) / 2;
  const left = middleOf(page, box, 0.1, 0.45);
  const right = middleOf(page, box, 0.55, 0.9);
  return left < middle - 0.08 * height && right > middle + 0.08 * height;
}

/** A stroke with a head at its right end. */
function isArrow(box: PixelBox, page: GreyPicture, em: number): boolean {
  const [width, height] = [box.x1 - box.x0, box.y1 - box.y0];
  if (width < 0.6 * em || height < 0.2 * em || height > 0.8 * em || height > width) return false;
  const tail = heightOf(page, box, 0.05, 0.5);
  const head = heightOf(page, box, 0.6, 1);
  return tail <= 0.16 * em && head >= 0.8 * height && longestRow(page, box) >= 0.7 * width;
}

const at = (box: PixelBox, share: number) => box.x0 + Math.round(share * (box.x1 - box.x0));
const isInk = ({ width, grey }: GreyPicture, x: number, y: number) =>
  (grey[y * width + x] as number) <= INK;

/** The mean height of the ink in a part of a box. */
function middleOf(page: GreyPicture, box: PixelBox, from: number, to: number): number {
  let [sum, count] = [0, 0];
  for (let y = box.y0; y < box.y1; y++) {
    for (let x = at(box, from); x < at(box, to); x++) {
      if (!isInk(page, x, y)) continue;
      sum += y;
      count++;
    }
  }
  return count > 0 ? sum / count : (box.y0 + box.y1 - 1) / 2;
}

/** From the highest to the lowest ink in a part of a box. */
function heightOf(page: GreyPicture, box: PixelBox, from: number, to: number): number {
  let [top, bottom] = [Infinity, -1];
  for (let y = box.y0; y < box.y1; y++) {
    for (let x = at(box, from); x < at(box, to); x++) {
      if (!isInk(page, x, y)) continue;
      top = Math.min(top, y);
      bottom = y;
    }
  }
  return Math.max(0, bottom + 1 - top);
}

function longestRow(page: GreyPicture, box: PixelBox): number {
  let longest = 0;
  for (let y = box.y0; y < box.y1; y++) {
    let run = 0;
    for (let x = box.x0; x < box.x1; x++) {
      run = isInk(page, x, y) ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
  }
  return longest;
}

/** A line that is nothing but a stroke is a dash, whatever an engine makes of it. */
export function barOf({ box, pieces }: InkLine, em: number): InkSymbol | null {
  const [width, height] = [box.x1 - box.x0, box.y1 - box.y0];
  const solid = pieces.reduce((sum, { area }) => sum + area, 0);
  const isBar =
    height < 0.22 * em && width > 2.5 * height && width < 2.2 * em && solid > 0.45 * width * height;
  return isBar ? { text: '—', confidence: 100, ...box } : null;
}
