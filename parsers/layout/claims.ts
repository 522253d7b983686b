import type { Glyph } from '../pdf/page.ts';
import type { PlacedText } from './text.ts';

/** Which printed characters have found their place in the record: each has one, the rest is left over. */
export class Claims {
  readonly #taken = new Set<Glyph>();
  readonly #furniture = new Set<Glyph>();

  claim(...texts: readonly PlacedText[]): void {
    for (const { sources } of texts) {
      for (const glyph of sources) if (glyph) this.#taken.add(glyph);
    }
  }

  /** What belongs to the page, not to the sheet: running heads, page numbers. */
  claimFurniture(...texts: readonly PlacedText[]): void {
    this.claim(...texts);
    for (const { sources } of texts) {
      for (const glyph of sources) if (glyph) this.#furniture.add(glyph);
    }
  }

  isFurniture(glyph: Glyph): boolean {
    return this.#furniture.has(glyph);
  }

  release(...texts: readonly PlacedText[]): void {
    for (const { sources } of texts) {
      for (const glyph of sources) if (glyph) this.#taken.delete(glyph);
    }
  }

  has(glyph: Glyph): boolean {
    return this.#taken.has(glyph);
  }

  /** Whether any character of the text has its place already. */
  touches({ sources }: PlacedText): boolean {
    return sources.some((glyph) => glyph !== null && this.#taken.has(glyph));
  }

  /** The stretches of a text that nothing has claimed. */
  rest(text: PlacedText): PlacedText[] {
    const rests: { text: string; sources: (Glyph | null)[] }[] = [];
    let open = false;
    for (let i = 0; i < text.text.length; i++) {
      const glyph = text.sources[i] ?? null;
      const free: boolean = glyph === null ? open : !this.#taken.has(glyph);
      if (free && !open) rests.push({ text: '', sources: [] });
      open = free;
      if (!free) continue;
      const last = rests.at(-1);
      if (last) {
        last.text += text.text.charAt(i);
        last.sources.push(glyph);
      }
    }
    return rests.filter(({ text: left }) => left.trim() !== '');
  }
}
