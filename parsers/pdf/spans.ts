import type { DrawnGlyph } from './text.ts';

/**
 * The marked content of a page with properties (ISO 32000-1, 14.6), but layers. A mark without an /MCID may say in its
 * /ActualText what its characters stand for (14.9.4); pdf.js tells that there is one, not what it says.
 */
export class Spans {
  /** The tags of all marks in the page's own content, in the order in which they begin. */
  readonly tags: string[] = [];
  /** The characters in marks that may say what they stand for, by the mark's place among `tags`. */
  readonly shown = new Map<number, DrawnGlyph[]>();
  readonly #open: (number | null)[] = [];
  /** How many forms deep the content is. */
  #forms = 0;

  begin(tag: unknown = null, id: unknown = null): void {
    const own = tag !== null && tag !== 'OC' && this.#forms === 0;
    this.#open.push(own && typeof id !== 'number' ? this.tags.length : null);
    if (own) this.tags.push(String(tag));
  }

  end(): void {
    this.#open.pop();
  }

  enterForm(): void {
    this.#forms++;
  }

  leaveForm(): void {
    this.#forms--;
  }

  note(glyph: DrawnGlyph): void {
    const open = this.#open.at(-1) ?? null;
    if (open === null) return;
    const there = this.shown.get(open);
    if (there) there.push(glyph);
    else this.shown.set(open, [glyph]);
  }
}
