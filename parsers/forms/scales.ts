import type { PlacedText } from '../layout/text.ts';
import type { FormCell } from './cell.ts';
import { isUnder, type Listing } from './listing.ts';

/** A choice that a row marks under its head: the group over it, and the choice where the mark stands. */
export type Marked = {
  readonly cell: FormCell;
  readonly group: FormCell;
  readonly text: PlacedText;
};

const MARK = /^[○〇◯◎●✓✔レ■☑]$/;

/** The columns of a list that are choices of one thing, ○ under 3 | 2 | 1: each mark says the head that it stands under. */
export function marksIn({ groups, heads, rows }: Listing): ReadonlyMap<FormCell, Marked> {
  const found = new Map<FormCell, Marked>();
  for (const group of groups) {
    const choices = heads.filter((head) => isUnder(head, group));
    const cells = rows.flatMap((row) => row.filter(({ head }) => choices.includes(head)));
    const marked = cells.filter(({ cell }) => MARK.test(cell.folded));
    if (marked.length === 0 || cells.some(({ cell }) => !isMarkOrNone(cell))) continue;
    for (const { cell, head } of marked) {
      const { text } = head.text;
      const glyph = cell.text.sources.find((source) => source !== null) ?? null;
      const sources = Array.from(text, () => glyph);
      found.set(cell, { cell, group, text: { text, sources } });
    }
  }
  return found;
}

const isMarkOrNone = ({ folded, look }: FormCell) => look === 'empty' || MARK.test(folded);
