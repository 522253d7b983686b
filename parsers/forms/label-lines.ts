import { comparable } from '../japanese/characters.ts';
import { linesOf } from '../layout/lines.ts';
import { type PlacedText, slice, trim } from '../layout/text.ts';
import type { FormBlock } from './blocks.ts';
import { BRACKETED, explains, lineKind } from './body.ts';
import { isKnownLabel } from './cell.ts';
import { yenIn } from './head.ts';
import { type Chunk, spaced } from './lines.ts';
import type { Labelled } from './said.ts';
import { JUDGEMENT, RATING_LABEL } from './vocabulary/judgements.ts';
import { LABEL_ENDING } from './vocabulary/labels.ts';

/** What is said by each stretch that is a label, with white between it and what it asks for; nothing by the texts' own. */
export type LabelLines = ReadonlyMap<Chunk, readonly Labelled[]>;

type Entry = { readonly label: Chunk; readonly parts: Chunk[] };

/** Labels and texts of a line stand below those of the next one, so near (points). */
const ALIGNED = 2;
/** The rest of a text stands below it, nearer than this many times its size. */
const NEAR = 1;

/** 事業名　　有線放送…, with the lines below that go on with the text; 整理番号　農水07 where the white is a narrow one. */
export function labelLines(
  blocks: readonly FormBlock[],
  isTaken: (chunk: Chunk) => boolean,
): LabelLines {
  const lines = blocks.flatMap((block) => (block.kind === 'line' ? [block.chunks] : []));
  const free = lines.map((chunks) => (chunks.some(isTaken) ? [] : chunks));
  const known = free.flatMap(([label, text]) =>
    label && text && isLabel(label) && !isLabel(text) ? [[left(label), left(text)]] : [],
  );
  const keepsTo = (label: Chunk, text: Chunk) =>
    label.folded.length <= MAX_LABEL &&
    known.some(
      ([a = 0, b = 0]) => Math.abs(a - left(label)) < ALIGNED && Math.abs(b - left(text)) < ALIGNED,
    );
  const found = new Map<Chunk, readonly Labelled[]>();
  for (const [i, chunks] of free.entries()) {
    const [first, second] = chunks;
    const more = first && second && keepsTo(first, second) ? first : null;
    const entries = entriesOf(chunks, more);
    for (const [at, entry] of entries.entries()) {
      const goesOn = at === entries.length - 1 ? linesBelow(entry, free.slice(i + 1)) : [];
      for (const chunk of [...entry.parts, ...goesOn]) found.set(chunk, []);
      found.set(entry.label, saidIn(entry, goesOn));
    }
    if (first && !second && !found.has(first) && lineKind(first).kind !== 'said') {
      const one = apartIn(first);
      if (one) found.set(first, [one]);
    }
  }
  return found;
}

const MAX_LABEL = 14;

const isLabel = ({ folded, text }: Chunk): boolean =>
  folded.length <= MAX_LABEL &&
  !/[:：。]/.test(text.text) &&
  (isKnownLabel(folded) || RATING_LABEL.test(folded));

/** Labels of a line with what stands behind each, up to the next; none where figures stand in columns. */
function entriesOf(chunks: readonly Chunk[], more: Chunk | null): Entry[] {
  const entries: Entry[] = [];
  for (const [i, chunk] of chunks.entries()) {
    const next = chunks[i + 1];
    const asks = (isLabel(chunk) || chunk === more) && lineKind(chunk).kind !== 'caption';
    if (asks && next && !isLabel(next)) entries.push({ label: chunk, parts: [] });
    else if (entries.length === 0) return [];
    else entries.at(-1)?.parts.push(chunk);
  }
  const figures = ({ parts }: Entry) =>
    parts.filter(({ folded }) => FIGURE.test(folded)).length > 1;
  const none = ({ parts }: Entry) => parts.length === 0 || parts.some(isOfTable);
  return entries.some((entry) => none(entry) || figures(entry)) ? [] : entries;
}

/** A unit, a legend: what stands over a table or below one. */
const isOfTable = (chunk: Chunk): boolean =>
  lineKind(chunk).kind === 'caption' || yenIn(chunk.folded) !== null || explains(chunk.folded);

const FIGURE = /^[-△▲(]?[\d,.]*\d[\d,.]*\D{0,3}\)?$|^-$/;

/** Lines directly below that hold nothing but the rest of the text. */
function linesBelow({ parts }: Entry, lines: readonly (readonly Chunk[])[]): Chunk[] {
  const found: Chunk[] = [];
  let above = parts.at(-1) as Chunk;
  for (const [only, more] of lines) {
    const near = only && only.page === above.page && only.box[1] - above.box[3] < NEAR * only.size;
    if (!only || more || !near || Math.abs(left(only) - left(parts.at(-1) as Chunk)) > only.size)
      break;
    found.push(only);
    above = only;
  }
  return found;
}

/** Its text, and what stands behind a grade as its reason, with its own label or none: （理由）…. */
function saidIn({ label, parts }: Entry, goesOn: readonly Chunk[]): Labelled[] {
  const [first, ...more] = parts as [Chunk, ...Chunk[]];
  const grade = RATING_LABEL.test(label.folded) && JUDGEMENT.test(first.folded);
  const judged = more.length > 0 && grade;
  const at = judged ? 0 : more.findIndex(({ text }) => REASON.test(text.text));
  const texts = at < 0 ? [...parts, ...goesOn] : [first, ...more.slice(0, at)];
  const own: Labelled = { label: label.text, path: [], text: withGaps(texts) };
  if (at < 0) return [own];
  const reason = withGaps([...more.slice(at), ...goesOn]);
  const end = REASON.exec(reason.text)?.[0].length;
  if (end === undefined) return [own, { ...own, text: reason }];
  const name = trim(slice(reason, 0, end));
  return [own, { label: name, path: [label.text], text: trim(slice(reason, end)) }];
}

const withGaps = (chunks: readonly Chunk[]): PlacedText =>
  spaced(
    linesOf(chunks.flatMap(({ text }) => [...new Set(text.sources)].filter((g) => g !== null))),
  );

const REASON = /^[(（【［[][^()（）【】［］[\]]{1,8}[)）】］\]](?=.)/;

/** A label with a narrow white behind it: 整理番号　農水07, 評価　Ｂ. */
function apartIn({ text, folded, size }: Chunk): Labelled | null {
  if (BRACKETED.test(folded)) return null;
  for (let at = 2; at < text.text.length; at++) {
    const [before, after] = [text.sources.slice(0, at).findLast(Boolean), text.sources[at]];
    if (!before || !after || after.x0 - before.x1 < MIN_WHITE * size) continue;
    const [label, rest] = [trim(slice(text, 0, at)), trim(slice(text, at))];
    const [said, asked] = [label.text, rest.text].map(comparable) as [string, string];
    const names = isKnownLabel(said) || (RATING_LABEL.test(said) && JUDGEMENT.test(asked));
    const isText = !LABEL_ENDING.test(asked) && !isKnownLabel(asked) && !explains(asked);
    return names && isText ? { label, path: [], text: rest } : null;
  }
  return null;
}

const MIN_WHITE = 0.7;

const left = ({ text }: Chunk): number => text.sources.find((glyph) => glyph !== null)?.x0 ?? 0;
