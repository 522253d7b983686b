import type { Picture } from '../pdf/raster.ts';
import { type Component, componentsOf } from './components.ts';
import type { Ink, PixelBox } from './picture.ts';

/** A ruling line in pixels, with the ink it is of. */
export type InkRule = PixelBox & { readonly across: boolean };

/** Ink in one direction at least this long is a rule whatever it ends at (inches) … */
const MIN_RULE = 0.6;
/** … and at least this long one if it ends at rules: the side of a row. */
const MIN_SIDE = 0.08;
/** Rules are no thicker (inches). */
const MAX_THICKNESS = 0.05;
/** Ends that are as near to a rule touch it (inches). */
const TOUCH = 0.012;
/** Ink of a rule may be missing over so many pixels at 200 dpi: scans of fine lines. */
const BREAK = 2;

/** The ruling lines of a page: long straight runs of ink, the shorter of them where they lead from one rule to another. */
export function rulesOf(ink: Ink, dpi: number): InkRule[] {
  const across = [...runs(ink, dpi, true)];
  const down = [...runs(ink, dpi, false)];
  const touch = TOUCH * dpi;
  const long = MIN_RULE * dpi;
  let rules = [...across, ...down].filter((rule) => lengthOf(rule) >= long);
  let rest = [...across, ...down].filter((rule) => lengthOf(rule) < long);
  // What ends at rules is a rule, and others may end at it.
  for (let found = true; found; ) {
    const more = rest.filter((rule) => endsAt(rule, rules, touch));
    found = more.length > 0;
    rules = [...rules, ...more];
    rest = rest.filter((rule) => !more.includes(rule));
  }
  return rules;
}

const lengthOf = ({ x0, x1, y0, y1, across }: InkRule) => (across ? x1 - x0 : y1 - y0);

function endsAt(rule: InkRule, rules: readonly InkRule[], touch: number): boolean {
  const meets = (x: number, y: number) =>
    rules.some(
      (other) =>
        other.across !== rule.across &&
        x >= other.x0 - touch &&
        x <= other.x1 + touch &&
        y >= other.y0 - touch &&
        y <= other.y1 + touch,
    );
  const [x, y] = [(rule.x0 + rule.x1) / 2, (rule.y0 + rule.y1) / 2];
  return rule.across
    ? meets(rule.x0, y) && meets(rule.x1, y)
    : meets(x, rule.y0) && meets(x, rule.y1);
}

function runs(ink: Ink, dpi: number, across: boolean): InkRule[] {
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

/** The ink of which runs of at least `length` pixels in one direction are; breaks of up to `gap` are bridged. */
function opened(ink: Ink, length: number, gap: number, across: boolean): Ink {
  const { width, height, bits } = ink;
  const out = new Uint8Array(bits.length);
  const lines = across ? height : width;
  // Row by row in either direction, as the pixels lie in memory.
  const from = new Int32Array(lines).fill(-1);
  const last = new Int32Array(lines);
  const end = (line: number) => {
    const [begin, stop] = [from[line] as number, last[line] as number];
    from[line] = -1;
    if (stop + 1 - begin < length) return;
    if (across) out.fill(1, line * width + begin, line * width + stop + 1);
    else for (let y = begin; y <= stop; y++) out[y * width + line] = 1;
  };
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const [line, place] = across ? [y, x] : [x, y];
      if (bits[at]) {
        if ((from[line] as number) < 0) from[line] = place;
        last[line] = place;
      } else if ((from[line] as number) >= 0 && place - (last[line] as number) > gap) end(line);
    }
  }
  for (let line = 0; line < lines; line++) if ((from[line] as number) >= 0) end(line);
  return { width, height, bits: out };
}

/** Takes the rules out of the ink and the picture. */
export function erase(rules: readonly InkRule[], ink: Ink, picture: Picture, dpi: number): void {
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
