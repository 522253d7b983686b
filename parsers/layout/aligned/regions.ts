import { columnsAt, textColumnsOf } from './columns.ts';
import type { SegmentRow } from './segments.ts';

/** Lines of one column of the page that may be one table, from top to bottom. */
export type AlignedRegion = { readonly rows: readonly SegmentRow[] };

/** White between two lines of a table is at most so many times their size high. */
const MAX_GAP = 2.9;
/** What a table is called, and what is said below it, is no part of it. */
export const isCaption = ({ segments }: SegmentRow): boolean =>
  CAPTION.test(segments[0]?.text ?? '') || UNIT_AT_END.test(segments.at(-1)?.text ?? '');
/** ３　事業費の推移 （単位：千円）: a heading with the unit of what stands below it. */
const UNIT_AT_END = /^[(（]単位[:：　\s][^()（）]+[)）]$/;
const CAPTION =
  /^(?:table|figure|fig\.|chart|exhibit)\s*[\dIVX]|^(?:sources?|notes?)\s*:|^[表図][\s　\d０-９]|^(?:資料|出典|注)[\s　:：\d０-９]|^[(（]?単位|^\(?in (?:thousand|million|percent)/i;

/** 2　指標の状況: a number and the words that it counts, and nothing else. */
const isHeading = ({ segments: [number, words, ...more] }: SegmentRow): boolean =>
  number !== undefined &&
  words !== undefined &&
  more.length === 0 &&
  /^[(（]?[\d０-９]{1,2}[)）.．、]?$/.test(number.text.trim()) &&
  /^\p{L}{2}/u.test(words.text.trim());

/** １．施策の目標 in a font that no line before it has: what follows is another table. */
function isAbove({ segments: [only, more] }: SegmentRow, open: readonly SegmentRow[]): boolean {
  if (!only || more || !/^[\d０-９Ⅰ-Ⅻ]{1,2}[.．、　\s]*\p{Script=Han}/u.test(only.text))
    return false;
  const font = only.glyphs[0]?.font;
  return !open.some(({ segments }) => segments.some(({ glyphs }) => glyphs[0]?.font === font));
}

/** At most so many lines with one text stand between two with several. */
const MAX_LONE = 4;
/** A lone text that covers more than this share of a table's width runs across it. */
const WIDE = 0.55;

/**
 * Runs of lines with several segments each, with what stands between them: continued cells and heads of rows.
 * @param rows of one column of the page
 */
export function alignedRegionsOf(rows: readonly SegmentRow[]): AlignedRegion[] {
  const regions: SegmentRow[][] = [];
  let open: SegmentRow[] = [];
  let lone: SegmentRow[] = [];
  const close = () => {
    if (open.length > 0) regions.push(open);
    open = [];
    lone = [];
  };
  for (const row of rows) {
    const before = lone.at(-1) ?? open.at(-1);
    if (isCaption(row)) {
      close();
      continue;
    }
    if (before && row.y0 - before.y1 > MAX_GAP * Math.max(row.size, before.size)) close();
    if ((isHeading(row) && (open.length === 0 || !goesWith(row, open))) || isAbove(row, open)) {
      close();
      continue;
    }
    if (row.segments.length < 2) {
      if (open.length === 0) continue;
      lone.push(row);
      if (lone.length > MAX_LONE || lone.filter((one) => isWide(one, open)).length > 1) close();
      continue;
    }
    if (open.length > 0 && !goesWith(row, open)) {
      close();
      open = [row];
      continue;
    }
    open.push(...lone, row);
    lone = [];
  }
  close();
  return regions.map((all) => ({ rows: all }));
}

function isWide({ segments }: SegmentRow, open: readonly SegmentRow[]): boolean {
  const [only] = segments;
  const left = Math.min(...open.flatMap((row) => row.segments.map((s) => s.x0)));
  const right = Math.max(...open.flatMap((row) => row.segments.map((s) => s.x1)));
  return only !== undefined && only.x1 - only.x0 > WIDE * (right - left);
}

/** Whether a line keeps to the columns of those above: most of its segments stand in one each, no two in the same. */
function goesWith(row: SegmentRow, open: readonly SegmentRow[]): boolean {
  const recent = open.filter(({ segments }) => segments.length > 1).slice(-6);
  const columns = textColumnsOf(recent);
  const places = row.segments.map((segment) => columnsAt(columns, segment));
  const single = places.filter(([from, to]) => from === to);
  const taken = new Set(single.map(([from]) => from));
  const clashes = single.length - taken.size;
  // A head over several columns, or their own heads below it.
  if (open.length <= 3 && clashes > 0) return row.segments.length > columns.length;
  return clashes * 3 <= row.segments.length && single.length * 2 >= row.segments.length;
}
