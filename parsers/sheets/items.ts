import type { Line } from '../layout/lines.ts';
import { join, type PlacedText, slice, trim } from '../layout/text.ts';

/** A marked or plain paragraph of a narrative. `marker` is null for a plain one; bullets are all `・`. */
export type Paragraph = {
  readonly marker: string | null;
  readonly ordinal: number | null;
  /** Without the marker. */
  readonly text: PlacedText;
  /** With the marker: what the paragraph's place encloses. */
  readonly whole: PlacedText;
};

const CIRCLED = /^[①-⑳㉑-㉟㊱-㊿]/;
const NUMBERED = /^(?:[⑴-⒇]|[(（][0-9０-９]{1,2}[)）])/;
const BULLET = /^[・･•●○◯◎■□◆◇▪]/;

type Start = { marker: string; ordinal: number | null; length: number };

function startOf(text: string): Start | null {
  const circled = CIRCLED.exec(text)?.[0];
  if (circled) {
    const ordinal = Number(circled.normalize('NFKC'));
    return { marker: circled, ordinal, length: circled.length };
  }
  const numbered = NUMBERED.exec(text)?.[0];
  if (numbered) {
    const ordinal = Number(numbered.normalize('NFKC').replace(/[()]/g, ''));
    return { marker: numbered, ordinal, length: numbered.length };
  }
  const bullet = BULLET.exec(text)?.[0];
  return bullet ? { marker: '・', ordinal: null, length: bullet.length } : null;
}

/** Whether a line begins with an item's marker or a 【…】 heading. */
export function startsParagraph(line: Line): boolean {
  return startOf(line.text) !== null || line.text.startsWith('【');
}

/** Lower numbers hold higher ones: a bullet below ① belongs to ①. */
function rank(marker: string | null): number {
  if (marker === null) return 3;
  if (CIRCLED.test(marker)) return 0;
  return marker === '・' ? 2 : 1;
}

type Open = { marker: string | null; ordinal: number | null; lines: Line[]; parts: PlacedText[] };

/** Where lines of running text begin, and where full ones end (points, reading frame). */
export type Edges = { readonly left: number; readonly right: number };

/** Lines of running text as paragraphs. */
export function paragraphsOf(lines: readonly Line[], edges: Edges): Paragraph[] {
  const done: Open[] = [];
  let open: Open | null = null;
  for (const line of lines) {
    const start = startOf(line.text);
    if (start && (!open || begins(open, line, start, edges))) {
      open = { ...start, lines: [line], parts: [slice(line, start.length)] };
      done.push(open);
    } else if (open && (start || continues(open, line, edges))) {
      open.lines.push(line);
      open.parts.push(line);
    } else {
      open = { marker: null, ordinal: null, lines: [line], parts: [line] };
      done.push(open);
    }
  }
  return done.map(({ marker, ordinal, lines, parts }) => ({
    marker,
    ordinal,
    text: trim(join(parts)),
    whole: join(lines),
  }));
}

/** Indents that differ by less than this share of the font size are the same. */
const INDENT = 0.6;

/**
 * Whether a marker at the start of a line opens a paragraph of its own: not one below the open item (a bullet of ①),
 * and not a mark in running text that the line break happened to put first.
 */
function begins(open: Open, line: Line, start: Start, edges: Edges): boolean {
  if (open.marker === null) return !inMidSentence(open, edges);
  const shift = line.box[0] - (open.lines[0] as Line).box[0];
  if (shift < -INDENT * line.size) return true;
  if (rank(start.marker) > rank(open.marker)) return false;
  const next = start.ordinal !== null && start.ordinal === (open.ordinal ?? 0) + 1;
  return next || shift <= INDENT * line.size || rank(start.marker) < rank(open.marker);
}

const SENTENCE_END = /[。．）)」】]$/;
/** A line that ends this many characters before the edge is full: what follows did not fit, or may not be parted. */
const FULL = 3;
/** A line that ends a sentence is full only this near to the edge. */
const FULL_SENTENCE = 1.6;

/** Whether the open paragraph's last line is full and ends no sentence: the next one goes on with it. */
function inMidSentence({ lines }: Open, { right }: Edges): boolean {
  const last = lines.at(-1) as Line;
  return !SENTENCE_END.test(last.text) && right - last.box[2] <= FULL * last.size;
}

/** Whether an unmarked line goes on with the open paragraph, by its indent and by how full the line before is. */
function continues(open: Open, line: Line, edges: Edges): boolean {
  const first = open.lines[0] as Line;
  const last = open.lines.at(-1) as Line;
  const hangs = line.box[0] > first.box[0] + INDENT * line.size;
  if (open.marker !== null && hangs) return true;
  if (!SENTENCE_END.test(last.text)) return inMidSentence(open, edges);
  if (edges.right - last.box[2] > FULL_SENTENCE * line.size) return false;
  // A plain paragraph's first line is indented: a full sentence before one more such line is a paragraph's end.
  const usual = open.lines[1]?.box[0] ?? edges.left;
  const indented = first.box[0] > usual + INDENT * line.size;
  const again = Math.abs(line.box[0] - first.box[0]) <= INDENT * line.size;
  return !(open.marker === null && indented && again);
}
