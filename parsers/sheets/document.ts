import type { Format, Program } from '../formats/format.ts';
import { beginsForm, readForms } from '../forms/document.ts';
import { comparable } from '../japanese/characters.ts';
import type { PageLayout } from '../layout/layout.ts';
import type { Line } from '../layout/lines.ts';
import { identify } from '../publishers/identity.ts';
import type { SheetRecord } from '../records/sheet.ts';
import { type DocumentWarning, withSeverity } from '../records/warning.ts';
import type { Block } from './block.ts';
import { lengthOf } from './ending.ts';
import { findingsOf } from './findings.ts';
import { flowOf } from './flow.ts';
import { Margins } from './furniture.ts';
import type { Header } from './header.ts';
import { withHeaderLines } from './header-table.ts';
import { headingsIn } from './headings.ts';
import type { Language } from './language.ts';
import { type Opening, openingsIn } from './openings.ts';
import { placer } from './places.ts';
import { namedBefore, namedInMargins } from './publisher.ts';
import { isHeading } from './sections.ts';
import { readSheet } from './sheet.ts';

/** What the sheets of a document say, and what is to be said of the document. */
export type Document = { sheets: SheetRecord[]; warnings: DocumentWarning[] };

/** Takes a document page by page and lets go of each sheet's pages once the next sheet begins: a book may be long. */
export class DocumentReader {
  readonly #formats: readonly Format[];
  readonly #language: () => Promise<Language>;
  readonly #said: string | undefined;
  readonly #margins = new Margins();
  readonly #document: Document = { sheets: [], warnings: [] };
  #pending: PageLayout[] = [];
  /** the pending pages as they are printed: a form has its title and its lines in tables */
  #printed: PageLayout[] = [];
  /** the publisher whom the pages before the first sheet name */
  #front: string | null = null;

  /** @param publisher a slug, a code or a name, where the uploader says it */
  constructor(formats: readonly Format[], language: () => Promise<Language>, publisher?: string) {
    this.#formats = formats;
    this.#language = language;
    this.#said = publisher;
  }

  async add(printed: PageLayout): Promise<void> {
    const layout = withHeaderLines(printed, this.#formats);
    this.#margins.note(layout);
    if (this.#pending.length > 0 && this.#begins(layout, printed)) await this.#readPending();
    this.#pending.push(layout);
    this.#printed.push(printed);
  }

  /** A sheet of a known format begins; or a form, where no known sheet goes on. */
  #begins(layout: PageLayout, printed: PageLayout): boolean {
    if (beginsSheet(layout, this.#formats)) return true;
    const known = this.#pending.some(({ lines }) => openingsIn(lines, this.#formats).size > 0);
    return !known && beginsForm(printed);
  }

  async finish(): Promise<Document> {
    await this.#readPending();
    const { sheets, warnings } = this.#document;
    return { sheets, warnings: [...warnings, ...repeatedSheets(sheets)] };
  }

  async #readPending(): Promise<void> {
    const openings = openingsIn(
      this.#pending.flatMap((layout) => layout.lines),
      this.#formats,
    );
    if (this.#document.sheets.length === 0) this.#front ??= namedBefore(this.#pending, openings);
    const { sheets, warnings } = await readSheets(
      this.#pending,
      this.#printed,
      openings,
      this.#margins,
      this.#formats,
      this.#language,
      { said: this.#said, front: this.#front },
    );
    this.#document.sheets.push(...sheets);
    this.#document.warnings.push(...warnings);
    this.#pending = [];
    this.#printed = [];
  }
}

/** At most this many lines (a running head, a page number) stand above a sheet that begins on a new page. */
const ABOVE = 2;

function beginsSheet({ lines, tables }: PageLayout, formats: readonly Format[]): boolean {
  const [first] = openingsIn(lines, formats).keys();
  if (!first) return false;
  const above = tables.some((table) => table.box[1] < first.box[1]);
  return lines.indexOf(first) <= ABOVE && !above;
}

/** The sheets of consecutive pages, each from its opening to the next one's. */
async function readSheets(
  layouts: readonly PageLayout[],
  asPrinted: readonly PageLayout[],
  openings: ReadonlyMap<Line, Opening>,
  margins: Margins,
  formats: readonly Format[],
  language: () => Promise<Language>,
  { said, front }: { said: string | undefined; front: string | null },
): Promise<Document> {
  const place = placer(new Map(layouts.map(({ page }) => [page.number, page])));
  const lines = layouts.flatMap((layout) => layout.lines);
  const headerLines = new Set([...openings.values()].flatMap(({ header }) => header.lines));
  const isBody = (block: Block) => block.kind !== 'line' || !headerLines.has(block.line);
  const kept = new Set([...headerLines, ...lines.filter((line) => isHeading(formats, line))]);
  const sheets = openings.size === 0 ? await readForms(asPrinted, place) : [];
  const warnings: DocumentWarning[] = [];
  const covered = new Set<number>();
  for (const { pages } of sheets) cover(covered, pages);
  for (const { opening, blocks, page } of cut(flowOf(layouts, margins, kept), openings)) {
    const { format, rivals } = opening;
    const header = { ...opening.header, program: await listed(opening.header.program) };
    if (rivals > 0) {
      const message = `More than one format matches «${header.title}»; it is read as ${format.format}.`;
      warnings.push({ code: 'ambiguous-format', message, page });
    }
    const headings = headingsIn(format, blocks.filter(isBody));
    const own = blocks.slice(0, lengthOf(format, headings, blocks));
    const body = own.filter(isBody);
    const pages = { from: page, to: Math.max(page, ...own.map(lastPage)) };
    cover(covered, pages);
    const printed = header.publisherName ?? namedInMargins(layouts, margins, pages) ?? front;
    const { identity, findings } = await identify({ said, printed, usual: format.publisher });
    const sheet = readSheet(
      format,
      header,
      identity,
      headings,
      body,
      pages,
      place,
      await language(),
    );
    if (sheet) {
      const found = [...findings, ...sheet.warnings, ...findingsOf(sheet)];
      sheets.push({ ...sheet, warnings: found.map(withSeverity) });
    } else {
      const message = `No fiscal year is named on the sheet «${header.title}»; it was not read.`;
      warnings.push({ code: 'no-fiscal-year', message, page });
    }
  }
  for (const { page } of layouts) {
    if (covered.has(page.number) || page.glyphs.length === 0) continue;
    const message = 'The page holds no part of a sheet; it was not read.';
    warnings.push({ code: 'page-without-sheet', message, page: page.number });
  }
  return { sheets, warnings };
}

function cover(covered: Set<number>, { from, to }: SheetRecord['pages']): void {
  for (let number = from; number <= to; number++) covered.add(number);
}

/** A programme that the format does not list has the first 6 hex digits of its name's SHA-256 for a slug. */
async function listed(program: Header['program']): Promise<Program> {
  if (program.slug !== null) return program;
  const name = new TextEncoder().encode(comparable(program.name));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', name));
  const slug = Array.from(digest.slice(0, 3), (byte) => byte.toString(16).padStart(2, '0'));
  return { ...program, slug: slug.join('') };
}

function repeatedSheets(sheets: readonly SheetRecord[]): DocumentWarning[] {
  return sheets
    .filter(({ id }, i) => sheets.findIndex((sheet) => sheet.id === id) < i)
    .map(({ id, pages }) => {
      const message = `The document holds the sheet ${id} more than once.`;
      return { code: 'repeated-sheet', message, page: pages.from };
    });
}

function lastPage(block: Block): number {
  if (block.kind === 'line') return block.page;
  const pages = block.table.cells.flatMap((cell) =>
    cell.lines.map((line) => line.sources.find((s) => s !== null)?.page ?? block.page),
  );
  return Math.max(block.page, ...pages);
}

function cut(
  blocks: readonly Block[],
  openings: ReadonlyMap<unknown, Opening>,
): { opening: Opening; page: number; blocks: Block[] }[] {
  const sheets: { opening: Opening; page: number; blocks: Block[] }[] = [];
  for (const block of blocks) {
    const opening = block.kind === 'line' ? openings.get(block.line) : undefined;
    if (opening) sheets.push({ opening, page: block.page, blocks: [block] });
    else sheets.at(-1)?.blocks.push(block);
  }
  return sheets;
}
