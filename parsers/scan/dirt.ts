import type { Component } from './components.ts';
import { numbersIn } from './figures.ts';
import { boxOf } from './lines.ts';
import type { PixelBox } from './picture.ts';
import type { LineReading } from './readings.ts';
import { type InkSymbol, textOf } from './symbols.ts';

/** Dirt is no larger than this (inches): the strokes of a ゛ are. */
const MAX_DIRT = 0.0205;
/** A page is looked at in squares of this side (inches) … */
const SQUARE = 0.1;
/** … and is dirty where so large a share of the squares away from all else have small ink in them. */
const MIN_SHARE = 0.12;
/** A point is no further from a character beside it (ems), and in this part of its height at the foot. */
const BESIDE = 0.6;
const FOOT = 0.3;

/**
 * The small pieces of a dirty page that are no points: none where the page is clean. What lies at the foot of a character
 * may be a point.
 */
export function dirtIn(pieces: readonly Component[], em: number, dpi: number): Set<Component> {
  const isSmall = ({ x0, y0, x1, y1 }: PixelBox) => Math.max(x1 - x0, y1 - y0) <= MAX_DIRT * dpi;
  const small = pieces.filter(isSmall);
  const large = pieces.filter((piece) => !isSmall(piece));
  const squares = inSquares(large, SQUARE * dpi);
  if (shareOfDirty(small, large, SQUARE * dpi) < MIN_SHARE) return new Set();
  return new Set(
    small.filter((dirt) => !squares.near(dirt).some((one) => isAtFoot(dirt, one, em))),
  );
}

function isAtFoot(dirt: PixelBox, character: PixelBox, em: number): boolean {
  const beside = Math.max(dirt.x0 - character.x1, character.x0 - dirt.x1);
  const height = character.y1 - character.y0;
  const foot = character.y1 - FOOT * height;
  const middle = (dirt.y0 + dirt.y1) / 2;
  const isTall = height >= em / 2;
  return isTall && beside <= BESIDE * em && middle >= foot && middle <= character.y1 + em / 10;
}

/** Of the squares of a page that no large ink is in or beside, the share with small ink. */
function shareOfDirty(
  small: readonly Component[],
  large: readonly Component[],
  side: number,
): number {
  const nameOf = (x: number, y: number) => `${x} ${y}`;
  const taken = new Set<string>();
  for (const { x0, x1, y0, y1 } of large) {
    for (let y = Math.floor(y0 / side) - 1; y <= Math.floor(y1 / side) + 1; y++) {
      for (let x = Math.floor(x0 / side) - 1; x <= Math.floor(x1 / side) + 1; x++) {
        taken.add(nameOf(x, y));
      }
    }
  }
  const { x1, y1 } = boxOf([...small, ...large]);
  const [columns, rows] = [Math.ceil(x1 / side), Math.ceil(y1 / side)];
  let free = 0;
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) if (!taken.has(nameOf(x, y))) free++;
  }
  const dirty = new Set(
    small.map(({ x0, y0 }) => nameOf(Math.floor(x0 / side), Math.floor(y0 / side))),
  );
  return free === 0 ? 0 : dirty.difference(taken).size / free;
}

/** Pieces by the squares that they reach into. */
function inSquares(pieces: readonly Component[], side: number) {
  const squares = new Map<string, Component[]>();
  for (const piece of pieces) {
    for (let y = Math.floor(piece.y0 / side); y <= piece.y1 / side; y++) {
      for (let x = Math.floor(piece.x0 / side); x <= piece.x1 / side; x++) {
        const name = `${x} ${y}`;
        const there = squares.get(name);
        if (there) there.push(piece);
        else squares.set(name, [piece]);
      }
    }
  }
  return {
    near({ x0, y0 }: PixelBox): Component[] {
      const [x, y] = [Math.floor(x0 / side), Math.floor(y0 / side)];
      return [-1, 0, 1].flatMap((dy) =>
        [-1, 0, 1].flatMap((dx) => squares.get(`${x + dx} ${y + dy}`) ?? []),
      );
    },
  };
}

/** Digits on both sides of a point are this far apart at least, middle to middle (ems), and so much more than others. */
const MIN_APART = 0.66;
const WIDER = 1.25;
const POINT = /^[.．]$/;
const STRAY = /^[.．,，、]$/;
/** What a network makes of dirt before a number; a minus is wider than this (ems). */
const SIGN = /^[-−‐–—ー▲△.,'・]$/;
const MAX_SIGN = 0.22;
/** A cell's line is no longer (characters). */
const CELL = 16;

/**
 * What was read of a line of a dirty page: points behind what a cell says are dirt. One between digits that has no room may
 * be, and so may a small sign before a number, whatever networks make of them.
 */
export function withDirt({ symbols, doubts }: LineReading, em: number): LineReading {
  const end = symbols.findLastIndex(({ text }) => !STRAY.test(text)) + 1;
  const said = symbols.length > CELL ? symbols : symbols.slice(0, end);
  const isSigned = (sign?: InkSymbol) =>
    sign && SIGN.test(sign.text) && sign.x1 - sign.x0 < MAX_SIGN * em;
  const more = numbersIn(said)
    .flatMap(({ from, to }) => {
      const number = said.slice(from, to);
      if (isSigned(said[from - 1])) return [said.slice(from - 1, to)];
      return isTight(number, em) ? [number] : [];
    })
    .map((number) => {
      const text = textOf(number);
      const candidates = [text, text.replace(/[^\d０-９,，]/g, '')];
      return { of: 'number' as const, box: boxOf(number), candidates };
    });
  return { symbols: said, doubts: [...doubts, ...more] };
}

/** Whether a point of a number has no room of its own. */
function isTight(number: readonly InkSymbol[], em: number): boolean {
  const middles = number.map(({ x0, x1 }) => (x0 + x1) / 2);
  const isPoint = number.map(({ text }) => STRAY.test(text));
  const apart = (i: number, j: number) => (middles[j] as number) - (middles[i] as number);
  const others = number.flatMap((_, i) =>
    i > 0 && !isPoint[i] && !isPoint[i - 1] ? [apart(i - 1, i)] : [],
  );
  const least = Math.max(MIN_APART * em, WIDER * Math.max(0, ...others));
  return number.some(
    ({ text }, i) =>
      POINT.test(text) && i > 0 && i + 1 < number.length && apart(i - 1, i + 1) < least,
  );
}
