import type { Glyph } from '../../pdf/page.ts';
import type { Line } from '../lines.ts';
import { JAPANESE_LETTERS } from '../text.ts';

/** A stretch of a line that wide white parts from its neighbours (points, reading frame). */
export type LineSegment = {
  readonly x0: number;
  readonly x1: number;
  readonly size: number;
  readonly text: string;
  readonly glyphs: readonly Glyph[];
};

/** What stands at one height, from left to right. */
export type SegmentRow = {
  readonly y0: number;
  readonly y1: number;
  readonly size: number;
  readonly segments: readonly LineSegment[];
};

/** White wider than this share of the font size parts two segments … */
const CUT = 0.65;
/** … and between two figures this much does. */
const CUT_FIGURES = 0.42;
/** White wider than this share is a word's end. */
const WORD = 0.17;
/** So many dots in a row lead the eye from a name to its figure. */
const MIN_LEADER = 4;

export function rowOf(line: Line): SegmentRow {
  const glyphs = [...new Set(line.sources)].filter(
    (g): g is Glyph => g !== null && g.text.trim() !== '',
  );
  const segments = cutAt(withoutLeaders(glyphs));
  // Digits of another font are higher or lower than the text that they stand in.
  return {
    y0: median(glyphs.map((g) => g.y0)),
    y1: median(glyphs.map((g) => g.y1)),
    size: line.size,
    segments,
  };
}

/** The glyphs with each row of dots apart, so that it parts what it leads from and to. */
function withoutLeaders(glyphs: readonly Glyph[]): Glyph[][] {
  const parts: Glyph[][] = [[]];
  for (let i = 0; i < glyphs.length; ) {
    let end = i;
    while (end < glyphs.length && /^[.．…‥・·_]+$/.test((glyphs[end] as Glyph).text)) end++;
    const dots = glyphs.slice(i, end);
    if (dots.length >= MIN_LEADER || dots.filter((g) => /[…‥]/.test(g.text)).length > 1) {
      // The dots stay with what they lead from.
      parts.at(-1)?.push(...dots);
      parts.push([]);
      i = end;
    } else {
      parts.at(-1)?.push(...glyphs.slice(i, Math.max(end, i + 1)));
      i = Math.max(end, i + 1);
    }
  }
  return parts.filter((part) => part.length > 0);
}

/** The words of a justified line stand this evenly apart … */
const EVEN = 1.3;
/** … and no further than this share of the font size. */
const MAX_JUSTIFIED = 1.8;

/** Whether a line is running text whose words were driven apart to fill it. */
function isJustified(glyphs: readonly Glyph[]): boolean {
  const gaps = glyphs.slice(1).flatMap((glyph, i) => {
    const before = glyphs[i] as Glyph;
    const counts = isWordEnd(before, glyph) && !/[.:;!?]$/.test(before.text);
    return counts ? [(glyph.x0 - before.x1) / glyph.size] : [];
  });
  const [least, most] = [Math.min(...gaps), Math.max(...gaps)];
  const words = segmentOf(glyphs).text.split(' ');
  if (words.filter(isFigure).length * 2 > words.length) return false;
  return gaps.length >= 3 && most <= MAX_JUSTIFIED && most <= EVEN * least;
}

function cutAt(parts: readonly (readonly Glyph[])[]): LineSegment[] {
  return parts.flatMap((glyphs) => {
    if (isJustified(glyphs)) return [segmentOf(glyphs)];
    const runs: Glyph[][] = [];
    for (const glyph of glyphs) {
      const before = runs.at(-1)?.at(-1);
      if (before && glyph.x0 - before.x1 <= cutBetween(before, glyph)) runs.at(-1)?.push(glyph);
      else runs.push([glyph]);
    }
    return runs.flatMap(figuresApart).map(segmentOf);
  });
}

/** Figures that stand a word's width apart are several, unless the second is a group of thousands or in parentheses. */
function figuresApart(glyphs: readonly Glyph[]): Glyph[][] {
  const words: Glyph[][] = [];
  for (const glyph of glyphs) {
    const before = words.at(-1)?.at(-1);
    if (before && !isWordEnd(before, glyph)) words.at(-1)?.push(glyph);
    else words.push([glyph]);
  }
  const texts = words.map((word) => word.map(({ text }) => text).join(''));
  const parts: Glyph[][] = [];
  for (const [i, word] of words.entries()) {
    const [before, own] = [texts[i - 1] ?? '', texts[i] as string];
    const figures = isFigure(before) && isFigure(own) && /\d/.test(before + own);
    const group = /^\d{3}(?!\d)/.test(own) && /^[^.,]*\d{1,3}$/.test(before);
    if (i > 0 && !(figures && !group && !own.startsWith('('))) parts.at(-1)?.push(...word);
    else parts.push([...word]);
  }
  return parts;
}

function cutBetween(a: Glyph, b: Glyph): number {
  // Dots lead on from what stands before them.
  if (/^[.．…‥]/.test(b.text)) return Infinity;
  const figures = /[\d%‰)]$/.test(a.text) && /^[\d(+\-–−△▲$€£¥]/.test(b.text);
  return (figures ? CUT_FIGURES : CUT) * Math.max(a.size, b.size);
}

function segmentOf(glyphs: readonly Glyph[]): LineSegment {
  let text = '';
  let last: Glyph | null = null;
  for (const glyph of glyphs) {
    if (last && isWordEnd(last, glyph)) text += ' ';
    text += glyph.text;
    last = glyph;
  }
  return {
    x0: Math.min(...glyphs.map((g) => g.x0)),
    x1: Math.max(...glyphs.map((g) => g.x1)),
    size: Math.max(...glyphs.map((g) => g.size)),
    text,
    glyphs,
  };
}

const isWordEnd = (a: Glyph, b: Glyph): boolean => b.x0 - a.x1 > WORD * Math.max(a.size, b.size);

/**
 * A segment's parts where one of its words ends before `right` and the next begins behind `left`; null where none does.
 * @param least white between them, as a share of the font size
 */
export function partedBetween(
  { glyphs, size }: LineSegment,
  left: number,
  right: number,
  least = WORD,
): [LineSegment, LineSegment] | null {
  const at = glyphs.findIndex((glyph, i) => {
    const before = glyphs[i - 1];
    return (
      before !== undefined &&
      glyph.x0 >= left - 0.5 &&
      before.x1 <= right + 0.5 &&
      glyph.x0 - before.x1 > least * size
    );
  });
  return at < 1 ? null : [segmentOf(glyphs.slice(0, at)), segmentOf(glyphs.slice(at))];
}

/** How far the first word of a text reaches: what has to fit into the line above for it to have stood there. */
export function firstWord({ glyphs }: LineSegment): number {
  const [first] = glyphs;
  if (!first) return 0;
  if (JAPANESE_LETTERS.test(first.text)) return first.x1 - first.x0;
  const end = glyphs.findIndex((glyph, i) => i > 0 && isWordEnd(glyphs[i - 1] as Glyph, glyph));
  const last = glyphs[(end < 0 ? glyphs.length : end) - 1] as Glyph;
  return last.x1 - first.x0;
}

const FIGURE =
  /^[([{<≤≥±+\-–—−△▲~*†$€£¥￥]*(?:[A-Z]{1,3}\s?)?\d[\d.,'’\s/:%‰()*†\-–—−+x×^]*(?:[a-z*†‡]{1,2}|%|pp|[千百万億兆]?(?:円|人|件|戸|台|t|kg|ha|㎡|km|点|位|倍|回|社|箇所|か所|世帯))?\)?$/iu;
const NO_FIGURE = /^(?:[-–—−―‐－ー.…・*＊]{1,5}|n[./]?a\.?|nil|none|x|\(?[a-z]\)|・+|皆[減増])$/i;

/** Whether a cell's text is a figure, or stands in a figure's place. */
export const isFigure = (text: string): boolean => {
  const bare = text.trim();
  return FIGURE.test(bare) || NO_FIGURE.test(bare);
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
