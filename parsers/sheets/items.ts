import type { Line } from '../layout/lines.ts';
import { join, type PlacedText, slice, trim } from '../layout/text.ts';
import { INDENT, startsOf } from './lists.ts';
import { type Marker, markerOf } from './markers.ts';

/** A marked or plain paragraph of a narrative. `marker` is null for a plain one; bullets are all `・`. */
export type Paragraph = {
  readonly marker: string | null;
  readonly ordinal: number | null;
  /** Without the marker. */
  readonly text: PlacedText;
  /** With the marker: what the paragraph's place encloses. */
  readonly whole: PlacedText;
};

/** Whether a line begins with an item's marker, for certain. */
export function startsItem(line: Line): boolean {
  return markerOf(line)?.weak === false;
}

/** Whether a line begins with an item's marker or a 【…】 heading. */
export function startsParagraph(line: Line): boolean {
  return startsItem(line) || line.text.startsWith('【');
}

type Open = {
  marker: string | null;
  ordinal: number | null;
  family: string | null;
  lines: Line[];
  parts: PlacedText[];
};

/** Where lines of running text begin, and where full ones end (points, reading frame). */
export type Edges = {
  readonly left: number;
  readonly right: number;
  /** Families of markers that make lists somewhere on the sheet. */
  readonly lists: ReadonlySet<string>;
};

/** Lines of running text as paragraphs. */
export function paragraphsOf(lines: readonly Line[], edges: Edges): Paragraph[] {
  const done: Open[] = [];
  const starts = startsOf(lines, edges.lists);
  let open: Open | null = null;
  for (const line of lines) {
    const start = starts.get(line);
    if (start && (!open || begins(open, line, start, edges))) {
      const { marker, ordinal, family } = start;
      open = { marker, ordinal, family, lines: [line], parts: [slice(line, start.length)] };
      done.push(open);
    } else if (open && (start || continues(open, line, edges))) {
      open.lines.push(line);
      open.parts.push(line);
    } else {
      open = { marker: null, ordinal: null, family: null, lines: [line], parts: [line] };
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

/**
 * Whether a marker at the start of a line opens a paragraph of its own: not one below the open item (a bullet of ①),
 * and not a mark in running text that the line break happened to put first.
 */
function begins(open: Open, line: Line, start: Marker, edges: Edges): boolean {
  if (open.marker === null || start.weak) {
    if (inMidSentence(open, edges)) return false;
    if (open.marker === null) return true;
  }
  const shift = line.box[0] - (open.lines[0] as Line).box[0];
  if (shift < -INDENT * line.size) return true;
  const [outer, inner] = [open.ordinal !== null, start.ordinal !== null];
  // A bullet, or another kind of number, belongs to the numbered item that it follows.
  if (outer && start.family !== open.family) return false;
  const next = outer && start.ordinal === (open.ordinal ?? 0) + 1;
  return next || shift <= INDENT * line.size || (inner && !outer);
}

const SENTENCE_END = /[。．）)」】]$/;

export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text);
}

/** A line that ends this many characters before the edge is full: what follows did not fit, or may not be parted. */
const FULL = 3;
/** A line that ends a sentence is full only this near to the edge. */
const FULL_SENTENCE = 1.6;

/** Whether a line is full and ends no sentence: the next one goes on with it. */
export function goesOn(last: Line, { right }: Edges): boolean {
  return !SENTENCE_END.test(last.text) && right - last.box[2] <= FULL * last.size;
}

const inMidSentence = ({ lines }: Open, edges: Edges) => goesOn(lines.at(-1) as Line, edges);

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
