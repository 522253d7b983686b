import { comparable } from '../japanese/characters.ts';
import type { Line } from '../layout/lines.ts';
import { slice, trim } from '../layout/text.ts';
import type { FormCell } from './cell.ts';
import { type FigureHead, figureHeadOf } from './head.ts';
import { readFigure } from './reading.ts';

/** What the figures are that stand one above the other, from the top: 上段：目標　下段：実績. */
export type StackedHeads = readonly FigureHead[];

const LEVELS = /(?<at>[上中下])段?[:はが]?(?<kind>[^\d、,・/()上中下]{2,8})/g;
/** The same in parentheses, behind a name. */
export const STACK_NOTE = /\((?:※)?上段?[:はが]?[^()]+下段?[:はが]?[^()]+\)$/;
const ORDER = '上中下';

/** What a folded text says of figures one above the other. */
export function stackSaid(folded: string): StackedHeads | null {
  const said = [...folded.matchAll(LEVELS)].flatMap(({ groups }) => (groups ? [groups] : []));
  const at = said.map((one) => ORDER.indexOf(one['at'] ?? ''));
  const inOrder = at.every((level, i) => i === 0 || level > (at[i - 1] as number));
  const whole = at[0] === 0 && at.at(-1) === 2 && inOrder;
  return whole ? stackOf(said.map((one) => one['kind'] ?? '')) : null;
}

/** A label of lines that are a kind each: 目標値 above 実績値; or parted by a stroke. */
function stackLabelled({ lines, folded }: FormCell): StackedHeads | null {
  const parts = lines.length > 1 ? lines.map(({ text }) => comparable(text)) : folded.split('/');
  if (parts.length < 2 || parts.length > ORDER.length) return null;
  const stack = stackOf(parts);
  return stack?.every(({ pure }) => pure) ? stack : null;
}

/** Whether a label says of two figures one above the other what they are, and nothing else. */
export const isStack = (cell: FormCell): boolean => stackLabelled(cell) !== null;

export const stackIn = (cells: readonly FormCell[]): StackedHeads | null =>
  cells
    .map((cell) => stackSaid(cell.folded) ?? stackLabelled(cell))
    .find((stack) => stack !== null) ?? null;

function stackOf(labels: readonly string[]): StackedHeads | null {
  const stack = labels.map((label) => figureHeadOf(label, null));
  const kinds = stack.map(({ kind }) => kind && `${kind.value} ${kind.rate} ${kind.money}`);
  return kinds.every((kind) => kind) && new Set(kinds).size === kinds.length ? stack : null;
}

/** The figures of a cell, each with what it is; null where it does not hold one above the other. */
export function unstackedCell(
  cell: FormCell,
  stack: StackedHeads,
): { cell: FormCell; head: FigureHead }[] | null {
  const parts = partsOf(cell, stack.length);
  if (parts.length === stack.length) {
    return parts.map((part, i) => ({ cell: part, head: stack[i] as FigureHead }));
  }
  const [line] = cell.lines;
  if (!line || cell.lines.length > 1) return null;
  const share = ((line.box[1] + line.box[3]) / 2 - cell.box[1]) / (cell.box[3] - cell.box[1]);
  const [at, border] = [Math.floor(share * stack.length), Math.round(share * stack.length)];
  const inside = border > 0 && border < stack.length;
  if (inside && Math.abs(share * stack.length - border) < NEAR_BORDER) return null;
  const head = stack[Math.max(0, Math.min(at, stack.length - 1))] as FigureHead;
  return [{ cell, head }];
}
/** A lone figure this near to where two levels meet may be of either (shares of a level's height). */
const NEAR_BORDER = 0.2;

/**
 * What a cell is of the figures one above the other that stand in cells of their own, a row of a name each; null where rows
 * and levels are not the same.
 */
export function levelOf(
  cell: FormCell,
  name: FormCell | null,
  stack: StackedHeads,
): FigureHead | null {
  const fits = name?.rowSpan === stack.length && cell.rowSpan === 1;
  return fits ? (stack[cell.row - name.row] ?? null) : null;
}

function partsOf(cell: FormCell, levels: number): FormCell[] {
  const lines = cell.lines.length === 1 ? byStroke(cell.lines[0] as Line) : cell.lines;
  const parts = lines.map((line): FormCell => {
    const folded = comparable(line.text);
    return { ...cell, lines: [line], text: line, folded, look: folded === '' ? 'empty' : 'figure' };
  });
  return parts.length === levels && parts.every((part) => readFigure(part)?.status !== 'unread')
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
