import type { FormCell } from './cell.ts';
import { bottom, end, type FormTable } from './form-table.ts';
import type { Labelled } from './said.ts';
import { isMark, isMarkOrNone, markedAs } from './scales.ts';

/** Choices made by one mark among cells. */
export type MarkedChoices = {
  readonly to: number;
  readonly said: readonly Labelled[];
  /** All that might have been chosen. */
  readonly choices: readonly FormCell[];
};

const MIN_CHOICES = 2;

/**
 * Two choices made by one mark, 拡充 of 成果の方向性 where its row crosses the column 維持 of コストの方向性. A square that begins in a row: what the columns choose from stands over their heads, what the rows choose from beside
 * theirs, and one field within is marked.
 */
export function crossedAt(table: FormTable, row: number): MarkedChoices | null {
  const [corner, over, ...others] = table.starting(row);
  if (!corner || over?.look !== 'words' || others.length > 0) return null;
  const heads = table.starting(row + 1).filter((cell) => cell.col >= over.col);
  const side = table.at(row + 2, corner.col);
  if (heads.length < MIN_CHOICES || side?.look !== 'words' || end(side) >= over.col) return null;
  const to = bottom(side);
  const rows = Array.from({ length: to - row - 2 }, (_, i) => table.starting(row + 2 + i));
  const choices = rows.flatMap((cells) => cells.filter(({ col }) => col === end(side)));
  if (rows.length < MIN_CHOICES || choices.length !== rows.length) return null;
  if (![...heads, ...choices].every(({ look }) => look === 'words')) return null;
  const fields = rows.flat().filter(({ col }) => col >= over.col);
  const [mark, ...more] = fields.filter(isMark);
  if (!mark || more.length > 0 || !fields.every(isMarkOrNone)) return null;
  const column = heads.find(({ col }) => col === mark.col);
  const choice = choices.find((cell) => cell.row === mark.row);
  if (!column || !choice) return null;
  return {
    to,
    choices: [...heads, ...choices],
    said: [
      { label: side.text, path: [], text: markedAs(choice, mark), judged: true },
      { label: over.text, path: [], text: markedAs(column, mark), judged: true },
    ],
  };
}
