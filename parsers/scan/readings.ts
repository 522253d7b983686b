import type { Doubtful } from '../pdf/page.ts';
import type { GreyPicture } from '../pdf/raster.ts';
import { isAlone, readAlone } from './alone.ts';
import { cropOf } from './crop.ts';
import { withCrowded } from './crowded.ts';
import type { OcrEngine } from './engine.ts';
import { figureIn, isNumberOnly, numbersIn, placeOf, withPoints } from './figures.ts';
import { boxOf, type InkLine } from './lines.ts';
import type { PixelBox } from './picture.ts';
import { surerLetters } from './second.ts';
import { barOf, withShapes } from './shapes.ts';
import { type InkSymbol, onPage, type Placed, textOf } from './symbols.ts';
import { unreadIn } from './unread-ink.ts';

/** A number on which two networks do not agree, or of which a point may be a comma; or words of which none is sure. In pixels. */
export type Doubt = Pick<Doubtful, 'of' | 'candidates'> & { readonly box: PixelBox };

/** A line's characters, and what of it is in doubt. */
export type LineReading = {
  readonly symbols: readonly InkSymbol[];
  readonly doubts: readonly Doubt[];
};

/** Lines whose characters are smaller than this (pixels) are enlarged before they are read. */
const MIN_EM = 26;
/** A line is read again whose least sure character is below this. */
const DOUBT = 70;
/** What stays below this when it was read again is told. */
const UNSURE = 55;
/** Letters that the network is less sure of are read by another one, too. */
const SECOND = 94;
const LETTER = /\p{L}/u;
/** How a line is read: how much larger, and in which manner, or by the other network. */
type How = { readonly scale: number; readonly manner: 'line' | 'raw' | 'kanji' };
const FIRST: How = { scale: 1, manner: 'line' };
/** Further readings. */
const RETRIES: readonly How[] = [
  { scale: 2, manner: 'line' },
  { scale: 2, manner: 'raw' },
  { scale: 3, manner: 'line' },
];
/** A number may be taken for a word of so many letters. */
const MAX_MISTAKEN = 4;
/** Characters that no digit is taken for where they are as wide as they are made, and how wide that is at least (ems). */
const WIDE = /[\p{Script=Han}ぁ-んァ-ヶ]/u;
const MIN_WIDE = 0.55;
/** A line up to so many ems long is given to the other network as a whole. */
const SHORT = 9;

/** Reads a line, its numbers by two networks. */
export async function readLine(
  page: GreyPicture,
  line: InkLine,
  em: number,
  engine: OcrEngine,
): Promise<LineReading> {
  const bar = barOf(line, em);
  if (bar) return { symbols: [bar], doubts: [] };
  const read = reader(page, em, engine);
  const isShort = line.down || line.box.x1 - line.box.x0 <= SHORT * em;
  const best = await surest(await read(line, FIRST), line, read);
  const reading = isShort
    ? await shortLine(page, line, em, engine, best, read)
    : await longLine(page, line, em, engine, best.symbols);
  const unsure = unsureIn(
    line.down ? reading : { ...reading, symbols: withCrowded(reading.symbols) },
  );
  return unsure ? { ...reading, doubts: [...reading.doubts, unsure] } : reading;
}

type Read = (line: InkLine, how: How) => Promise<Placed>;

const reader =
  (page: GreyPicture, em: number, engine: OcrEngine): Read =>
  async (line, { scale, manner }) => {
    const crop = cropOf(page, line, scale * (em < MIN_EM ? 2 : 1));
    const seen =
      manner === 'kanji'
        ? await engine.kanji(crop.picture)
        : await engine.line(crop.picture, manner);
    const { symbols, faults } = onPage(seen, crop, line);
    const { y0, y1 } = line.box;
    return { symbols: withShapes(symbols, page, Math.max(em, y1 - y0)), faults };
  };

/** Characters beside a doubtful one that are read again with it. */
const BESIDE = 4;

/** What is in doubt read again, only the stretch of it where a line is long; whatever is surer stays. */
async function surest(first: Placed, line: InkLine, read: Read): Promise<Placed> {
  let best = await withKanji(first, line, read);
  for (const how of RETRIES.slice(0, 2)) {
    const doubt = doubtIn(best);
    if (!doubt) break;
    const { from, to } = doubt;
    const whole = line.down || (from === 0 && to === best.symbols.length);
    const part = whole ? line : between(line, best.symbols[from], best.symbols[to - 1]);
    const again = await read(part, how);
    const own = { symbols: best.symbols.slice(from, to), faults: whole ? best.faults : 0 };
    if (sureness(again) <= sureness(own)) continue;
    const symbols = best.symbols.toSpliced(from, to - from, ...again.symbols);
    best = { symbols, faults: best.faults - own.faults + again.faults };
  }
  return { ...best, symbols: best.symbols.map((one) => withDisagreement(one, first.symbols)) };
}

/** A line with a letter that the network is not sure of, read by the one that knows more kanji, too. */
async function withKanji(first: Placed, line: InkLine, read: Read): Promise<Placed> {
  const isDoubtful = first.symbols.some(
    ({ text, confidence }) => LETTER.test(text) && confidence < SECOND,
  );
  if (line.down || !isDoubtful) return first;
  const { symbols } = await read(line, { scale: 1, manner: 'kanji' });
  return { ...first, symbols: surerLetters(first.symbols, symbols) };
}

/** A character this sure stands though it was read otherwise before. */
const SURE = 90;

/** A character that two readings do not agree on, and of which the surer is not sure, is in doubt. */
function withDisagreement(symbol: InkSymbol, before: readonly InkSymbol[]): InkSymbol {
  const isSaid = before.some(
    ({ text, x0, x1 }) => text === symbol.text && x0 < symbol.x1 && x1 > symbol.x0,
  );
  const isSure = isSaid || symbol.confidence >= SURE;
  return isSure ? symbol : { ...symbol, confidence: Math.min(symbol.confidence, UNSURE - 1) };
}

/** A cell's line: read again until both networks say the same figure. */
async function shortLine(
  page: GreyPicture,
  line: InkLine,
  em: number,
  engine: OcrEngine,
  placed: Placed,
  again: Read,
): Promise<LineReading> {
  const seen = placed.symbols;
  const isNumber = /\d/.test(textOf(seen).normalize('NFKC'));
  const isShort = isAlone(line, em);
  if (
    !isNumber &&
    !isShort &&
    !doubtIn(placed) &&
    (seen.length > MAX_MISTAKEN || isWord(seen, em))
  ) {
    return { symbols: seen, doubts: [] };
  }
  const other = await engine.figure(cropOf(page, line, 1).picture);
  const figure = figureIn(other);
  const read = { first: seen, figure: other };
  const first = isShort && figure === '' ? await readAlone(page, line, read, engine) : seen;
  const text = textOf(first);
  if (figure === '' && figureIn(text) === '') return { symbols: first, doubts: [] };
  let symbols: readonly InkSymbol[] = first;
  // That neither sees a figure any more makes none of the one that was seen.
  for (const how of figure === '' ? [] : RETRIES) {
    if (figureIn(textOf(symbols)) === figure) break;
    symbols = (await again(line, how)).symbols;
  }
  let agreed = figureIn(textOf(symbols)) === figure;
  const isFigure = isNumberOnly(other);
  if (!agreed && (isFigure || isNumberOnly(text))) {
    const crop = cropOf(page, line, em < MIN_EM ? 2 : 1);
    const third = onPage(await engine.digits(crop.picture), crop, line).symbols;
    // Where one network sees no figure at all the two others are to see the same.
    agreed = figureIn(textOf(third)) === (isFigure ? figure : figureIn(text));
    symbols = isFigure ? third : first;
  }
  const { symbols: pointed, isSure } = withPoints(agreed ? symbols : first, em, other);
  if (agreed && isSure && !unreadIn(pointed, line, em)) return { symbols: pointed, doubts: [] };
  return {
    symbols: pointed,
    doubts: [{ of: 'number', box: line.box, candidates: [textOf(pointed), other] }],
  };
}

/** Several characters, each of Japanese and as wide as such. */
const isWord = (symbols: readonly InkSymbol[], em: number) =>
  symbols.length > 1 &&
  symbols.every(({ text, x0, x1 }) => WIDE.test(text) && x1 - x0 >= MIN_WIDE * em);

/** Running text: each of its numbers is read by the other network alone. */
async function longLine(
  page: GreyPicture,
  line: InkLine,
  em: number,
  engine: OcrEngine,
  symbols: readonly InkSymbol[],
): Promise<LineReading> {
  const mended = [...symbols];
  const doubts: Doubt[] = [];
  for (const number of numbersIn(symbols)) {
    const box = placeOf(symbols, number, line);
    const crop = cropOf(page, { box, pieces: [], down: false }, 1);
    const other = await engine.figure(crop.picture);
    const own = symbols.slice(number.from, number.to);
    const { symbols: pointed, isSure } = withPoints(own, em, other);
    pointed.forEach((symbol, i) => {
      mended[number.from + i] = symbol;
    });
    if (isSure && figureIn(textOf(own)) === figureIn(other)) continue;
    doubts.push({ of: 'number', box, candidates: [textOf(pointed), other] });
  }
  return { symbols: mended, doubts };
}

/** From the first to the last character that the engine is not sure of, and that is in no number in doubt. */
function unsureIn({ symbols, doubts }: LineReading): Doubt | null {
  const isTold = ({ x0, x1 }: PixelBox) => doubts.some(({ box }) => x0 < box.x1 && x1 > box.x0);
  const isUnsure = (symbol: InkSymbol) => symbol.confidence < UNSURE && !isTold(symbol);
  const from = symbols.findIndex(isUnsure);
  if (from < 0) return null;
  const words = symbols.slice(from, symbols.findLastIndex(isUnsure) + 1);
  return { of: 'words', box: boxOf(words), candidates: [textOf(words)] };
}

/** A fault of a reading weighs as much as so many points of its mean confidence. */
const FAULT = 8;
/** So much of a fault is none. */
const MAX_FAULT = 0.35;
/** More of a line than this is read again as a whole. */
const MAX_PART = 0.7;

/** Which characters are to be read again: all where ink or characters are missing; null for none. */
function doubtIn({ symbols, faults }: Placed): { from: number; to: number } | null {
  const all = { from: 0, to: symbols.length };
  if (symbols.length === 0 || faults > MAX_FAULT) return all;
  const isUnsure = ({ confidence }: InkSymbol) => confidence < DOUBT;
  const first = symbols.findIndex(isUnsure);
  if (first < 0) return null;
  const from = Math.max(0, first - BESIDE);
  const to = Math.min(symbols.length, symbols.findLastIndex(isUnsure) + 1 + BESIDE);
  return to - from > MAX_PART * symbols.length ? all : { from, to };
}

/** The part of a line from one character to another. */
function between(line: InkLine, first = line.box, last = line.box): InkLine {
  const [from, to] = [first.x0, last.x1];
  const pieces = line.pieces.filter(({ x0, x1 }) => x0 + x1 > 2 * from && x0 + x1 < 2 * to);
  return { ...line, pieces, box: { ...line.box, x0: from, x1: to } };
}

const sureness = ({ symbols, faults }: Placed) =>
  symbols.length === 0
    ? 0
    : symbols.reduce((sum, { confidence }) => sum + confidence, 0) / symbols.length -
      FAULT * faults;
