import { REPLACEMENT } from './pdf/page.ts';
import type { ReadPage } from './pdf/read.ts';
import { Refusal } from './records/refusal.ts';
import type { SheetRecord } from './records/sheet.ts';
import type { TextSource } from './records/text-source.ts';

/** With more than this share of its characters unknown a document cannot be read … */
const MAX_UNKNOWN = 0.5;
/** … and with more than this it is no wonder that no sheet was found … */
const MAX_UNKNOWN_WITHOUT_SHEET = 0.1;
/** … or with this, where a font has none of its digits: no sheet is found without its year. */
const MAX_UNKNOWN_WITHOUT_DIGITS = 0.01;

/** Keeps count of where a document's text comes from and how much of it says what it is. */
export class TextFound {
  readonly #layers = new Map<number, ReadPage['layer']>();
  #pages = 0;
  #characters = 0;
  #unknown = 0;
  #shown = false;
  #lacksDigits = false;

  note({ number, glyphs, layer, pictures, outlines, missing }: ReadPage): void {
    this.#pages++;
    this.#shown ||= pictures || outlines;
    this.#lacksDigits ||= missing.some(({ lacks }) => lacks.includes('digits'));
    const inked = glyphs.filter((glyph) => glyph.text.trim() !== '');
    if (inked.length > 0) this.#layers.set(number, layer);
    this.#characters += inked.length;
    this.#unknown += inked.filter((glyph) => glyph.text.includes(REPLACEMENT)).length;
  }

  get pages(): number {
    return this.#pages;
  }

  /**
   * @param holdsPictures asked where there is nothing else to see
   * @throws Refusal `no-text`, `empty-document`, `unreadable-text`
   */
  async require(sheets: number, holdsPictures: () => Promise<boolean>): Promise<void> {
    if (this.#characters === 0) {
      throw this.#shown || (await holdsPictures())
        ? new Refusal(
            'no-text',
            'The pages are pictures or outlines: the document has no text to read.',
          )
        : new Refusal('empty-document', 'The document has no page with anything on it.');
    }
    const least = this.#lacksDigits ? MAX_UNKNOWN_WITHOUT_DIGITS : MAX_UNKNOWN_WITHOUT_SHEET;
    const bound = sheets > 0 ? MAX_UNKNOWN : least;
    if (this.#unknown > bound * this.#characters) {
      throw new Refusal(
        'unreadable-text',
        `The fonts do not say what ${this.#unknown} of the ${this.#characters} characters are; print the document to PDF anew.`,
      );
    }
  }

  source(pages: SheetRecord['pages'] = { from: 1, to: Infinity }): TextSource {
    const layers = new Set<TextSource>();
    for (const [page, layer] of this.#layers) {
      if (page >= pages.from && page <= pages.to) layers.add(layer);
    }
    const [only] = layers;
    return layers.size === 1 && only ? only : layers.size === 0 ? 'embedded' : 'mixed';
  }
}
