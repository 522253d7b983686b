import type { Crop } from './crop.ts';
import type { ReadSymbol } from './engine.ts';
import type { InkLine } from './lines.ts';
import type { PixelBox } from './picture.ts';
import { pointOf, withBrackets, withoutStray } from './points.ts';
import { inkOfSymbols } from './slots.ts';

/** A character with the box around its own ink, in pixels of the page. */
export type InkSymbol = PixelBox & { readonly text: string; readonly confidence: number };

/** Characters with their ink; `faults` counts those that had none, and ems of ink that none has. */
export type Placed = { readonly symbols: readonly InkSymbol[]; readonly faults: number };

/** What an engine makes of white. */
const BLANK = /^[\s_]*$/;

/** The characters of a line on the page, each with ink of its own. */
export function onPage(symbols: readonly ReadSymbol[], crop: Crop, line: InkLine): Placed {
  const inked = symbols.filter(({ text }) => !BLANK.test(text));
  if (line.down) return { symbols: inPlace(inked, crop, line), faults: 0 };
  const [part] = crop.parts;
  const shift = part ? part.box.x0 - part.at : 0;
  const seen = inked.map(({ text, x0, x1, confidence }) => ({
    text,
    confidence,
    middle: (x0 + x1) / 2 / crop.scale + shift,
  }));
  const slots = inkOfSymbols(seen, line);
  const read = inked.flatMap(({ text, confidence }, i): InkSymbol[] => {
    const slot = slots[i];
    if (!slot) return [];
    const [x0, x1] = slot;
    return [{ text, confidence, x0, x1, ...heightWithin(line, x0, x1) }];
  });
  const dropped = inked.length - read.length;
  const em = line.box.y1 - line.box.y0;
  const faults = dropped + unreadInk(read, line) / em;
  const points = missedPoints(read, line);
  const whole = points.length > 0 ? [...read, ...points].sort((a, b) => a.x0 - b.x0) : read;
  return { symbols: withBrackets(withoutStray(whole, em)), faults };
}

/** How much ink, in pixels along the line, no character has. */
function unreadInk(read: readonly InkSymbol[], { pieces }: InkLine): number {
  return pieces.reduce((sum, piece) => {
    const isRead = read.some(({ x0, x1 }) => piece.x0 < x1 && piece.x1 > x0);
    return isRead ? sum : sum + piece.x1 - piece.x0;
  }, 0);
}

/** Commas and full stops that no character of the engine's has the ink of. */
function missedPoints(read: readonly InkSymbol[], { pieces, box }: InkLine): InkSymbol[] {
  const em = box.y1 - box.y0;
  return pieces.flatMap((piece): InkSymbol[] => {
    const isRead = read.some(({ x0, x1 }) => piece.x0 < x1 && piece.x1 > x0);
    const text = isRead ? null : pointOf(piece, piece.area, box, em);
    const { x0, y0, x1, y1 } = piece;
    return text && read.some((symbol) => symbol.x1 <= x0)
      ? [{ text, confidence: 75, x0, y0, x1, y1 }]
      : [];
  });
}

/** How high the ink of a stretch of a line is. */
function heightWithin({ pieces, box }: InkLine, from: number, to: number) {
  let [y0, y1] = [Infinity, -Infinity];
  for (const piece of pieces) {
    if (Math.min(piece.x1, to) - Math.max(piece.x0, from) < 0.5 * (piece.x1 - piece.x0)) continue;
    y0 = Math.min(y0, piece.y0);
    y1 = Math.max(y1, piece.y1);
  }
  return y0 < y1 ? { y0, y1 } : { y0: box.y0, y1: box.y1 };
}

/** Each character of a column is a part of the crop. */
function inPlace(symbols: readonly ReadSymbol[], { parts, scale }: Crop, line: InkLine) {
  return symbols.map(({ text, confidence, x0, x1 }): InkSymbol => {
    const at = (x0 + x1) / 2 / scale;
    const part = parts.findLast((one) => one.at <= at) ?? parts[0];
    return { text, confidence, ...(part?.box ?? line.box) };
  });
}

const KANJI = /\p{Script=Han}/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const UPRIGHT = /[0-9A-Z]/;
/** Share of an em that the ink of such a character takes. */
const INK = { kanji: 0.92, kana: 0.82, upright: 0.72 };

/** The em of a line by its characters, in pixels: by their distances, else by their ink; null where none tells. */
export function emOfSymbols(symbols: readonly InkSymbol[]): number | null {
  const byInk = emOfInk(symbols);
  const byPitch = byInk === null ? null : pitchOf(symbols, byInk);
  return byPitch ?? byInk;
}

const FULL = /[\p{Script=Han}ぁ-んァ-ヶ]/u;
/** Distances of so many pairs of neighbours tell the em better than their ink does … */
const MIN_PAIRS = 6;
/** … unless the two differ by more than this share: letters that are set apart or narrowed. */
const MAX_OFF = 0.12;

function pitchOf(symbols: readonly InkSymbol[], em: number): number | null {
  let [sum, pairs] = [0, 0];
  symbols.slice(1).forEach((symbol, i) => {
    const before = symbols[i] as InkSymbol;
    if (!FULL.test(symbol.text) || !FULL.test(before.text)) return;
    const pitch = (symbol.x0 + symbol.x1 - before.x0 - before.x1) / 2;
    if (pitch < 0.7 * em || pitch > 1.35 * em) return;
    sum += pitch;
    pairs++;
  });
  const mean = sum / pairs;
  return pairs >= MIN_PAIRS && Math.abs(mean - em) <= MAX_OFF * em ? mean : null;
}

function emOfInk(symbols: readonly InkSymbol[]): number | null {
  const sizes = (kind: RegExp, share: number, extent: (box: PixelBox) => number) =>
    symbols.filter(({ text }) => kind.test(text)).map((symbol) => extent(symbol) / share);
  const larger = ({ x0, y0, x1, y1 }: PixelBox) => Math.max(x1 - x0, y1 - y0);
  const kanji = sizes(KANJI, INK.kanji, larger);
  if (kanji.length > 0) return upper(kanji);
  const kana = sizes(KANA, INK.kana, larger);
  if (kana.length > 1) return upper(kana);
  const digits = sizes(UPRIGHT, INK.upright, ({ y0, y1 }) => y1 - y0);
  return digits.length > 0 ? upper(digits) : null;
}

/** Some characters are smaller than most, few larger. */
function upper(sizes: number[]): number {
  sizes.sort((a, b) => a - b);
  return sizes[Math.floor(0.7 * sizes.length)] as number;
}

type Texts = readonly { readonly text: string }[];

export const textsOf = (symbols: Texts): string[] => symbols.map(({ text }) => text);

export const textOf = (symbols: Texts): string => textsOf(symbols).join('');
