import type { GreyPicture } from '../pdf/raster.ts';
import type { Component } from './components.ts';
import { boxOf, type InkLine } from './lines.ts';
import type { PixelBox } from './picture.ts';
import type { LineReading } from './readings.ts';
import type { InkSymbol } from './symbols.ts';

/** A box to tick is so large (ems), and no more than so much wider than high. */
const LEAST = 0.5;
const MOST = 1.15;
const MAX_OFF_SQUARE = 0.12;
/** So much of each side of a box is ink, this near to its edge (pixels). */
const SIDE = 0.8;
const EDGE = 2;
/** Within, all but so much is ink, or only so much is. */
const MAX_ELSE = 0.02;
/** Ink of thin strokes is at most this light, that of a filled box this. */
const THIN = 175;
const FULL = 110;

/**
 * A line with boxes to tick, read as what stands between them: networks take boxes for 口, ■ for any kanji, and what stands
 * beside them for something else. A single empty box that does not begin the line may be 口.
 */
export async function readBoxed(
  page: GreyPicture,
  line: InkLine,
  em: number,
  read: (line: InkLine) => Promise<LineReading>,
): Promise<LineReading> {
  const boxes = line.down ? [] : boxesIn(page, line, em);
  if (boxes.length === 0) return read(line);
  const ends = [line.box.x0, ...boxes.map(({ x1 }) => x1)];
  const readings = await Promise.all(
    ends.flatMap((from, i) => {
      const to = boxes[i]?.x0 ?? line.box.x1;
      const pieces = line.pieces.filter(({ x0, x1 }) => x0 + x1 > 2 * from && x0 + x1 < 2 * to);
      return pieces.length > 0 ? [read({ box: boxOf(pieces), pieces, down: false })] : [];
    }),
  );
  const symbols = [...boxes, ...readings.flatMap((reading) => reading.symbols)];
  return {
    symbols: symbols.sort((a, b) => a.x0 - b.x0),
    doubts: readings.flatMap(({ doubts }) => doubts),
  };
}

function boxesIn(page: GreyPicture, { pieces, box }: InkLine, em: number): InkSymbol[] {
  const found = pieces
    .filter((piece) => isSquare(piece, em))
    .flatMap(({ x0, y0, x1, y1 }): InkSymbol[] => {
      const text = tickIn(page, { x0, y0, x1, y1 });
      return text ? [{ text, confidence: 100, x0, y0, x1, y1 }] : [];
    })
    .sort((a, b) => a.x0 - b.x0);
  const [first, ...others] = found;
  const isOne = first && others.length === 0 && first.text === '□' && first.x0 > box.x0;
  return isOne ? [] : found;
}

function isSquare({ x0, y0, x1, y1 }: Component, em: number): boolean {
  const [width, height] = [x1 - x0, y1 - y0];
  const size = Math.max(width, height);
  return size >= LEAST * em && size <= MOST * em && Math.abs(width - height) <= MAX_OFF_SQUARE * em;
}

/** Ink along each side, and all or nothing within. */
function tickIn(page: GreyPicture, box: PixelBox): '■' | '□' | null {
  const { x0, y0, x1, y1 } = box;
  const near = Array.from({ length: EDGE }, (_, i) => i);
  const row = (y: number) => inkIn(page, { x0, x1, y0: y, y1: y + 1 }, THIN);
  const column = (x: number) => inkIn(page, { x0: x, x1: x + 1, y0, y1 }, THIN);
  const sides = [
    near.map((i) => row(y0 + i)),
    near.map((i) => row(y1 - 1 - i)),
    near.map((i) => column(x0 + i)),
    near.map((i) => column(x1 - 1 - i)),
  ];
  if (!sides.every((side) => Math.max(...side) >= SIDE)) return null;
  const [dx, dy] = [Math.round((x1 - x0) / 4), Math.round((y1 - y0) / 4)];
  const within = { x0: x0 + dx, x1: x1 - dx, y0: y0 + dy, y1: y1 - dy };
  if (inkIn(page, within, FULL) >= 1 - MAX_ELSE) return '■';
  return inkIn(page, within, THIN) <= MAX_ELSE ? '□' : null;
}

/** Which share of a box is ink. */
function inkIn({ width, grey }: GreyPicture, { x0, y0, x1, y1 }: PixelBox, light: number): number {
  let ink = 0;
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) if ((grey[y * width + x] as number) <= light) ink++;
  }
  return ink / ((x1 - x0) * (y1 - y0));
}
