import type { Reword } from '../formats/form-format.ts';
import { comparable } from '../japanese/characters.ts';
import type { Line } from '../layout/lines.ts';
import { type PlacedText, slice, trim } from '../layout/text.ts';
import type { Box } from '../records/place.ts';

/** A stretch of a body line that a wide gap parts from its neighbours, with the line's box. */
export type Chunk = {
  readonly text: PlacedText;
  readonly folded: string;
  readonly size: number;
  readonly box: Box;
  readonly page: number;
};

/** A gap this many characters wide parts two things that stand on one line: a title and the city's name. */
const WIDE = 1.6;

/** @param gutters the boxes between tables that stand abreast: what is left of one has nothing to do with what is right of it */
export function chunksOf(
  line: Line,
  page: number,
  gutters: readonly Box[],
  reword: Reword,
): Chunk[] {
  const between = gutters.filter(([, y0, , y1]) => line.box[3] > y0 && line.box[1] < y1);
  const cuts = line.gaps.filter((offset) => {
    const [before, after] = [glyphBefore(line, offset), line.sources.slice(offset).find((g) => g)];
    if (!before || !after) return false;
    const parted = between.some(
      ([x0, , x1]) => before.x1 <= (x0 + x1) / 2 && after.x0 >= (x0 + x1) / 2,
    );
    return parted || after.x0 - before.x1 > WIDE * line.size;
  });
  return [0, ...cuts].flatMap((from, i) => {
    const text = trim(slice(line, from, cuts[i]));
    if (text.text === '') return [];
    const folded = reword(comparable(text.text));
    return [{ text, folded, size: line.size, box: line.box, page }];
  });
}

const glyphBefore = (line: Line, offset: number) =>
  line.sources.slice(0, offset).findLast((glyph) => glyph && glyph.text.trim() !== '');

/** Where a word ends at the edge of its cell, so that the next line is another one: 市民文化局, 協働推進課. */
const ENDS = /[部局課室係所庁省府会院校館署班]$|[^\p{L}]$/u;

const goesOn = (before: string, after: string): boolean =>
  !ENDS.test(before) && /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(after);

/** The text with the spaces that were left between its words, as 「観光部 観光課」 is printed. */
export function spaced(lines: readonly Line[]): PlacedText {
  let text = '';
  const sources: PlacedText['sources'][number][] = [];
  const space = () => {
    text += ' ';
    sources.push(null);
  };
  for (const [i, line] of lines.entries()) {
    if (i > 0 && !goesOn(text, line.text)) space();
    for (let at = 0; at < line.text.length; at++) {
      if (at > 0 && line.gaps.includes(at) && !/\s$/.test(text)) space();
      text += line.text.charAt(at);
      sources.push(line.sources[at] ?? null);
    }
  }
  return { text, sources };
}
