import { type FormCell, labelOdds } from './cell.ts';
import { bottom, end, type FormTable, partOf, range } from './form-table.ts';
import { proseBeside } from './prose-beside.ts';
import { NAME_HEAD } from './vocabulary/labels.ts';
import { MONEY_NAME } from './vocabulary/money.ts';

/** Tables that stand side by side in the same rows of a larger one, each with its own labels and heads. */
export type Panels = {
  readonly from: number;
  readonly to: number;
  readonly tables: readonly FormTable[];
};

/** Rows above the heads in which each panel may be named: 指標1 | 相談件数 and 指標2 | 参加者数, 収入 and 支出. */
const MAX_NAME_ROWS = 2;

/**
 * The panels that begin in a row: a row of heads says the same thing several times, and every time it begins with what
 * tells rows apart, 科目 | 予算額 | 決算額 | 科目 | 予算額 | 決算額.
 */
export function panelsAt(table: FormTable, row: number): Panels | null {
  return figurePanelsAt(table, row) ?? proseBeside(table, row);
}

function figurePanelsAt(table: FormTable, row: number): Panels | null {
  for (let head = row; head <= row + MAX_NAME_ROWS && head + 1 < table.rows; head++) {
    const repeated = repeatedAt(table, head) ?? unlikeAt(table, head);
    if (!repeated) continue;
    const { starts, sides } = repeated;
    if (!range(row, head).every((above) => namesPanels(table, above, starts))) return null;
    const to = endOf(table, head, starts);
    const cols = (i: number): number[] => [
      ...(sides[i] ?? []).flatMap((side) => range(side.col, end(side))),
      ...range(starts[i] as number, starts[i + 1] ?? table.cols),
    ];
    const last = endOfLast(table, to, starts, repeated.figures);
    const tables = starts.map((_, i) =>
      partOf(table, [row, i === starts.length - 1 ? last : to], cols(i)),
    );
    if (tables.filter((one) => hasFigures(one, head - row + 1)).length < 2) return null;
    return { from: row, to: last, tables };
  }
  return null;
}

type Repeated = {
  /** The first columns of the panels. */
  readonly starts: readonly number[];
  /** Where the heads of figures begin in the last panel. */
  readonly figures: number;
  /** What runs along the rows left of all panels, as far as it is about each. */
  readonly sides: readonly (readonly FormCell[])[];
};

function repeatedAt(table: FormTable, row: number): Repeated | null {
  const through = table.through(row);
  const sides = through.filter((cell, i) => i === cell.col && bottom(cell) > row + 2);
  const cells = through.slice(sides.length);
  if (cells.some(({ look }) => look === 'figure' || look === 'prose' || look === 'choice'))
    return null;
  for (let size = 2; size * 2 <= cells.length; size++) {
    const [first, ...heads] = cells.slice(0, size) as [FormCell, ...FormCell[]];
    if (cells.length % size !== 0 || first.look === 'head') continue;
    if (!heads.some(({ look }) => look === 'head')) continue;
    if (!cells.every((cell, i) => sameHead(cell, cells[i % size] as FormCell))) continue;
    const panels = range(0, cells.length / size).map((i) => cells.slice(i * size, (i + 1) * size));
    const starts = panels.map(([one]) => (one as FormCell).col);
    if (!starts.every((col) => tellsRows(table.at(row + 1, col), row))) continue;
    const figures = panels.at(-1)?.find(({ look }) => look === 'head')?.col ?? table.cols;
    return { starts, figures, sides: starts.map(() => sides) };
  }
  return null;
}

/** Money beside what it was spent for: names of lines and of indicators, each before heads of their own figures. */
function unlikeAt(table: FormTable, row: number): Repeated | null {
  const through = table.through(row);
  const isTall = (cell: FormCell) => bottom(cell) > row + 2;
  const sides = through.filter((cell, i) => i === cell.col && isTall(cell));
  const cells = through.slice(sides.length);
  const [first] = cells;
  const at = cells.findIndex(
    (cell, i) => i > 1 && NAME_HEAD.test(cell.folded) && cell.look !== 'head' && !isTall(cell),
  );
  const name = cells[at];
  if (!first || !name || first.look === 'head' || cells[1]?.look !== 'head') return null;
  if (!cells.slice(at + 1).some(({ look }) => look === 'head')) return null;
  const before = cells[at - 1] as FormCell;
  const start = isTall(before) ? before : name;
  if (start === name && before.look !== 'head') return null;
  const below = table.through(row + 1);
  const names = [first, name].map(({ col }) => below.find((cell) => cell.col === col));
  if (!names.every((cell) => cell && tellsRows(cell, row))) return null;
  const parted = start !== name || holdsMoney(table, first, row);
  const figures = cells.slice(at).find(({ look }) => look === 'head')?.col ?? table.cols;
  if (!parted) return null;
  return { starts: [first.col, start.col], figures, sides: [sides, start === name ? sides : []] };
}

/** Whether most names below a head are lines of money. */
function holdsMoney(table: FormTable, { col }: FormCell, row: number): boolean {
  const names: FormCell[] = [];
  for (let at = row + 1; at < table.rows; at++) {
    const cell = table.at(at, col);
    if (cell?.col !== col || cell.look !== 'words') break;
    names.push(cell);
  }
  const money = names.filter(({ folded }) => MONEY_NAME.test(folded) || TOTAL.test(folded));
  return names.length > 0 && money.length * 2 > names.length;
}
const TOTAL = /^(?:合計|総?計|小計)$/;

/** Heads that say the same; what they count does not matter: 指標1, 指標2. */
const sameHead = (a: FormCell, b: FormCell): boolean => a.look === b.look && said(a) === said(b);
const said = ({ look, folded }: FormCell) =>
  look === 'head' ? folded : folded.replace(/[\dA-Z]+$/, '');

/** Whether rows are told apart by a cell below the first head. */
const tellsRows = (below: FormCell | null, row: number): boolean =>
  below !== null && below.row > row && below.look !== 'figure' && below.look !== 'empty';

const crosses = (table: FormTable, row: number, starts: readonly number[]): boolean =>
  table
    .through(row)
    .some((cell) => starts.slice(1).some((col) => cell.col < col && end(cell) > col));

function namesPanels(table: FormTable, row: number, starts: readonly number[]): boolean {
  if (crosses(table, row, starts)) return false;
  const firsts = starts.map((col) => table.at(row, col));
  return firsts.every((cell) => cell !== null && cell.look !== 'figure' && cell.look !== 'empty');
}

/** Where a cell runs over several panels, or the same heads stand again with what names them. */
function endOf(table: FormTable, head: number, starts: readonly number[]): number {
  let row = head + 1;
  while (row < table.rows && !crosses(table, row, starts)) {
    if (repeatedAt(table, row)?.starts.join() === starts.join()) {
      while (row > head + 2 && isBare(table, row - 1)) row--;
      return row;
    }
    row++;
  }
  return row;
}

/** No row of figures. */
const isBare = (table: FormTable, row: number): boolean =>
  table.through(row).every(({ look }) => look !== 'figure' && look !== 'head');

/** The last panel goes on where a label reaches over the panels before and its figures stand in this one: 収支差額. */
function endOfLast(
  table: FormTable,
  from: number,
  starts: readonly number[],
  figures: number,
): number {
  let row = from;
  while (row < table.rows) {
    const cells = table.starting(row);
    const label = cells.find((cell) => end(cell) === figures);
    const behind = cells.filter((cell) => cell.col >= figures);
    const reaches = label !== undefined && label.col < (starts.at(-1) as number);
    const amounts = behind.some(({ look }) => look === 'figure');
    if (!reaches || labelOdds(label) < 0 || !amounts) break;
    if (!behind.every(({ look }) => look === 'figure' || look === 'empty')) break;
    row++;
  }
  return row;
}

const hasFigures = (table: FormTable, from: number): boolean =>
  table.cells.some(({ row, look }) => row >= from && look === 'figure');
