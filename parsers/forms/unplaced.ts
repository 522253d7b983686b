import type { Claims } from '../layout/claims.ts';
import { join, type PlacedText } from '../layout/text.ts';
import { blockTexts, type FormBlock } from './blocks.ts';
import { BRACKETED, explains, MAX_HEADING } from './body.ts';
import { captionSaid } from './captions.ts';
import type { FormCell } from './cell.ts';
import type { FormContext } from './context.ts';
import type { FormTable } from './form-table.ts';
import type { Chunk } from './lines.ts';
import { namesOnly } from './names-only.ts';
import { isAbreast, lastOver } from './over.ts';
import { isMark } from './scales.ts';

/**
 * Tells where it stands what found no place, a cell or a paragraph at a time; not what only parts, names or explains the
 * rest (a heading, the label of an empty cell, a legend, a note), nor what a page has of its own.
 * @param title the line or cell that says what kind of sheet this is
 * @param aside what is drawn, not told: it is one thing
 */
export function tellUnplaced(
  blocks: readonly FormBlock[],
  title: PlacedText | undefined,
  context: FormContext,
  aside: ReadonlySet<FormBlock>,
): void {
  const { claims } = context;
  const isOfPage = runningTexts(blocks);
  const [first] = title?.sources.filter((glyph) => glyph !== null) ?? [];
  const isTitle = ({ sources }: PlacedText) => first !== undefined && sources.includes(first);
  let paragraph: PlacedText[] = [];
  const close = () => {
    if (paragraph.length > 0) tell('unread', unplaced(join(paragraph)), join(paragraph), context);
    paragraph = [];
  };
  for (const [i, block] of blocks.entries()) {
    if (aside.has(block)) continue;
    if (block.kind === 'table') {
      close();
      for (const cell of block.table.cells) {
        if (!isTitle(cell.text)) tellCell(cell, block.table, context);
      }
      continue;
    }
    for (const chunk of block.chunks) {
      const free = claims.rest(chunk.text).filter(({ text }) => SPEAKS.test(text));
      const said = isTitle(chunk.text) || isOfPage(chunk) || isBeside(chunk, blocks, i, claims);
      if (said || free.length === 0) close();
      else paragraph.push(...free);
    }
  }
  close();
  const drawn = [...aside].flatMap((block) =>
    blockTexts(block).flatMap((text) => claims.rest(text)),
  );
  const [flow] = drawn;
  if (flow) {
    const message = `What is drawn from 「${shown(flow)}」 on is not read.`;
    tell('unread-section', message, flow, context);
  }
}

/** Brackets and rules say nothing; △ and ↗ alone in a cell do. */
const SPEAKS = /[\p{L}\d]/u;
const CELL_SPEAKS = /[\p{L}\d\p{So}]/u;

function tellCell(cell: FormCell, table: FormTable, context: FormContext): void {
  const { claims } = context;
  const { look, text, folded } = cell;
  if (isMark(cell) || (look === 'figure' && /\d/.test(text.text))) {
    if (claims.touches(text)) return;
    const what = isMark(cell) ? 'mark' : 'figure';
    const message = `It is not clear what the ${what} 「${text.text}」 is of.`;
    tell('unread', message, text, context);
    return;
  }
  const free = claims.rest(text).filter((one) => CELL_SPEAKS.test(one.text));
  if (free.length === 0 || explains(folded) || captionSaid(folded) || namesOnly(cell, table))
    return;
  tell('unread', unplaced(join(free)), join(free), context);
}

/** Unless something is told there already. */
function tell(
  code: 'unread' | 'unread-section',
  message: string,
  text: PlacedText,
  { warnings, at, warn }: FormContext,
): void {
  const { page, box } = at(text);
  const told = warnings.some(
    ({ at: there }) => there?.page === page && there.box.join() === box.join(),
  );
  if (!told) warn(code, message, { page, box });
}

const MAX_SHOWN = 40;
const shown = ({ text }: PlacedText): string =>
  text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
const unplaced = (text: PlacedText): string => `No place was found for 「${shown(text)}」.`;

const PAGE_NUMBER = /^\W*(?:P\.?|No\.?)?\d{1,4}(?:\/\d{1,4})?(?:ページ|頁|枚)?\W*$/iu;

/** What says a page's number, or stands on several pages alike. */
function runningTexts(blocks: readonly FormBlock[]): (chunk: Chunk) => boolean {
  const lines = blocks.flatMap((block) => (block.kind === 'line' ? block.chunks : []));
  const pages = Map.groupBy(lines, ({ folded }) => folded);
  return ({ folded }) =>
    PAGE_NUMBER.test(folded) || new Set(pages.get(folded)?.map(({ page }) => page)).size > 1;
}

/** What is said of other things: notes, captions, additions, and headings over what has its place. */
function isBeside(
  { folded, text }: Chunk,
  blocks: readonly FormBlock[],
  at: number,
  claims: Claims,
): boolean {
  if (BRACKETED.test(folded) || isExplained(folded)) return true;
  const block = blocks[at];
  const alone =
    block?.kind === 'line' &&
    block.chunks.every(
      (one) => one.text === text || isExplained(one.folded) || headsAbreast(one, blocks, at),
    );
  if (!alone || !mayHead(folded)) return false;
  const hasPlace = (one: FormBlock) =>
    one.kind === 'table' || blockTexts(one).some((said) => claims.touches(said));
  const after = blocks.slice(at + 1).find((one) => hasPlace(one) || !headsOn(one));
  return after !== undefined && hasPlace(after);
}

/** Whether a chunk beside others is the heading of a table of its own: tables that stand abreast have each one on the same line. */
function headsAbreast(chunk: Chunk, blocks: readonly FormBlock[], at: number): boolean {
  const below = blocks.slice(at + 1);
  const until = below.findIndex((one) => one.kind === 'line' && !headsOn(one));
  const tables = below
    .slice(0, until < 0 ? below.length : until)
    .flatMap((one) => (one.kind === 'table' ? [{ box: one.table.grid.box, page: one.page }] : []));
  const [first] = tables;
  const abreast = tables.filter((one) => first && (one === first || isAbreast(one, first)));
  return (
    abreast.length > 1 &&
    mayHead(chunk.folded) &&
    abreast.some((table) => lastOver([chunk], table) !== undefined)
  );
}

const isExplained = (folded: string): boolean => explains(folded) || captionSaid(folded) !== null;

const mayHead = (folded: string): boolean =>
  folded.length <= MAX_HEADING && !/^・|[。、]|\d$/.test(folded);

const headsOn = (block: FormBlock): boolean =>
  block.kind === 'line' &&
  block.chunks.every(
    ({ folded }) => isExplained(folded) || BRACKETED.test(folded) || mayHead(folded),
  );
