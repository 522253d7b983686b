import type { Reword } from '../formats/form-format.ts';
import { comparable } from '../japanese/characters.ts';
import { figure } from '../japanese/figures.ts';
import type { Line } from '../layout/lines.ts';
import type { Cell } from '../layout/table.ts';
import { join, type PlacedText } from '../layout/text.ts';
import type { Box } from '../records/place.ts';
import { withPlainBoxes } from './check-boxes.ts';
import { figureHeadOf, headsFigures } from './head.ts';
import { JUDGEMENT, TICKED, UNTICKED } from './vocabulary/judgements.ts';
import {
  DEPARTMENT,
  KNOWN,
  LABEL_ENDING,
  NUMBER,
  TITLE,
  VALUE_ENDING,
} from './vocabulary/labels.ts';

/** A cell of a table with what its text looks like. */
export type FormCell = {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly box: Box;
  readonly lines: readonly Line[];
  readonly text: PlacedText;
  /** The text as it is compared: NFKC, one dash, no white space; in words that the engine knows where a form has its own. */
  readonly folded: string;
  readonly look: Look;
  /** Of choices of which it says the chosen one: the others. */
  readonly others?: readonly PlacedText[];
  /** Whether it is the part of a cell before a kind: 相談件数　目標. */
  readonly parted?: boolean;
  /** It stands on a background. */
  readonly filled: boolean;
  /** The font of most of its characters. */
  readonly font: string | undefined;
  /** How much the way it is set makes it a label on this sheet, in log odds; 0 where nothing is known. */
  readonly leaning: number;
};

/** `head`: a year, a kind or both; `choice`: boxes that are ticked or not; `words`: short, a label or a value. */
export type Look = 'empty' | 'figure' | 'head' | 'choice' | 'prose' | 'words';

export function formCell(cell: Cell, filled: boolean, reword: Reword): FormCell {
  const text = join(cell.lines);
  const folded = reword(comparable(text.text));
  const { row, col, rowSpan, colSpan, box, lines } = cell;
  return {
    row,
    col,
    rowSpan,
    colSpan,
    box,
    lines,
    text,
    folded,
    look: lookOf(folded, text.text, hasRing(text)),
    filled,
    font: fontOf(text),
    leaning: 0,
  };
}

function fontOf({ sources }: PlacedText): string | undefined {
  const counts = new Map<string | undefined, number>();
  for (const glyph of sources) {
    if (glyph) counts.set(glyph.font, (counts.get(glyph.font) ?? 0) + 1);
  }
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [undefined, 0] as [
    undefined,
    number,
  ])[0];
}

const MIN_PROSE = 31;
const SENTENCE = /[。]|(?:する|した|いる|ます|ない|である|です)$/;

function lookOf(folded: string, printed: string, ringed: boolean): Look {
  if (folded === '') return 'empty';
  if (isChoice(printed) || ringed) return 'choice';
  if (folded.includes('。')) return 'prose';
  if (headsFigures(figureHeadOf(folded, null))) return 'head';
  if (looksLikeFigure(folded, printed)) return 'figure';
  if (SENTENCE.test(folded) || folded.length >= MIN_PROSE) return 'prose';
  return 'words';
}

/** What stands behind the number of a figure is short; a longer word makes it the number of a heading. */
const MAX_UNIT = 4;
/** 調査中, 年度末に公表予定: a few words stand for a figure. */
const MAX_WORDS = 10;
/** 指標1, 成果目標2: a word that is counted, no figure. */
const NUMBERED_WORD = /^[^\d()△▲+\-.,]{2,}\d{1,2}$/;

function looksLikeFigure(folded: string, printed: string): boolean {
  if (/^[①-⑳]/.test(printed.trim())) return false;
  // 成果指標①: a circled number alone counts, it measures nothing.
  if (/[①-⑳]/.test(printed) && !/[\d０-９]/.test(printed)) return false;
  if (NUMBERED_WORD.test(folded)) return false;
  // 暴力を許さない: a sentence that says no number is none.
  if (!/\d/.test(folded) && folded.length > MAX_WORDS) return false;
  const read = figure(folded.replace(/^\(([^()]*\d[^()]*)\)$/, '$1'));
  if (!read || read.status === 'narrative' || read.status === 'unread') return false;
  return (
    (read.unit?.length ?? 0) <= MAX_UNIT && !(KNOWN.test(folded) && /^\d/.test(folded) && read.unit)
  );
}

/** Whether a ring stands around a part of a text. */
export const hasRing = ({ sources }: PlacedText): boolean =>
  sources.some((glyph) => glyph?.ringed) && sources.some((glyph) => glyph && !glyph.ringed);

/** At least one sign of a choice before words: ■拡充 □継続. */
export function isChoice(asPrinted: string): boolean {
  const { text: printed } = withPlainBoxes({ text: asPrinted, sources: [] });
  const signs = printed.match(new RegExp(`(?:${TICKED.source}|${UNTICKED.source})`, 'g')) ?? [];
  const box = /[□☐■☑☒✓✔]/.test(printed);
  return printed.length > signs.length && (box ? signs.length >= 1 : signs.length >= 2);
}

/**
 * How much a cell is a label rather than a value, as log odds: what it says, how it ends, how long it is, and whether
 * it is set in the middle as labels are.
 */
export function labelOdds(cell: FormCell): number {
  const { folded, look } = cell;
  if (look === 'empty') return -2;
  if (look === 'choice') return -6;
  if (look === 'figure') return -4;
  if (look === 'prose') {
    const bare = folded.replace(/\([^()]*\)/g, '');
    const known = !bare.includes('。') && folded.length < MIN_PROSE && KNOWN.test(folded);
    return known ? 1 : -4;
  }
  if (look === 'head') return /\d|元年/.test(folded) && !/[値率額]/.test(folded) ? -1 : 2;
  let odds = 0;
  const known = isKnownLabel(folded);
  // 改善 is a heading in one form and a judgement in another.
  if (known) odds += JUDGEMENT.test(folded) ? 0.5 : 4;
  else if (LABEL_ENDING.test(folded) && folded.length <= 16) odds += 1.5;
  if (VALUE_ENDING.test(folded) && !known) odds -= 1.5;
  if (JUDGEMENT.test(folded) && folded.length <= 6 && !known) odds -= 2.5;
  if (folded.length <= 8) odds += 0.3;
  if (folded.length > 18) odds -= 1.5;
  if (/^\d|\d$/.test(folded) && !known) odds -= 1;
  return odds + cell.leaning + (isCentred(cell) ? 0.7 : -0.3);
}

/** A label that is known whole. */
export const isKnownLabel = (folded: string): boolean =>
  [KNOWN, NUMBER, TITLE, DEPARTMENT].some((pattern) => pattern.test(folded));

/** Whether the ink has about the same room on both sides, and some. */
function isCentred({ box, lines }: FormCell): boolean {
  if (lines.length === 0) return false;
  const left = Math.min(...lines.map((line) => line.box[0])) - box[0];
  const right = box[2] - Math.max(...lines.map((line) => line.box[2]));
  return left > 1 && right > 1 && Math.abs(left - right) < 0.25 * (left + right) + 2;
}
