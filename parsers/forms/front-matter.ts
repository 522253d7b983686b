import { comparable } from '../japanese/characters.ts';
import { find } from '../japanese/folded.ts';
import { yearsIn } from '../japanese/years.ts';
import type { PlacedText } from '../layout/text.ts';
import { slice } from '../layout/text.ts';
import type { FormBlock } from './blocks.ts';
import type { FormCell } from './cell.ts';
import type { Chunk } from './lines.ts';
import { formOfficeIn } from './office.ts';
import { PUBLISHER, type Title, titleOf } from './title.ts';

/** What stands at the head of a sheet: its kind, who publishes it, and the texts that name its year. */
export type FrontMatter = {
  readonly title: Title | null;
  readonly publisher: PlacedText | null;
  /** Who is in charge, where a line says it without a label. */
  readonly department: PlacedText | null;
  readonly texts: readonly string[];
  /** Whether it says itself that it goes on from the page before: 裏面, （続き）, 2／2. */
  readonly goesOn: boolean;
};

/** Lines and rows this far down may hold the title. */
const MAX_LINES = 8;
const MAX_ROWS = 2;

/** Where a title may stand. */
export function headChunks(blocks: readonly FormBlock[]): Chunk[] {
  const { head, inTables } = headOf(blocks);
  return [...head, ...inTables];
}

function headOf(blocks: readonly FormBlock[]) {
  const first = blocks[0]?.page;
  const page = blocks.filter((block) => block.page === first);
  const lines = page.flatMap((block) => (block.kind === 'line' ? block.chunks : []));
  const head = lines.slice(0, MAX_LINES);
  const inTables = page
    .filter((block) => block.kind === 'table')
    .slice(0, 1)
    .flatMap(({ table }) =>
      table.cells
        .filter((cell) => cell.row < MAX_ROWS && cell.look !== 'empty')
        .map((cell) => asChunk(cell, first ?? 1)),
    );
  return { page, lines, head, inTables };
}

export function frontMatter(blocks: readonly FormBlock[]): FrontMatter {
  const { page, lines, head, inTables } = headOf(blocks);
  const across = page
    .filter((block) => block.kind === 'table')
    .slice(0, 1)
    .flatMap(({ table }) => table.cells.filter((cell) => cell.colSpan * 2 > table.cols))
    .map((cell) => cell.text);
  // 内部評価 beside its grade is a label; a title runs along its table.
  const title =
    bestTitle(head) ??
    bestTitle(inTables.filter(({ text }) => across.includes(text))) ??
    largestOf(head, page);
  const near = title ? [...head, ...inTables].filter((chunk) => aboutYear(chunk, title.chunk)) : [];
  const texts = title
    ? [title.chunk.text.text, ...near.map((chunk) => chunk.text.text)]
    : head.map((chunk) => chunk.text.text);
  const office = formOfficeIn(head.filter((chunk) => chunk !== title?.chunk));
  return {
    title,
    publisher:
      title?.publisher ??
      publisherIn(head) ??
      publisherIn(inTables) ??
      bracketed(title) ??
      office?.publisher ??
      publisherIn(lines),
    department: office?.department ?? null,
    texts,
    goesOn:
      texts.some((text) => CONTINUED.test(comparable(text))) ||
      head.some((chunk) => chunk.box === title?.chunk.box && LATER_PAGE.test(chunk.folded)),
  };
}

const CONTINUED = /裏面|続き|つづき|\((?:[2-9])\/[2-9]\)|その[2-9２-９]/;
/** Beside the title: the second of two pages. */
const LATER_PAGE = /^[(（]?(?:No\.?|P\.?)?[2-9]\/[2-9](?:ページ|頁|枚)?[)）]?$/i;

function asChunk({ text, folded, lines, box }: FormCell, page: number): Chunk {
  return { text, folded, size: lines[0]?.size ?? 0, box, page };
}

/** The largest of the lines that may be a title, the first of equals. */
function bestTitle(chunks: readonly Chunk[]): Title | null {
  const titles = chunks.flatMap((chunk) => titleOf(chunk) ?? []);
  return titles.reduce<Title | null>(
    (best, one) => (best === null || one.chunk.size > best.chunk.size + 0.5 ? one : best),
    null,
  );
}

/** How many times as large as the text of cells a title is that is known by its size alone. */
const LARGER = 1.15;

/** The one line that is larger than all others and than what stands in tables, where it ends as titles do. */
function largestOf(head: readonly Chunk[], page: readonly FormBlock[]): Title | null {
  const lines = Map.groupBy(head, ({ box }) => box);
  const [first, second] = [...lines.values()].toSorted((a, b) => sizeOf(b) - sizeOf(a));
  const cells = page.flatMap((block) =>
    block.kind === 'table'
      ? block.table.cells.flatMap(({ lines: [line] }) => line?.size ?? [])
      : [],
  );
  const usual = cells.toSorted((a, b) => a - b)[cells.length >> 1];
  if (!first || usual === undefined || sizeOf(first) < LARGER * usual) return null;
  if (second && sizeOf(second) > sizeOf(first) - 0.5) return null;
  return first.map((chunk) => titleOf(chunk, true)).find((title) => title !== null) ?? null;
}

const sizeOf = ([chunk]: readonly Chunk[]): number => chunk?.size ?? 0;

/** A year beside the title, alone or in brackets: （平成25年度実績）. */
function aboutYear(chunk: Chunk, title: Chunk): boolean {
  if (chunk === title || chunk.folded.length > 20) return false;
  const close = Math.abs(chunk.box[1] - title.box[1]) < 3 * title.size;
  return (
    close &&
    yearsIn(chunk.folded, null).length > 0 &&
    /^[(【〔[]|年度|実績|実施/.test(chunk.folded) &&
    !/月\d+日/.test(chunk.folded)
  );
}

/** A line or cell that is a publisher's name, in brackets or not, and no label. */
function publisherIn(chunks: readonly Chunk[]): PlacedText | null {
  for (const { text } of chunks) {
    const found = find(text.text, /^[(【[〔]?(?<who>[^()【】[\]〔〕]+)[)】\]〕]?$/)?.groups['who'];
    const who = found && slice(text, found[0], found[1]);
    const folded = who ? comparable(who.text) : '';
    if (who && PUBLISHER.test(folded) && !NO_PUBLISHER.test(folded)) return who;
  }
  return null;
}

/** Labels and parts of a city that end as a publisher does. */
const NO_PUBLISHER = /(?:地区|市町村|区分|部局庁|全市|市内|担当.*|所管.*)$|^(?:対象|担当|所管)/;

/** 行政事業レビューシート（外務省） */
function bracketed(title: Title | null): PlacedText | null {
  if (!title) return null;
  const found = find(title.chunk.text.text, /[(【[](?<who>[^()【】[\]]+)[)】\]]/);
  const who = found?.groups['who'];
  if (!who) return null;
  const text = slice(title.chunk.text, who[0], who[1]);
  return PUBLISHER.test(comparable(text.text)) ? text : null;
}
