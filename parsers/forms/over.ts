import { around, type PlacedText } from '../layout/text.ts';
import type { Box } from '../records/place.ts';

/** Lines that wait for the table they stand over. Of tables abreast each has its own: what stands over the other is not about it. */
export class LinesOver<T> {
  #waiting: { readonly what: T; readonly left: number; readonly right: number }[] = [];

  add(what: T, text: PlacedText): void {
    const [left, , right] = around(text.sources.filter((glyph) => glyph !== null));
    this.#waiting.push({ what, left, right });
  }

  /** What stood over this box last; what stands beside goes on waiting. */
  take([left, , right]: Box): T | null {
    const isOver = (line: { left: number; right: number }) =>
      Math.min(line.right, right) > Math.max(line.left, left);
    const last = this.#waiting.findLast(isOver);
    this.#waiting = this.#waiting.filter((line) => !isOver(line));
    return last?.what ?? null;
  }
}
