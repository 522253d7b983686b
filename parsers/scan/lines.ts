import type { Component } from './components.ts';
import type { PixelBox } from './picture.ts';

/** A printed line, or a part of one that stands apart: the ink of it. `down`: its characters stand one below the other. */
export type InkLine = {
  readonly box: PixelBox;
  readonly pieces: readonly Component[];
  readonly down: boolean;
};

/** Ink smaller than this share of an em is a part of a character, a point, or dirt: no line is made of it. */
const MIN_INK = 0.28;
/** A point belongs to a line that it is no further from than this (ems). */
const REACH = 0.4;
/** How much nearer what stands on the same line is than what stands below it. */
const ASIDE = 0.35;
/** A band this low (ems) may be a stroke of the character above or below. */
const STROKE = 0.38;
/** Bands up to this high together (ems) are one line of characters in strokes: 二, 三, 言. */
const MAX_LINE = 1.2;
/** White this wide (ems) parts what stands on one line. */
const GAP = 1.8;
/** A column of single characters is no wider (ems). */
const MAX_COLUMN = 1.35;

/**
 * The lines of a region, from its ink: white across parts lines, white down parts columns, in turn until nothing parts
 * (recursive X-Y cut; G. Nagy and S. Seth, 1984).
 * @param em how large a character of the page is, in pixels
 */
export function linesIn(ink: readonly Component[], em: number): InkLine[] {
  const large = ink.filter((piece) => extentOf(piece) >= MIN_INK * em);
  if (large.length === 0) return ink.filter((piece) => isDash(piece, em)).map(lineOf);
  const leaves = cut(large, em).map((pieces) => ({ pieces, box: boxOf(pieces) }));
  const small = ink.filter((piece) => extentOf(piece) < MIN_INK * em);
  const members = leaves.map(({ pieces }) => [...pieces]);
  for (const point of small) {
    let [home, least] = [-1, REACH * em];
    leaves.forEach(({ box }, i) => {
      const away = distance(point, box);
      if (away < least) [home, least] = [i, away];
    });
    members[home]?.push(point);
  }
  return asColumns(
    members.map((pieces) => ({ pieces, box: boxOf(pieces), down: false })),
    em,
  );
}

/** A hyphen that a cell has nothing but is this wide (ems), and so much wider than high. */
const MIN_DASH = 0.13;
const FLAT = 2.5;
const isDash = ({ x0, y0, x1, y1 }: PixelBox, em: number) =>
  x1 - x0 >= MIN_DASH * em && x1 - x0 > FLAT * (y1 - y0);
const lineOf = ({ area, ...box }: Component): InkLine => ({
  pieces: [{ ...box, area }],
  box,
  down: false,
});

const extentOf = ({ x0, y0, x1, y1 }: PixelBox) => Math.max(x1 - x0, y1 - y0);

/** How large a character of the page is: most pieces of ink are nearly a whole one, some only a part. */
export function emOf(ink: readonly Component[], dpi: number): number {
  const [least, most] = [0.05 * dpi, 0.35 * dpi];
  const sizes = ink.map(extentOf).filter((size) => size >= least && size <= most);
  if (sizes.length === 0) return dpi / 7;
  sizes.sort((a, b) => a - b);
  return (sizes[Math.floor(0.75 * sizes.length)] as number) / 0.85;
}

function cut(pieces: readonly Component[], em: number): Component[][] {
  const rows = strokesJoined(apart(pieces, 'y0', 'y1', 1), em);
  if (rows.length > 1) return rows.flatMap((row) => cut(row, em));
  const { y0, y1 } = boxOf(pieces);
  const columns = apart(pieces, 'x0', 'x1', GAP * Math.min(em, Math.max(0.6 * em, y1 - y0)));
  if (columns.length > 1) return columns.flatMap((column) => cut(column, em));
  const halves = y1 - y0 > TWO_LINES * em ? cutThrough(pieces, em) : null;
  return halves ? halves.flatMap((half) => cut(half, em)) : [[...pieces]];
}

/** What is this high (ems) may be two lines that touch … */
const TWO_LINES = 1.6;
/** … if not more than this share of it touches: else it is large print. */
const MAX_TOUCHING = 0.4;

/** Two lines that touch, cut where the least ink goes through; null for what is one line. */
function cutThrough(pieces: readonly Component[], em: number): Component[][] | null {
  const box = boxOf(pieces);
  let [at, least] = [0, MAX_TOUCHING * (box.x1 - box.x0)];
  for (let y = Math.ceil(box.y0 + 0.6 * em); y <= box.y1 - 0.6 * em; y++) {
    const through = pieces.reduce(
      (sum, { x0, x1, y0, y1 }) => (y0 < y && y < y1 ? sum + x1 - x0 : sum),
      0,
    );
    if (through < least) [at, least] = [y, through];
  }
  if (at === 0) return null;
  const part = (y0: number, y1: number) =>
    pieces.flatMap((piece) => {
      const inside = { ...piece, y0: Math.max(piece.y0, y0), y1: Math.min(piece.y1, y1) };
      return inside.y1 - inside.y0 > 1 ? [inside] : [];
    });
  return [part(-Infinity, at), part(at, Infinity)];
}

/** Pieces in groups between which at least `gap` pixels are white in one direction. */
function apart(
  pieces: readonly Component[],
  from: 'x0' | 'y0',
  to: 'x1' | 'y1',
  gap: number,
): Component[][] {
  const groups: Component[][] = [];
  let reached = -Infinity;
  for (const piece of [...pieces].sort((a, b) => a[from] - b[from])) {
    if (piece[from] - reached >= gap) groups.push([piece]);
    else groups.at(-1)?.push(piece);
    reached = Math.max(reached, piece[to]);
  }
  return groups;
}

/** Low bands joined to what they are strokes of. */
function strokesJoined(rows: readonly Component[][], em: number): Component[][] {
  const joined: Component[][] = [];
  for (const row of rows) {
    const last = joined.at(-1);
    const height = (pieces: readonly Component[]) => {
      const { y0, y1 } = boxOf(pieces);
      return y1 - y0;
    };
    const thin = last && (height(last) < STROKE * em || height(row) < STROKE * em);
    if (thin && height([...last, ...row]) <= MAX_LINE * em) last.push(...row);
    else joined.push([...row]);
  }
  return joined;
}

/** Single characters one below the other are one line that runs down. */
function asColumns(lines: InkLine[], em: number): InkLine[] {
  if (lines.length < 2) return lines;
  const { x0, x1 } = boxOf(lines.map(({ box }) => box));
  if (x1 - x0 > MAX_COLUMN * em) return lines;
  const pieces = lines.flatMap((line) => line.pieces);
  return [{ pieces, box: boxOf(pieces), down: true }];
}

export function boxOf(boxes: readonly PixelBox[]): PixelBox {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    x0 = Math.min(x0, box.x0);
    y0 = Math.min(y0, box.y0);
    x1 = Math.max(x1, box.x1);
    y1 = Math.max(y1, box.y1);
  }
  return { x0, y0, x1, y1 };
}

function distance(a: PixelBox, b: PixelBox): number {
  // A comma may stand most of an em behind what it follows.
  const x = Math.max(0, a.x0 - b.x1, b.x0 - a.x1) * ASIDE;
  const y = Math.max(0, a.y0 - b.y1, b.y0 - a.y1);
  return Math.max(x, y);
}
