import type { Drawing } from './drawing.ts';
import { type Glyph, type Page, REPLACEMENT, type Rule, type Turn } from './page.ts';
import type { Stroke } from './paths.ts';
import { ringed } from './rings.ts';
import { struckOut } from './strikes.ts';
import type { DrawnGlyph } from './text.ts';

/** How far above and below the baseline a Japanese em box reaches, as a share of the font size. */
const ASCENT = 0.88;
const DESCENT = 0.12;
/** Directions within this many degrees of an axis run along it. */
const AXIS = 2;

type Size = { number: number; width: number; height: number };

/** A page as one reads it, and the text on it that runs another way. */
export type Framed = { readonly page: Page; readonly aside: readonly DrawnGlyph[] };

/**
 * The page as one reads it: turned so that most of its text runs to the right. Text in any other direction (a
 * diagonal 案 stamp, a label on the edge) is kept apart, so that it cannot mix with what is read.
 * @param read what a drawn character is in Unicode
 */
export function inReadingFrame(
  size: Size,
  text: readonly DrawnGlyph[],
  {
    rules,
    dots,
    fills,
    rings,
    remarks,
    slants,
  }: Pick<Drawing, 'rules' | 'dots' | 'fills' | 'rings' | 'remarks' | 'slants'>,
  read: (glyph: DrawnGlyph) => string,
): Framed {
  const turn = mainDirection(text);
  const flat = readingPoint(turn, size);
  const glyphs: Glyph[] = [];
  const aside: DrawnGlyph[] = [];
  const paper = turn % 180 ? { width: size.height, height: size.width } : size;
  for (const drawn of text) {
    if (!along(drawn, turn)) {
      aside.push(drawn);
      continue;
    }
    const glyph = placed(drawn, read(drawn), flat, size.number);
    if (onPage(glyph, paper)) glyphs.push(glyph);
  }
  const turned = (stroke: Stroke): Rule & { thickness: number } => {
    const [ax, ay] = flat(stroke.x0, stroke.y0);
    const [bx, by] = flat(stroke.x1, stroke.y1);
    return {
      x0: Math.min(ax, bx),
      y0: Math.min(ay, by),
      x1: Math.max(ax, bx),
      y1: Math.max(ay, by),
      thickness: stroke.thickness,
      ...(stroke.ink ? { ink: stroke.ink } : {}),
    };
  };
  const lines = rules.map(turned);
  const askew = slants.map((stroke) => {
    const [a, b] = [flat(stroke.x0, stroke.y0), flat(stroke.x1, stroke.y1)];
    const [[x0, y0], [x1, y1]] = a[0] <= b[0] ? [a, b] : [b, a];
    return { x0, y0, x1, y1, thickness: stroke.thickness };
  });
  const ovals = rings.map(([x0, y0, x1, y1]) => turned({ x0, y0, x1, y1, thickness: 0 }));
  // A date's lines across the ring that it stands in strike nothing out.
  const isInRing = (line: Rule) => ovals.some((ring) => isWithin(ring, line));
  const free = lines.filter((line) => !isInRing(line));
  const struck = struckOut(glyphs, [...free, ...remarks.map(turned)], askew);
  const marked = ringed(struck.glyphs, ovals);
  const words = marked.filter(({ sealed }) => sealed);
  const seals = ovals.filter((ring) => words.some((glyph) => isWithin(ring, glyph)));
  const isInSeal = (line: Rule) => seals.some((ring) => isWithin(ring, line));
  const page: Page = {
    ...size,
    turn,
    glyphs: marked,
    rules: lines.filter((line) => !struck.strikes.has(line) && !isInSeal(line)),
    dots: dots.map(turned),
    fills: fills.map(({ box: [x0, y0, x1, y1], colour }) => ({
      ...turned({ x0, y0, x1, y1, thickness: 0 }),
      colour,
    })),
    unmapped: glyphs.filter((glyph) => glyph.text.includes(REPLACEMENT)).length,
  };
  return { page, aside };
}

function mainDirection(glyphs: readonly DrawnGlyph[]): Turn {
  const votes: Record<Turn, number> = { 0: 0, 90: 0, 180: 0, 270: 0 };
  for (const glyph of glyphs) {
    const axis = ((Math.round(glyph.direction / 90) * 90) % 360) as Turn;
    if (along(glyph, axis)) votes[axis]++;
  }
  return ([0, 90, 180, 270] as const).reduce((a, b) => (votes[b] > votes[a] ? b : a));
}

function along(glyph: DrawnGlyph, turn: Turn): boolean {
  const off = Math.abs(glyph.direction - turn) % 360;
  return Math.min(off, 360 - off) <= AXIS;
}

/** The inverse of `displayed` for points. */
function readingPoint(
  turn: Turn,
  { width, height }: Size,
): (x: number, y: number) => [number, number] {
  switch (turn) {
    case 0:
      return (x, y) => [x, y];
    case 90:
      return (x, y) => [y, width - x];
    case 180:
      return (x, y) => [width - x, height - y];
    case 270:
      return (x, y) => [height - y, x];
  }
}

function placed(
  drawn: DrawnGlyph,
  text: string,
  flat: (x: number, y: number) => [number, number],
  page: number,
): Glyph {
  const [x, y] = flat(...drawn.origin);
  const { size, advance } = drawn;
  const box = drawn.vertical
    ? { x0: x - size / 2, y0: y, x1: x + size / 2, y1: y + advance }
    : { x0: x, y0: y - ASCENT * size, x1: x + advance, y1: y + DESCENT * size };
  const ink = drawn.ink ? { ink: drawn.ink } : {};
  return { text, ...box, size, font: drawn.font.name ?? '', page, ...ink };
}

function onPage(glyph: Glyph, { width, height }: { width: number; height: number }): boolean {
  const x = (glyph.x0 + glyph.x1) / 2;
  const y = (glyph.y0 + glyph.y1) / 2;
  return x >= 0 && y >= 0 && x <= width && y <= height;
}

/** Lines across a ring end within this of it (points). */
const SLACK = 1;

const isWithin = (ring: Rule, line: Rule) =>
  line.x0 >= ring.x0 - SLACK &&
  line.x1 <= ring.x1 + SLACK &&
  line.y0 > ring.y0 &&
  line.y1 < ring.y1;
