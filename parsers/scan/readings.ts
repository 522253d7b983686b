import type { Picture } from '../pdf/raster.ts';
import { cropOf } from './crop.ts';
import type { OcrEngine } from './engine.ts';
import { figureIn, numbersIn, placeOf, withPoints } from './figures.ts';
import type { InkLine } from './lines.ts';
import type { PixelBox } from './picture.ts';
import { withShapes } from './shapes.ts';
import { type InkSymbol, onPage, type Placed } from './symbols.ts';

/** A number on which two networks do not agree, or of which a point may be a comma; in pixels. */
export type Doubt = { readonly box: PixelBox; readonly candidates: readonly string[] };

/** A line's characters, and what of it is in doubt. */
export type LineReading = {
  readonly symbols: readonly InkSymbol[];
  readonly doubts: readonly Doubt[];
};

/** Lines whose characters are smaller than this (pixels) are enlarged before they are read. */
const MIN_EM = 26;
/** A line is read again whose least sure character is below this. */
const DOUBT = 70;
/** Further readings: how much larger, and in which manner. */
const RETRIES = [
  { scale: 2, manner: 'line' },
  { scale: 2, manner: 'raw' },
  { scale: 3, manner: 'line' },
] as const;
/** A number may be taken for a word of so many letters. */
const MAX_MISTAKEN = 4;
/** A number and nothing else. */
const ALONE = /^[\d.,\s%]*\d[\d.,\s%]*$/;
/** A line up to so many ems long is given to the other network as a whole. */
const SHORT = 9;

/** Reads a line, its numbers by two networks. */
export async function readLine(
  page: Picture,
  line: InkLine,
  em: number,
  engine: OcrEngine,
): Promise<LineReading> {
  const bar = barOf(line, em);
  if (bar) return { symbols: [bar], doubts: [] };
  const read = reader(page, line, em, engine);
  let best = await read(1, 'line');
  for (const { scale, manner } of RETRIES.slice(0, 2)) {
    if (!isDoubtful(best)) break;
    const again = await read(scale, manner);
    if (sureness(again) > sureness(best)) best = again;
  }
  const isShort = line.down || line.box.x1 - line.box.x0 <= SHORT * em;
  return isShort
    ? await shortLine(page, line, em, engine, best, read)
    : await longLine(page, line, em, engine, best.symbols);
}

type Read = (scale: number, manner: 'line' | 'raw') => Promise<Placed>;

const reader =
  (page: Picture, line: InkLine, em: number, engine: OcrEngine): Read =>
  async (scale, manner) => {
    const crop = cropOf(page, line, scale * (em < MIN_EM ? 2 : 1));
    const { symbols, faults } = onPage(await engine.line(crop.picture, manner), crop, line);
    return { symbols: withShapes(symbols, page, em), faults };
  };

/** A cell's line: read again until both networks say the same figure. */
async function shortLine(
  page: Picture,
  line: InkLine,
  em: number,
  engine: OcrEngine,
  placed: Placed,
  read: Read,
): Promise<LineReading> {
  const first = placed.symbols;
  const text = textOf(first);
  const isNumber = /\d/.test(text.normalize('NFKC'));
  if (!isNumber && !isDoubtful(placed) && text.length > MAX_MISTAKEN) {
    return { symbols: first, doubts: [] };
  }
  const other = await engine.figure(cropOf(page, line, 1).picture);
  const figure = figureIn(other);
  if (figure === '' && figureIn(text) === '') return { symbols: first, doubts: [] };
  let symbols: readonly InkSymbol[] = first;
  for (const { scale, manner } of RETRIES) {
    if (figureIn(textOf(symbols)) === figure) break;
    symbols = (await read(scale, manner)).symbols;
  }
  if (figureIn(textOf(symbols)) !== figure && ALONE.test(other.normalize('NFKC').trim())) {
    const crop = cropOf(page, line, em < MIN_EM ? 2 : 1);
    symbols = onPage(await engine.digits(crop.picture), crop, line).symbols;
  }
  const agreed = figureIn(textOf(symbols)) === figure;
  const { symbols: pointed, isSure } = withPoints(agreed ? symbols : first, em, other);
  if (agreed && isSure) return { symbols: pointed, doubts: [] };
  return { symbols: pointed, doubts: [{ box: line.box, candidates: [textOf(pointed), other] }] };
}

/** Running text: each of its numbers is read by the other network alone. */
async function longLine(
  page: Picture,
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
    doubts.push({ box, candidates: [textOf(pointed), other] });
  }
  return { symbols: mended, doubts };
}

const textOf = (symbols: readonly { readonly text: string }[]) =>
  symbols.map(({ text }) => text).join('');

/** A fault of a reading weighs as much as so many points of its mean confidence. */
const FAULT = 8;
/** So much of a fault is none. */
const MAX_FAULT = 0.35;

const isDoubtful = ({ symbols, faults }: Placed) =>
  symbols.length === 0 ||
  faults > MAX_FAULT ||
  symbols.some(({ confidence }) => confidence < DOUBT);

const sureness = ({ symbols, faults }: Placed) =>
  symbols.length === 0
    ? 0
    : symbols.reduce((sum, { confidence }) => sum + confidence, 0) / symbols.length -
      FAULT * faults;

/** A line that is nothing but a stroke is a dash, whatever an engine makes of it. */
function barOf({ box, pieces }: InkLine, em: number): InkSymbol | null {
  const [width, height] = [box.x1 - box.x0, box.y1 - box.y0];
  const solid = pieces.reduce((sum, { area }) => sum + area, 0);
  const isBar =
    height < 0.22 * em && width > 2.5 * height && width < 2.2 * em && solid > 0.6 * width * height;
  return isBar ? { text: '—', confidence: 100, ...box } : null;
}
