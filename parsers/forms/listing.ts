import { type FormCell, isKnownLabel, labelOdds } from './cell.ts';
import { bottom, end, type FormTable } from './form-table.ts';
import { figureHeadOf } from './head.ts';
import { markedHeads } from './scales.ts';
import { JUDGEMENT } from './vocabulary/judgements.ts';

/** A list: a row of heads, or two of which the upper ones group the lower, and rows that keep to their columns. */
export type FormListing = {
  readonly from: number;
  readonly to: number;
  /** The lowest heads, each over a column. */
  readonly heads: readonly FormCell[];
  /** What stands over several of them: 一次評価 over 判定 and 理由. */
  readonly groups: readonly FormCell[];
  /** Heads side by side that are choices, of which each row marks one. */
  readonly scales: readonly (readonly FormCell[])[];
  /** What stands left of the list and runs along its rows. */
  readonly side: readonly FormCell[];
  readonly rows: readonly (readonly ListedCell[])[];
};

export type ListedCell = { readonly cell: FormCell; readonly head: FormCell };

type Heads = Pick<FormListing, 'heads' | 'groups' | 'scales' | 'side'> & {
  readonly bottom: number;
};

const MIN_HEADS = 2;

/** Labels side by side, over cells of the same columns that are not labels. */
export function listingAt(table: FormTable, from: number): FormListing | null {
  const found = groupedHeadsAt(table, from) ?? headsAt(table, from);
  if (!found) return null;
  const heads = withPartedNames(table, found);
  const rows: ListedCell[][] = [];
  let row = heads.bottom;
  for (; row < table.rows; row++) {
    const listed = listedAt(table, row, heads.heads);
    if (!listed || isPair(table, listed)) break;
    rows.push(listed);
  }
  const filled = rows.flat().filter(({ cell }) => cell.look !== 'empty');
  const beyondFirst = filled.filter(({ head }) => head !== heads.heads[0]);
  // 改善 below 方向性 is what was chosen.
  const values = beyondFirst.filter(
    ({ cell }) => labelOdds(cell) < 0.8 || JUDGEMENT.test(cell.folded),
  );
  if (rows.length === 0 || values.length * 2 <= beyondFirst.length || filled.length < 2)
    return null;
  return { from, to: row, ...heads, rows };
}

/** Rows that part what one head stands over. */
const MIN_PARTED = 2;

/** A first head over two columns, what is asked and what it is asked of: it heads each of them. */
function withPartedNames(table: FormTable, found: Heads): Heads {
  const [first, ...others] = found.heads;
  if (!first || first.colSpan === 1) return found;
  const below = table.through(found.bottom);
  const under = below.filter((cell) => cell.col >= first.col && end(cell) <= end(first));
  const [over, ...names] = under;
  const isParted = over && names.length === 1 && end(over) === names[0]?.col;
  if (!isParted || over.col !== first.col || end(names[0] as FormCell) !== end(first)) return found;
  const isOver = ({ row, col, colSpan }: FormCell) =>
    row >= found.bottom && col === over.col && colSpan === over.colSpan;
  const all = table.cells.filter(isOver);
  // What runs along several questions, or stands before one in every row.
  if (!all.some(({ rowSpan }) => rowSpan > 1) && all.length < MIN_PARTED) return found;
  const heads = under.map(({ col, colSpan }) => ({ ...first, col, colSpan }));
  return { ...found, heads: [...heads, ...others] };
}

/** Where nothing is ruled between columns, a label with one text behind it needs no head: 総合判定 | 継続 below a list of three. */
function isPair({ grid }: FormTable, listed: readonly ListedCell[]): boolean {
  const [label, value, ...rest] = listed.map(({ cell }) => cell);
  if (grid.ruled || !label || !value || rest.length < 2) return false;
  return labelOdds(label) > 3 && value.look !== 'empty' && rest.every((c) => c.look === 'empty');
}

function headsAt(table: FormTable, from: number): Heads | null {
  const starting = table.starting(from);
  const height = Math.min(...starting.map((cell) => cell.rowSpan));
  const heads = starting.filter((cell) => cell.rowSpan === height);
  const side = table.through(from).filter((cell) => !heads.includes(cell) && cell.look !== 'empty');
  if (heads.length < MIN_HEADS || side.some((cell) => cell.col > (heads[0] as FormCell).col))
    return null;
  const scale = markedHeads(table, heads, from + height);
  const named = (cell: FormCell) => isHead(cell) || scale.includes(cell);
  // Among heads, whatever stands over the names of rows is one.
  const corner = (cell: FormCell) =>
    cell === heads[0] &&
    (cell.look === 'empty' || (heads.length > MIN_HEADS && cell.look === 'words'));
  const isShaded = areShaded(table, heads, from + height);
  const others = heads.filter((cell) => !named(cell) && !corner(cell));
  const known =
    others.length === 0 ||
    (others.length * 2 < heads.length && others.every((one) => isAmongHeads(heads, one))) ||
    (others.length < heads.length && areOverProse(table, heads, from + height));
  if (!isShaded && !known) return null;
  return { heads, groups: [], scales: [scale], side, bottom: from + height };
}

/** Several cells on a background, and below them others without one: heads, whatever they say. */
function areShaded(table: FormTable, heads: readonly FormCell[], below: number): boolean {
  const [, ...cells] = below < table.rows ? table.through(below) : [];
  const under = cells.filter(({ col }) => heads.some((head) => head.col <= col && col < end(head)));
  return (
    heads.length > MIN_HEADS &&
    heads.every(({ filled, look }) => filled && look !== 'empty' && look !== 'figure') &&
    under.length > 1 &&
    under.every(({ filled }) => !filled)
  );
}

const TELLS = new Set(['prose', 'words', 'empty']);

/** A few words over sentences, column by column, are heads in words of the form's own: 主な活動. */
function areOverProse(table: FormTable, heads: readonly FormCell[], row: number): boolean {
  const below = row < table.rows ? table.starting(row) : [];
  return (
    below.length === heads.length &&
    below.every(({ look, col }, i) => TELLS.has(look) && col === heads[i]?.col) &&
    below.filter(({ look }) => look === 'prose').length * 2 > below.length &&
    heads.every((head) => head.look === 'words' && labelOdds(head) > -1)
  );
}

/** A word among more heads, which does not say by itself that it is one. */
const isAmongHeads = (heads: readonly FormCell[], other: FormCell): boolean =>
  heads.length > 3 && other.look === 'words' && labelOdds(other) > -1;

const isHead = (cell: FormCell) =>
  cell.look !== 'empty' &&
  (labelOdds(cell) > 0.8 ||
    (cell.look === 'head' && figureHeadOf(cell.folded, null).kind !== null));

/** Two rows of heads: those of the lower one stand under some of the upper, the others run through both. */
function groupedHeadsAt(table: FormTable, from: number): Heads | null {
  const all = table.starting(from);
  // What begins here and runs along the rows below stands beside the list.
  const starting = all.slice(all.findIndex((cell) => cell.rowSpan <= 2));
  const groups = starting.filter((cell) => cell.rowSpan === 1 && cell.colSpan > 1);
  const whole = starting.filter((cell) => cell.rowSpan === 2);
  const [first] = starting;
  if (!first || from + 2 >= table.rows) return null;
  const below = table.starting(from + 1).filter((cell) => cell.col >= first.col);
  const parted = groups.filter(
    (group) => below.filter((c) => c.col >= group.col && end(c) <= end(group)).length > 1,
  );
  const lone = starting.filter((cell) => !parted.includes(cell) && !whole.includes(cell));
  const corner = lone.every((cell) => cell === first && cell.look === 'empty');
  const heads = [...whole, ...below].sort((a, b) => a.col - b.col);
  const isShaded = areShaded(table, heads, from + 2) && parted.every(({ filled }) => filled);
  if (parted.length === 0 || !corner || !(isShaded || parted.every(isHead))) return null;
  const under = parted.map((group) => below.filter((c) => isUnder(c, group)));
  const scales = under.map((some) => markedHeads(table, some, from + 2));
  const named = (cell: FormCell) =>
    isHead(cell) ||
    (under.every(isScale) && under.flat().includes(cell)) ||
    scales.flat().includes(cell);
  if (heads.length < MIN_HEADS || below.some((cell) => cell.rowSpan > 1)) return null;
  const areHeads = heads.every((cell, i) => named(cell) || (cell.look === 'empty' && i === 0));
  if (!isShaded && !areHeads) return null;
  const side = table
    .through(from)
    .filter((cell) => cell.col < first.col && bottom(cell) > from + 1 && cell.look !== 'empty');
  return { heads, groups: parted, scales, side, bottom: from + 2 };
}

export const isUnder = (cell: FormCell, group: FormCell): boolean =>
  cell.col >= group.col && end(cell) <= end(group) && cell.row >= bottom(group);

/** Choices side by side, one of which each row marks: 3 | 2 | 1. */
const isScale = (cells: readonly FormCell[]): boolean =>
  cells.length > 1 &&
  cells.every(({ folded, look }) => look !== 'empty' && folded.length <= 4) &&
  !cells.some(({ folded }) => isKnownLabel(folded) && !JUDGEMENT.test(folded));

/** White between the parts of a form is no wider (points). */
const MAX_GUTTER = 24;

/** The cell as wide as its head where nothing else is written under it; none where it is the white beside such a one. */
function alongside(
  cell: FormCell,
  through: readonly FormCell[],
  heads: readonly FormCell[],
): FormCell[] {
  const head = heads.find((one) => one.col <= cell.col && end(cell) <= end(one));
  if (!head || (head.col === cell.col && end(head) === end(cell))) return [cell];
  const under = through.filter((one) => one.col >= head.col && end(one) <= end(head));
  const written = under.filter(({ look }) => look !== 'empty');
  const white = under.filter(({ look, box }) => look === 'empty' && box[2] - box[0] <= MAX_GUTTER);
  const whole = under[0]?.col === head.col && end(under.at(-1) as FormCell) === end(head);
  if (!whole || written.length !== 1 || white.length + 1 < under.length) return [cell];
  return written[0] === cell ? [{ ...cell, col: head.col, colSpan: head.colSpan }] : [];
}

/** A row's cells below the heads, null where it does not keep to the columns or is another row of labels. */
function listedAt(table: FormTable, row: number, heads: readonly FormCell[]): ListedCell[] | null {
  const first = heads[0] as FormCell;
  const through = table.through(row).filter((cell) => cell.col >= first.col);
  const cells = through.flatMap((cell) => alongside(cell, through, heads));
  const kept = cells.flatMap((cell): ListedCell[] => {
    const over = heads.filter((h) => h.col >= cell.col && end(h) <= end(cell));
    const [from, to] = [over[0], over.at(-1)];
    if (!from || !to || from.col !== cell.col || end(to) !== end(cell)) return [];
    // 合計, 総合評価: one name for all that others are named by.
    const whole = over.length === 1 || (cell.col === first.col && over.length < heads.length);
    return whole ? [{ cell, head: to }] : [];
  });
  if (kept.length < cells.length) return null;
  const merged = kept.some(({ cell, head }) => cell.col < head.col);
  if (!merged && kept.length < heads.length) return null;
  const listed = kept.filter(({ cell }) => cell.row === row);
  const beyond = listed.filter(({ head, cell }) => head !== kept[0]?.head && cell.look !== 'empty');
  if (beyond.length > 1 && beyond.every(({ cell }) => labelOdds(cell) > 2.5)) return null;
  if (merged && (beyond.length === 0 || beyond.some(({ cell }) => labelOdds(cell) > 0.8)))
    return null;
  // Label and value by turns are pairs, whatever stands above them.
  if (heads.length > 2 && beyond.some(({ cell }, i) => i % 2 === 1 && labelOdds(cell) > 3))
    return null;
  return listed;
}
