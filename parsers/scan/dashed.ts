import type { Component } from './components.ts';
import { boxOf } from './lines.ts';
import type { InkRule } from './rules.ts';

/** A dash of a rule is no thicker, and no longer (inches). */
const MAX_THICK = 0.025;
const MAX_DASH = 0.35;
/** It is longer than thick by this much: a dot of a leader is none. */
const MIN_FLAT = 1.4;
/** Dashes of one rule lie on one level (inches), measured from one to the next: the page may be curved. */
const LEVEL = 0.012;
/** The white between two, in lengths of a dash: strokes that stand alone in their cells are further apart. */
const MAX_WHITE = 1.1;
/** So many of them, over so many inches, are a rule: a word has fewer strokes in a row. */
const MIN_DASHES = 6;
const MIN_LENGTH = 0.5;

/** A rule of dashes, and the ink that it is of. */
export type DashedRule = { readonly rule: InkRule; readonly dashes: readonly Component[] };

/**
 * Level rules of short dashes, which each might be read as a dash of an empty cell.
 * @param rules those that are found: between two upright ones a cell has one dash, a rule has several
 */
export function dashedRules(
  pieces: readonly Component[],
  rules: readonly InkRule[],
  dpi: number,
): DashedRule[] {
  const upright = rules.filter(({ across }) => !across);
  const level = LEVEL * dpi;
  const flat = pieces.filter(
    ({ x0, x1, y0, y1 }) =>
      y1 - y0 <= MAX_THICK * dpi && x1 - x0 >= MIN_FLAT * (y1 - y0) && x1 - x0 <= MAX_DASH * dpi,
  );
  const chains: Component[][] = [];
  /** The chains by the level on which they end, in steps of `level`: a page has thousands of flat pieces. */
  const ending = new Map<number, Component[][]>();
  for (const piece of flat.toSorted((a, b) => a.x0 - b.x0)) {
    const step = Math.floor(middleOf(piece) / level);
    const chain = [step - 1, step, step + 1]
      .flatMap((near) => ending.get(near) ?? [])
      .find((one) => goesOn(one.at(-1) as Component, piece, level));
    const own = chain ?? [];
    if (chain) {
      const before = Math.floor(middleOf(chain.at(-1) as Component) / level);
      ending.set(
        before,
        (ending.get(before) ?? []).filter((one) => one !== chain),
      );
    } else chains.push(own);
    own.push(piece);
    ending.set(step, [...(ending.get(step) ?? []), own]);
  }
  return chains
    .map((dashes) => ({ rule: { ...boxOf(dashes), across: true }, dashes }))
    .filter(
      ({ rule, dashes }) =>
        dashes.length >= MIN_DASHES &&
        rule.x1 - rule.x0 >= MIN_LENGTH * dpi &&
        !standInCells(dashes, upright),
    );
}

function goesOn(last: Component, next: Component, level: number): boolean {
  const [a, b] = [last.x1 - last.x0, next.x1 - next.x0];
  const white = next.x0 - last.x1;
  const off = Math.abs(middleOf(last) - middleOf(next));
  return (
    white > 0 && white <= MAX_WHITE * Math.max(a, b) && off <= level && a <= 2 * b && b <= 2 * a
  );
}

const middleOf = ({ y0, y1 }: Component): number => (y0 + y1) / 2;

/** Whether of all dashes hardly two stand between the same upright rules. */
function standInCells(dashes: readonly Component[], upright: readonly InkRule[]): boolean {
  const level = middleOf(dashes[0] as Component);
  const borders = upright.filter(({ y0, y1 }) => y0 <= level && y1 >= level);
  const cells = new Set(
    dashes.map((dash) => borders.filter(({ x0 }) => x0 < (dash.x0 + dash.x1) / 2).length),
  );
  return cells.size > 2 && cells.size * 2 > dashes.length;
}
