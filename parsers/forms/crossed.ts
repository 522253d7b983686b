import type { FormCell } from './cell.ts';
import { bottom, end, type FormTable } from './form-table.ts';
import { spaced } from './lines.ts';
import { pairsAmong } from './pairs.ts';
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
 * Two choices made by one mark, 拡充 of 成果の方向性 where its row crosses the column 維持 of コストの方向性. A square that begins
 * in a row: what the columns choose from stands over their heads, what the rows choose from beside theirs, and one field
 * within is marked. A label may run along it on the left, and a label with its text on the right.
 */
export function crossedAt(table: FormTable, row: number): MarkedChoices | null {
  const cells = table.starting(row);
  for (const [i, over] of cells.entries()) {
    const corner = cells[i - 1];
    const square = corner && over.look === 'words' ? squareAt(table, corner, over) : null;
    if (!square) continue;
    const left = cells.slice(0, i - 1);
    const right = cells.slice(i + 1);
    if ([...left, ...right].some((cell) => bottom(cell) < square.to)) continue;
    const path = left.map(({ text }) => text);
    const beside = pairsAmong(right);
    if (right.length > 0 && beside.length === 0) continue;
    const said = [
      ...square.said.map((one) => ({ ...one, path })),
      ...beside.map(({ label, values }) => ({
        label: label.text,
        path,
        text: spaced(values.flatMap(({ lines }) => lines)),
      })),
    ];
    return { ...square, said };
  }
  return null;
}

function squareAt(table: FormTable, corner: FormCell, over: FormCell): MarkedChoices | null {
  const { row } = corner;
  const within = ({ col }: FormCell) => col >= over.col && col < end(over);
  const heads = row + 2 < table.rows ? table.starting(row + 1).filter(within) : [];
  const side = table.at(row + 2, corner.col);
  if (heads.length < MIN_CHOICES || side?.look !== 'words' || end(side) >= over.col) return null;
  const to = bottom(side);
  const rows = Array.from({ length: to - row - 2 }, (_, i) => table.starting(row + 2 + i));
  const choices = rows.flatMap((cells) => cells.filter(({ col }) => col === end(side)));
  if (rows.length < MIN_CHOICES || choices.length !== rows.length) return null;
  if (![...heads, ...choices].every(({ look }) => look === 'words')) return null;
  const fields = rows.flat().filter(within);
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
