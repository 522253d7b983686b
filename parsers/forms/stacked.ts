import { comparable } from '../japanese/characters.ts';
import type { Line } from '../layout/lines.ts';
import { slice, trim } from '../layout/text.ts';
import type { FormCell } from './cell.ts';
import { type Head, headOf } from './head.ts';
import { readFigure } from './reading.ts';

/** What the upper and the lower of two figures in one cell are: 上段：目標　下段：実績. */
export type Stack = readonly [Head, Head];

const SAID =
  /上段?[:はが]?(?<upper>[^\d、,・/()下]{2,8})[、,・/]?下段?[:はが]?(?<lower>[^\d、,・/()]{2,8})/;
/** The same in parentheses, behind a name. */
export const STACK_NOTE = /\((?:※)?上段?[:はが]?[^()]+下段?[:はが]?[^()]+\)$/;

/** What a folded text says of figures one above the other. */
export function stackSaid(folded: string): Stack | null {
  const { upper, lower } = SAID.exec(folded)?.groups ?? {};
  return upper && lower ? stackOf(upper, lower) : null;
}

/** A label of two lines, each a kind: 目標値 above 実績値; or both parted by a stroke. */
function stackLabelled({ lines, folded }: FormCell): Stack | null {
  const parts = lines.length === 2 ? lines.map(({ text }) => comparable(text)) : folded.split('/');
  const [upper, lower, ...more] = parts;
  if (!upper || !lower || more.length > 0) return null;
  const stack = stackOf(upper, lower);
  return stack?.every(({ pure }) => pure) ? stack : null;
}

/** Whether a label says of two figures one above the other what they are, and nothing else. */
export const isStack = (cell: FormCell): boolean => stackLabelled(cell) !== null;

export const stackIn = (cells: readonly FormCell[]): Stack | null =>
  cells
    .map((cell) => stackSaid(cell.folded) ?? stackLabelled(cell))
    .find((stack) => stack !== null) ?? null;

function stackOf(upper: string, lower: string): Stack | null {
  const stack: Stack = [headOf(upper, null), headOf(lower, null)];
  const [a, b] = stack.map(({ kind }) => kind);
  return a && b && (a.value !== b.value || a.rate !== b.rate || a.money !== b.money) ? stack : null;
}

/** The figures of a cell, each with what it is; null where it does not hold one above the other. */
export function unstacked(cell: FormCell, stack: Stack): { cell: FormCell; head: Head }[] | null {
  const parts = partsOf(cell);
  if (parts.length === 2) {
    return parts.map((part, i) => ({ cell: part, head: stack[i] as Head }));
  }
  const [line] = cell.lines;
  if (!line || cell.lines.length > 1) return null;
  const at = ((line.box[1] + line.box[3]) / 2 - cell.box[1]) / (cell.box[3] - cell.box[1]);
  if (at > UPPER && at < LOWER) return null;
  return [{ cell, head: stack[at <= UPPER ? 0 : 1] }];
}
/** A lone figure in the middle of a cell may be either. */
const UPPER = 0.4;
const LOWER = 0.6;

function partsOf(cell: FormCell): FormCell[] {
  const lines = cell.lines.length === 1 ? byStroke(cell.lines[0] as Line) : cell.lines;
  const parts = lines.map((line): FormCell => {
    const folded = comparable(line.text);
    return { ...cell, lines: [line], text: line, folded, look: folded === '' ? 'empty' : 'figure' };
  });
  return parts.length === 2 && parts.every((part) => readFigure(part)?.status !== 'unread')
    ? parts
    : [];
}

function byStroke(line: Line): Line[] {
  const at = line.text.search(/[/／]/);
  if (at < 0) return [line];
  return [slice(line, 0, at), slice(line, at + 1)].map((part) => ({
    ...line,
    ...trim(part),
    gaps: [],
  }));
}
