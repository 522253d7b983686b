import type { Format } from '../formats/format.ts';
import { beginsForm } from '../forms/document.ts';
import type { PageLayout } from '../layout/layout.ts';
import type { SheetRecord } from '../records/sheet.ts';
import type { DocumentWarning } from '../records/warning.ts';
import { Margins } from './furniture.ts';
import { withHeaderLines } from './header-table.ts';
import type { Known } from './known.ts';
import { openingsIn } from './openings.ts';
import type { OwnedSheet } from './owned.ts';
import { readSheets } from './pages.ts';
import { namedBefore } from './publisher.ts';

/** What the sheets of a document say, and what is to be said of the document. */
export type Document = { sheets: SheetRecord[]; warnings: DocumentWarning[] };

/** A page as it is laid out, and as formats read it: with the rows of a header table as lines. */
type Pending = { readonly printed: PageLayout; readonly layout: PageLayout };

/** Takes a document page by page and lets go of each sheet's pages once the next sheet begins: a book may be long. */
export class DocumentReader {
  readonly #known: Known;
  readonly #said: string | undefined;
  readonly #show: (sheet: OwnedSheet) => void;
  readonly #margins = new Margins();
  readonly #document: Document = { sheets: [], warnings: [] };
  #pending: Pending[] = [];
  /** the publisher whom the pages before the first sheet name */
  #front: string | null = null;

  /**
   * @param publisher a slug, a code or a name, where the uploader says it
   * @param show is given each sheet with who has which of its characters: a document's sheets are kept without
   */
  constructor(
    known: Known,
    publisher?: string,
    show: (sheet: OwnedSheet) => void = () => undefined,
  ) {
    this.#known = known;
    this.#said = publisher;
    this.#show = show;
  }

  async add(printed: PageLayout): Promise<void> {
    const layout = withHeaderLines(printed, this.#known.formats);
    this.#margins.note(layout);
    if (this.#pending.length > 0 && this.#begins(layout)) await this.#readPending();
    this.#pending.push({ printed, layout });
  }

  /** A sheet of a known format begins; or a form, where no known sheet goes on. */
  #begins(layout: PageLayout): boolean {
    if (beginsSheet(layout, this.#known.formats)) return true;
    const known = this.#pending.some(
      ({ layout: { lines } }) => openingsIn(lines, this.#known.formats).size > 0,
    );
    return !known && beginsForm(layout, this.#pending[0]?.printed ?? null, this.#known.forms);
  }

  async finish(): Promise<Document> {
    await this.#readPending();
    const { sheets, warnings } = this.#document;
    return { sheets, warnings: [...warnings, ...repeatedSheets(sheets)] };
  }

  async #readPending(): Promise<void> {
    const layouts = this.#pending.map(({ layout }) => layout);
    const openings = openingsIn(
      layouts.flatMap(({ lines }) => lines),
      this.#known.formats,
    );
    if (this.#document.sheets.length === 0) this.#front ??= namedBefore(layouts, openings);
    const { sheets, warnings } = await readSheets(
      {
        ...{ layouts, openings, margins: this.#margins },
        printed: this.#pending.map(({ printed }) => printed),
      },
      this.#known,
      { said: this.#said, front: this.#front },
    );
    sheets.forEach(this.#show);
    this.#document.sheets.push(...sheets.map(({ record }) => record));
    this.#document.warnings.push(...warnings);
    this.#pending = [];
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

function repeatedSheets(sheets: readonly SheetRecord[]): DocumentWarning[] {
  return sheets
    .filter(({ id }, i) => sheets.findIndex((sheet) => sheet.id === id) < i)
    .map(({ id, pages }) => {
      const message = `The document holds the sheet ${id} more than once.`;
      return { code: 'repeated-sheet', message, page: pages.from };
    });
}
