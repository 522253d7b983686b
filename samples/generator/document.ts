import type { Sheet } from './content.ts';
import { Flow } from './flow.ts';
import { addFurniture } from './furniture.ts';
import { type Page, placesByOwner } from './page.ts';
import { measureFor, type Producer, write } from './producer.ts';
import { laySheet } from './sheets/sheet.ts';
import { type Truth, truthOf } from './truth.ts';

export type Book = { readonly title: string; readonly publisher: string };

export type Laid = {
  readonly title: string;
  readonly pages: readonly Page[];
  readonly truths: readonly Truth[];
};

export type Made = {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly truths: readonly Truth[];
};

/** The PDF of one sheet or of a report book, and what a reader should make of it. */
export async function makeDocument(
  producer: Producer,
  sheets: readonly Sheet[],
  book: Book | null = null,
): Promise<Made> {
  const { title, pages, truths } = layDocument(producer, sheets, book);
  return { pdf: await write(producer, pages, title), pages: pages.length, truths };
}

/** Lays out one sheet, or a report book: a cover, a contents page, and its sheets one after the other. */
export function layDocument(
  producer: Pick<Producer, 'style' | 'fonts'>,
  sheets: readonly Sheet[],
  book: Book | null = null,
): Laid {
  const flow = new Flow(producer.style, measureFor(producer));
  const cover = book === null ? null : layCover(flow, book);
  const contents = book === null ? null : flow.page;
  if (contents !== null) flow.newPage();
  const ranges = sheets.map((sheet, index) => {
    if (index > 0) flow.newPage();
    return laySheet(flow, sheet);
  });
  if (contents !== null) layContents(flow, contents, sheets, ranges);
  const bare = new Set(cover === null ? [] : [cover]);
  const titleOf = (page: number) => {
    const sheet = sheets[ranges.findIndex(({ from, to }) => from <= page && page <= to)];
    return sheet ? entryName(sheet) : '';
  };
  addFurniture(flow.pages, producer.style, flow.measure, bare, titleOf);
  const places = placesByOwner(flow.pages);
  const truths = sheets.map((sheet, index) =>
    truthOf(sheet, ranges[index] ?? { from: 1, to: 1 }, places),
  );
  const title = book?.title ?? sheets[0]?.title ?? '';
  return { title, pages: flow.pages, truths };
}

function layCover(flow: Flow, book: Book): Page {
  const cover = flow.page;
  flow.space(200);
  flow.paragraph(book.title, { size: 22, face: 'gothic', align: 'center' });
  flow.space(300);
  flow.paragraph(book.publisher, { size: 16, align: 'center' });
  flow.newPage();
  return cover;
}

/** Fills the contents page that was left open, now that page numbers are known. */
function layContents(
  flow: Flow,
  contents: Page,
  sheets: readonly Sheet[],
  ranges: readonly { from: number }[],
): void {
  const page = new Flow(flow.style, flow.measure);
  page.paragraph('目　次', { size: 16, face: 'gothic', align: 'center' });
  page.space(20);
  for (const [index, sheet] of sheets.entries()) {
    page.paragraph(`${entryName(sheet)}　……………　${ranges[index]?.from}`, {});
  }
  contents.runs.push(...page.page.runs);
}

const entryName = ({ programName, number, title }: Sheet) =>
  `${programName}${number ?? ''}　${title}`;
