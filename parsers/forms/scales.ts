import type { PlacedText } from '../layout/text.ts';
import { type FormCell, isKnownLabel } from './cell.ts';
import { end, type FormTable } from './form-table.ts';
import { type FormListing, isUnder } from './listing.ts';
import { JUDGEMENT } from './vocabulary/judgements.ts';

/** A choice that a row marks under its head: the choice where the mark stands. */
export type Marked = {
  readonly cell: FormCell;
  readonly text: PlacedText;
  /** Whether most of the choices are judgements. */
  readonly judges: boolean;
};

const MARK = /^[○〇◯◎●✓✔レ■☑]$/;
/** A longer head is no choice. */
export const MAX_CHOICE = 8;

/**
 * Heads side by side under which each row has one mark or none: 高い | 普通 | 低い over ○. None where there are no such.
 * @param from the first row below the heads
 */
export function markedHeads(
  table: FormTable,
  heads: readonly FormCell[],
  from: number,
): readonly FormCell[] {
  const runs: FormCell[][] = [];
  const columns = new Map(heads.map((head) => [head, marksBelow(table, head, from)]));
  for (const head of heads) {
    const marks = columns.get(head);
    if (
      !marks ||
      head.look === 'empty' ||
      isKnownLabel(head.folded) ||
      head.folded.length > MAX_CHOICE
    )
      continue;
    const last = runs.at(-1)?.at(-1);
    if (last && end(last) === head.col) runs.at(-1)?.push(head);
    else runs.push([head]);
  }
  const isScale = (run: readonly FormCell[]) => {
    const rows = run.flatMap((head) => columns.get(head) ?? []);
    return run.length > 1 && rows.length > 0 && new Set(rows).size === rows.length;
  };
  return runs.find(isScale) ?? [];
}

/** The rows in which a mark stands below a head; null where anything else does. */
function marksBelow(table: FormTable, head: FormCell, from: number): number[] | null {
  const rows: number[] = [];
  for (let row = from; row < table.rows; row++) {
    const cell = table.at(row, head.col);
    if (!cell || cell.col !== head.col || cell.colSpan !== head.colSpan) break;
    if (!isMarkOrNone(cell)) return null;
    if (cell.look !== 'empty') rows.push(row);
  }
  return rows;
}

/**
 * The columns of a list that are choices of one thing, ○ under 3 | 2 | 1: each mark says the head that it stands under; null
 * where a row has two of them, which say nothing.
 */
export function marksIn({
  groups,
  scales,
  heads,
  rows,
}: FormListing): ReadonlyMap<FormCell, Marked | null> {
  const found = new Map<FormCell, Marked | null>();
  const grouped = groups.map((group) => heads.filter((head) => isUnder(head, group)));
  for (const choices of [...grouped, ...scales]) {
    const cells = rows.flatMap((row) => row.filter(({ head }) => choices.includes(head)));
    const marked = cells.filter(({ cell }) => isMark(cell));
    if (marked.length === 0 || cells.some(({ cell }) => !isMarkOrNone(cell))) continue;
    const judging = choices.filter(({ folded }) => JUDGEMENT.test(folded)).length;
    const judges = judging * 2 > choices.length;
    for (const { cell, head } of marked) {
      const isLone = marked.every((other) => other.cell === cell || other.cell.row !== cell.row);
      found.set(cell, isLone ? { cell, text: markedAs(head, cell), judges } : null);
    }
  }
  return found;
}

/** A choice, at the place where it is marked. */
export function markedAs({ text: { text } }: FormCell, mark: FormCell): PlacedText {
  const glyph = mark.text.sources.find((source) => source !== null) ?? null;
  return { text, sources: Array.from(text, () => glyph) };
}

export const isMark = ({ folded }: FormCell): boolean => MARK.test(folded);
export const isMarkOrNone = (cell: FormCell): boolean => cell.look === 'empty' || isMark(cell);
