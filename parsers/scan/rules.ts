import type { GreyPicture } from '../pdf/raster.ts';
import { type Component, componentsOf } from './components.ts';
import { boxOf } from './lines.ts';
import type { InkMap, PixelBox } from './picture.ts';

/** A ruling line in pixels, with the ink it is of. */
export type InkRule = PixelBox & { readonly across: boolean };

/** Ink in one direction at least this long is a rule whatever it ends at (inches) … */
const MIN_RULE = 0.6;
/** … of short pieces this long: strokes of large characters in a row lie on one line as well … */
const MIN_PIECES = 1.8;
/** … and at least this long one if it ends at rules: the side of a row. */
const MIN_SIDE = 0.08;
/** Rules are no thicker (inches). */
const MAX_THICKNESS = 0.05;
/** Ends that are as near to a rule touch it (inches). */
const TOUCH = 0.012;
/** Ink of a rule may be missing over so many pixels at 200 dpi: scans of fine lines. */
const BREAK = 2;

/** No page of text has more strokes of that length: grain of a photograph, noise. */
const MAX_STROKES = 12_000;

/** A rule, and the longest piece (pixels) that it was before it was joined. */
type Joined = InkRule & { readonly piece: number };

/**
 * The ruling lines of a page: long straight runs of ink, the shorter of them where they lead from one rule to another; null
 * where it has more strokes than a page of text.
 */
export function rulesOf(ink: InkMap, dpi: number): InkRule[] | null {
  const touch = TOUCH * dpi;
  const pieces = { across: runs(ink, dpi, true), down: runs(ink, dpi, false) };
  if (pieces.across.length + pieces.down.length > MAX_STROKES) return null;
  const across = joined(pieces.across, pieces.down, dpi);
  const down = joined(pieces.down, pieces.across, dpi);
  const isLong = (rule: Joined) =>
    lengthOf(rule) >= (rule.piece >= MIN_RULE * dpi ? MIN_RULE : MIN_PIECES) * dpi;
  let rules = [...across, ...down].filter(isLong);
  let rest = [...across, ...down].filter((rule) => !isLong(rule));
  // What ends at rules is a rule, and others may end at it.
  for (let found = true; found; ) {
    const more = rest.filter((rule) => endsAt(rule, rules, touch));
    found = more.length > 0;
    rules = [...rules, ...more];
    rest = rest.filter((rule) => !more.includes(rule));
  }
  return rules.map(({ piece, ...rule }) => rule);
}

const lengthOf = ({ x0, x1, y0, y1, across }: InkRule) => (across ? x1 - x0 : y1 - y0);

function endsAt(rule: InkRule, rules: readonly InkRule[], touch: number): boolean {
  const crossing = rules.filter((other) => other.across !== rule.across);
  const meets = (x: number, y: number) => isAt(x, y, crossing, touch);
  const [x, y] = [(rule.x0 + rule.x1) / 2, (rule.y0 + rule.y1) / 2];
  return rule.across
    ? meets(rule.x0, y) && meets(rule.x1, y)
    : meets(x, rule.y0) && meets(x, rule.y1);
}

const isAt = (x: number, y: number, rules: readonly InkRule[], touch: number) =>
  rules.some(
    ({ x0, y0, x1, y1 }) =>
      x >= x0 - touch && x <= x1 + touch && y >= y0 - touch && y <= y1 + touch,
  );

function runs(ink: InkMap, dpi: number, across: boolean): InkRule[] {
  const kept = opened(ink, Math.round(MIN_SIDE * dpi), Math.round((BREAK * dpi) / 200), across);
  const thick = MAX_THICKNESS * dpi;
  return componentsOf(kept)
    .map(({ x0, y0, x1, y1, area }: Component) => ({ x0, y0, x1, y1, area, across }))
    .filter((rule) => {
      const long = lengthOf(rule);
      return (
        rule.area / long <= thick && (across ? rule.y1 - rule.y0 : rule.x1 - rule.x0) <= 2 * thick
      );
    });
}

/** A broken rule goes on behind white of so many inches … */
const MAX_WHITE = 0.06;
/** … and what is not long enough for one, behind this share of the shorter piece. */
const SHARE_WHITE = 0.35;

/**
 * Pieces that lie on one line, and so near to one another that they were one before the scan broke it. What ends at another
 * rule is not broken there: the next table may begin behind little white.
 */
function joined(pieces: readonly InkRule[], others: readonly InkRule[], dpi: number): Joined[] {
  const touch = TOUCH * dpi;
  const ends = (rule: InkRule, place: number) =>
    rule.across
      ? isAt(place, levelOf(rule), others, touch)
      : isAt(levelOf(rule), place, others, touch);
  const isOne = (one: InkRule, piece: InkRule) => {
    const white = startOf(piece) - endOf(one);
    if (white < 0 || Math.abs(levelOf(one) - levelOf(piece)) > touch) return false;
    const [a, b] = [lengthOf(one), lengthOf(piece)];
    const isLong = Math.max(a, b) >= MIN_RULE * dpi;
    return (
      white <= (isLong ? MAX_WHITE * dpi : SHARE_WHITE * Math.min(a, b)) &&
      !ends(one, endOf(one)) &&
      !ends(piece, startOf(piece))
    );
  };
  const whole: Joined[] = [];
  /** Which of them lie on a level, in steps of `touch`: a page of prose has thousands of strokes. */
  const levels = new Map<number, number[]>();
  for (const piece of [...pieces].sort((a, b) => startOf(a) - startOf(b))) {
    const level = Math.floor(levelOf(piece) / touch);
    const at = [level - 1, level, level + 1]
      .flatMap((near) => levels.get(near) ?? [])
      .find((i) => isOne(whole[i] as InkRule, piece));
    const one = at === undefined ? null : (whole[at] as Joined);
    const longest = Math.max(lengthOf(piece), one?.piece ?? 0);
    const rule = { ...boxOf(one ? [one, piece] : [piece]), across: piece.across, piece: longest };
    const place = at ?? whole.length;
    whole[place] = rule;
    const own = Math.floor(levelOf(rule) / touch);
    const there = levels.get(own);
    if (!there) levels.set(own, [place]);
    else if (!there.includes(place)) there.push(place);
  }
  return whole;
}

const startOf = ({ x0, y0, across }: InkRule) => (across ? x0 : y0);
const endOf = ({ x1, y1, across }: InkRule) => (across ? x1 : y1);
const levelOf = ({ x0, y0, x1, y1, across }: InkRule) => (across ? y0 + y1 : x0 + x1) / 2;

/** The ink of which runs of at least `length` pixels in one direction are; breaks of up to `gap` are bridged. */
function opened(ink: InkMap, length: number, gap: number, across: boolean): InkMap {
  const { width, height, bits } = ink;
  const out = new Uint8Array(bits.length);
  const lines = across ? height : width;
  const [size, step, next] = across ? [width, 1, width] : [height, width, 1];
  for (let line = 0; line < lines; line++) {
    const begin = line * next;
    let [from, last] = [-1, 0];
    for (let place = 0, at = begin; place <= size; place++, at += step) {
      if (place < size && bits[at]) {
        if (from < 0) from = place;
        last = place;
      } else if (from >= 0 && (place - last > gap || place === size)) {
        if (last + 1 - from >= length) {
          for (let k = from; k <= last; k++) out[begin + k * step] = 1;
        }
        from = -1;
      }
    }
  }
  return { width, height, bits: out };
}

/** Takes the rules out of the ink and the picture. */
export function erase(
  rules: readonly InkRule[],
  ink: InkMap,
  picture: GreyPicture,
  dpi: number,
): void {
  const margin = Math.max(1, Math.round(dpi / 150));
  for (const { x0, y0, x1, y1 } of rules) {
    for (let y = Math.max(0, y0 - margin); y < Math.min(ink.height, y1 + margin); y++) {
      const row = y * ink.width;
      const [from, to] = [Math.max(0, x0 - margin), Math.min(ink.width, x1 + margin)];
      ink.bits.fill(0, row + from, row + to);
      picture.grey.fill(255, row + from, row + to);
    }
  }
}
