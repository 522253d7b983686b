import type { Box } from '../records/place.ts';
import type { Colour } from './colour.ts';

/** Stands for each character whose font does not say what it is. */
export const REPLACEMENT = '\ufffd';

/**
 * One drawn character. Coordinates are PDF points in the page's reading frame: origin top left, y down, lines
 * running to the right. The box is the character's em box (advance wide, font size high), which encloses its ink.
 */
export type Glyph = {
  readonly text: string;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly size: number;
  /** The font's name as the file has it: bold type is another font. */
  readonly font?: string;
  readonly page: number;
  /** A line runs through its middle (見え消し): printed, and taken back. */
  readonly struck?: true;
  /** Smaller than what it stands beside and raised: a note mark, never a digit of the figure before it. */
  readonly raised?: true;
  /** A ring is drawn around it: of several choices the one that was taken. */
  readonly ringed?: true;
  /** It stands in a round seal: received, approved. */
  readonly sealed?: true;
  /** Its colour, 0xrrggbb, where it is not black. */
  readonly ink?: number;
  /** Of one that was read from pixels: how sure the network was, from 0 to 100. */
  readonly confidence?: number;
};

/** An axis-parallel ruling line in the reading frame: x0 = x1 for a vertical one, y0 = y1 for a horizontal one. */
export type Rule = {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  /** As that of a glyph. */
  readonly ink?: number;
};

/** A filled rectangle too large to be a line, in the reading frame: a background. */
export type Fill = Rule & { readonly colour: Colour };

/**
 * A place of the reading frame where a number was read in more than one way, the first way as it is taken; or where words
 * were read without being sure of them.
 */
export type Doubtful = {
  readonly box: Box;
  readonly of: 'number' | 'words';
  readonly candidates: readonly string[];
};

/** A place of the reading frame that is taken otherwise than it was read. */
export type Repair = { readonly box: Box; readonly from: string; readonly to: string };

/** By how many degrees the displayed page is turned clockwise from its reading frame. */
export type Turn = 0 | 90 | 180 | 270;

/** What is on one page; sizes in points as displayed (after /Rotate), glyphs and rules in the reading frame. */
export type Page = {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly turn: Turn;
  /** By how many degrees the picture of the page was straightened: its lines fall that much to the right. */
  readonly skew?: number;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  /** Specks of ink too short to be a rule each; in a row they are a dotted one. */
  readonly dots: readonly Rule[];
  /** Backgrounds, in the order in which they were painted. */
  readonly fills: readonly Fill[];
  /** Characters whose font does not say what they are. */
  readonly unmapped: number;
};

/** A box of the reading frame as a box on the displayed page. */
export function displayed(
  page: Pick<Page, 'width' | 'height' | 'turn' | 'skew'>,
  straight: Box,
): Box {
  const { width, height } = page;
  const box = page.skew ? askew(page, straight, page.skew) : straight;
  const [x0, y0, x1, y1] = box;
  switch (page.turn) {
    case 0:
      return box;
    case 90:
      return [width - y1, x0, width - y0, x1];
    case 180:
      return [width - x1, height - y1, width - x0, height - y0];
    case 270:
      return [y0, height - x1, y1, height - x0];
  }
}

/** A box of a straightened page on the page as it was: around its corners, turned back about the middle. */
function askew(
  { width, height, turn }: Pick<Page, 'width' | 'height' | 'turn'>,
  box: Box,
  degrees: number,
): Box {
  const [cx, cy] = turn % 180 ? [height / 2, width / 2] : [width / 2, height / 2];
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const [x0, y0, x1, y1] = box;
  const corners = [x0, x1].flatMap((x) => [y0, y1].map((y): [number, number] => [x - cx, y - cy]));
  const xs = corners.map(([x, y]) => cx + x * cos - y * sin);
  const ys = corners.map(([x, y]) => cy + x * sin + y * cos);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
