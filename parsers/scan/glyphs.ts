import type { Glyph } from '../pdf/page.ts';
import { emOfSymbols, type InkSymbol } from './symbols.ts';

/** A line as read, with its characters' places in pixels. */
export type ReadLine = { readonly symbols: readonly InkSymbol[]; readonly down: boolean };

/** Lines whose ems are within this share of one another are set in one size. */
const SAME_SIZE = 1.12;

/**
 * The characters of a page as a PDF's text would give them: em boxes that do not overlap, one size for all lines of a class.
 * @param points points to a pixel
 * @param fallback em of lines that do not tell, in pixels
 */
export function glyphsOf(
  lines: readonly ReadLine[],
  page: number,
  points: number,
  fallback: number,
): Glyph[] {
  const ems = lines.map(({ symbols }) => emOfSymbols(symbols));
  const sizes = classes(ems, lines);
  return lines.flatMap(({ symbols, down }, i) => {
    const em = asSet(sizes.get(ems[i] ?? 0) ?? fallback, points);
    return (down ? stacked(symbols, em) : inRow(symbols, em)).map(
      ({ text, confidence, x0, y0, x1, y1 }) => ({
        text,
        confidence,
        x0: x0 * points,
        y0: y0 * points,
        x1: x1 * points,
        y1: y1 * points,
        size: em * points,
        page,
      }),
    );
  });
}

/** Type is set in whole and half points. */
const STEP = 0.5;
const asSet = (em: number, points: number) => (Math.round((em * points) / STEP) * STEP) / points;

/** The size of its class for every em. */
function classes(
  ems: readonly (number | null)[],
  lines: readonly ReadLine[],
): ReadonlyMap<number, number> {
  const told = ems
    .flatMap((em, i) => (em === null ? [] : [{ em, weight: lines[i]?.symbols.length ?? 0 }]))
    .sort((a, b) => a.em - b.em);
  const sizes = new Map<number, number>();
  for (let from = 0; from < told.length; ) {
    let to = from + 1;
    while (to < told.length && (told[to]?.em ?? 0) <= SAME_SIZE * (told[to - 1]?.em ?? 0)) {
      if ((told[to]?.em ?? 0) > SAME_SIZE * SAME_SIZE * (told[from]?.em ?? 0)) break;
      to++;
    }
    const group = told.slice(from, to);
    const half = group.reduce((sum, { weight }) => sum + weight, 0) / 2;
    let seen = 0;
    const middle = group.find(({ weight }) => {
      seen += weight;
      return seen >= half;
    });
    for (const { em } of group) sizes.set(em, middle?.em ?? em);
    from = to;
  }
  return sizes;
}

/** Characters one beside the other: boxes as high as an em, that meet where no space was left. */
function inRow(symbols: readonly InkSymbol[], em: number): InkSymbol[] {
  if (symbols.length === 0) return [];
  const tall = symbols.filter(({ y0, y1 }) => y1 - y0 > 0.4 * em);
  const some = tall.length > 0 ? tall : symbols;
  const top = Math.min(...some.map(({ y0 }) => y0));
  const bottom = Math.max(...some.map(({ y1 }) => y1));
  const middle = (top + bottom) / 2;
  const boxes = symbols.map((symbol) => ({ ...symbol, y0: middle - em / 2, y1: middle + em / 2 }));
  boxes.forEach((box, i) => {
    const before = boxes[i - 1];
    if (!before || isSpace(symbols, i, em)) return;
    const meet = (before.x1 + box.x0) / 2;
    before.x1 = meet;
    box.x0 = meet;
  });
  return boxes;
}

const NARROW = /^[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]$/;
/** White that wide (ems) is a space … */
const SPACE = 0.75;
/** … between digits and letters, which may be set wide, already this … */
const NARROW_SPACE = 0.45;
/** … if their middles are this many times as far apart as others of the number or word … */
const PITCHES = 1.4;
/** … or, where there are no others, so many ems. */
const MAX_PITCH = 1.3;

/** Whether a space was left before a character. */
function isSpace(symbols: readonly InkSymbol[], i: number, em: number): boolean {
  const gap = (symbols[i] as InkSymbol).x0 - (symbols[i - 1] as InkSymbol).x1;
  const own = pitchBefore(symbols, i);
  if (own === null || gap < NARROW_SPACE * em) return gap > SPACE * em;
  const others = [pitchBefore(symbols, i - 1), pitchBefore(symbols, i + 1)];
  const known = others.filter((one) => one !== null);
  return own > (known.length > 0 ? PITCHES * Math.min(...known) : MAX_PITCH * em);
}

/** How far apart the middles of two digits or letters are; null where one is neither. */
function pitchBefore(symbols: readonly InkSymbol[], i: number): number | null {
  const [a, b] = [symbols[i - 1], symbols[i]];
  if (!a || !b || !NARROW.test(a.text) || !NARROW.test(b.text)) return null;
  return (b.x0 + b.x1 - a.x0 - a.x1) / 2;
}

/** Characters one below the other, each as large as an em. */
function stacked(symbols: readonly InkSymbol[], em: number): InkSymbol[] {
  return symbols.map((symbol) => {
    const [x, y] = [(symbol.x0 + symbol.x1) / 2, (symbol.y0 + symbol.y1) / 2];
    const half = Math.min(em, Math.max(symbol.x1 - symbol.x0, symbol.y1 - symbol.y0) * 1.1) / 2;
    return { ...symbol, x0: x - half, x1: x + half, y0: y - half, y1: y + half };
  });
}
