import { comparable } from '../japanese/characters.ts';
import { type Cell, cellText, holdsText, Table } from './table.ts';

/** Column borders of a continued table stand within this (points) of where they were. */
const LEVEL = 3;

/**
 * A table and its continuation on the next page as one: a head that is repeated there is dropped, a row that the break went
 * through is one row, and what stands beside several rows spans those on both pages.
 * @returns null when the columns differ: then the second is a table of its own
 */
export function stitched(table: Table, rest: Table): Table | null {
  const aligned = withColumnsOf(table, rest);
  if (!aligned) return null;
  const repeated = repeatedRows(table, aligned);
  const cells = aligned.cells.filter((cell) => cell.row >= repeated);
  const below = cells.map((cell) => ({ ...cell, row: cell.row - repeated }));
  const rows = aligned.rows - repeated;
  return rows === 0 ? table : append(table, below, rows);
}

/** The second table with the columns of the first, where it has the same ones or (in merged cells) some of them. */
function withColumnsOf(table: Table, rest: Table): Table | null {
  const cols = rest.xs.map((x) => table.xs.findIndex((own) => Math.abs(own - x) <= LEVEL));
  if (cols.includes(-1) || cols[0] !== 0 || cols.at(-1) !== table.cols) return null;
  if (rest.cols === table.cols) return rest;
  return onColumns(rest, table.xs);
}

/** A table with further column borders: its cells span them. */
export function onColumns(table: Table, xs: readonly number[]): Table {
  const cols = table.xs.map((x) => nearest(xs, x));
  const at = (col: number) => cols[col] as number;
  return new Table({
    ...table,
    cols: xs.length - 1,
    xs,
    cells: table.cells.map((cell) => ({
      ...cell,
      col: at(cell.col),
      colSpan: at(cell.col + cell.colSpan) - at(cell.col),
    })),
  });
}

/** The column borders of two tables whose sides stand at one place; null where they do not, or two borders of one are one of the other. */
export function bordersOfBoth(one: Table, other: Table): number[] | null {
  const sides = [0, -1].every(
    (i) => Math.abs((one.xs.at(i) as number) - (other.xs.at(i) as number)) <= LEVEL,
  );
  if (!sides) return null;
  const more = other.xs.filter((x) => !one.xs.some((own) => Math.abs(own - x) <= LEVEL));
  const xs = [...one.xs, ...more].sort((a, b) => a - b);
  const areApart = ({ xs: own }: Table) =>
    new Set(own.map((x) => nearest(xs, x))).size === own.length;
  return areApart(one) && areApart(other) ? xs : null;
}

const nearest = (xs: readonly number[], x: number): number =>
  xs.reduce((best, at, i) => (Math.abs(at - x) < Math.abs((xs[best] as number) - x) ? i : best), 0);

type Cut = { readonly above: Cell; readonly below: Cell };

function append(table: Table, rest: readonly Cell[], rows: number): Table {
  const cuts = rest.flatMap((below): Cut[] => {
    const above = below.row === 0 ? table.at(table.rows - 1, below.col) : null;
    return above && above.col === below.col && above.colSpan === below.colSpan
      ? [{ above, below }]
      : [];
  });
  const whole = cuts.length === rest.filter((cell) => cell.row === 0).length;
  if (whole && isOneRow(cuts)) return joined(table, { cells: rest, rows }, cuts, 1);
  return joined(table, { cells: rest, rows }, stubsOf(table, cuts), 0);
}

/** Both pages' cells, those that were cut in one; the last row above and the first below are the same row or not. */
function joined(
  table: Table,
  { cells: rest, rows }: Pick<Table, 'cells' | 'rows'>,
  cuts: readonly Cut[],
  shared: 0 | 1,
): Table {
  const under = new Map(cuts.map(({ above, below }) => [above, below]));
  const taken = new Set(cuts.map(({ below }) => below));
  const shift = table.rows - shared;
  const upper = table.cells.map((cell): Cell => {
    const below = under.get(cell);
    if (!below) return cell;
    return {
      ...cell,
      rowSpan: cell.rowSpan + below.rowSpan - shared,
      lines: [...cell.lines, ...below.lines],
      struck: [...cell.struck, ...below.struck],
    };
  });
  const lower = rest
    .filter((cell) => !taken.has(cell))
    .map((cell): Cell => ({ ...cell, row: cell.row + shift }));
  return new Table({
    ...table,
    rows: shift + rows,
    breaks: shared === 1 ? table.breaks : [...table.breaks, table.rows],
    cells: [...upper, ...lower],
  });
}

/** Text breaks off at the end of a full line: less than this share of its size is left to the border. */
const FULL = 1.8;
/** Shorter ones, and figures, are whole. */
const MIN_TEXT = 8;
const FIGURE = /^[△▲+-]?[\d,.]+\D{0,6}$/;
const FIGURE_BEGINS = /^[△▲+-]?\d/;

/**
 * Whether the break went through a row: below it some cells go on with the text above, which breaks off at the end of a
 * line, others have said all above.
 */
function isOneRow(cuts: readonly Cut[]): boolean {
  const both = cuts.filter(({ above, below }) => holdsText(above) && holdsText(below));
  const breaksOff = both.every((cut) => isBrokenOff(cut.above) && !areFigures(cut));
  const saidAbove = cuts.some(({ above, below }) => holdsText(above) && !holdsText(below));
  return both.length > 0 && breaksOff && saidAbove && !beginsAnew(cuts, both);
}

/** 61,000pg-TEQ/m3 above the break and 9ヘクタール below it: no figure goes on with another. */
const areFigures = ({ above, below }: Cut): boolean =>
  [above, below].every((cell) => FIGURE_BEGINS.test(comparable(cellText(cell).text)));

/** Whether a cell's text ends with a full line. */
function isBrokenOff(cell: Cell): boolean {
  const last = cell.lines.at(-1);
  const text = comparable(cellText(cell).text);
  if (!last || text.length < MIN_TEXT || FIGURE.test(text)) return false;
  return cell.box[2] - last.box[2] < FULL * last.size;
}

/** Whether what goes on spans rows of its own on both pages, and beside it some cells say something below alone. */
const beginsAnew = (cuts: readonly Cut[], both: readonly Cut[]): boolean =>
  both.every(({ above, below }) => above.rowSpan > 1 && below.rowSpan > 1) &&
  cuts.some(({ above, below }) => !holdsText(above) && holdsText(below));

/**
 * Cells at the left edge span the break that are blank below it, or go on there in the second row of a pair, where others of
 * the row say something of their own.
 */
function stubsOf(table: Table, cuts: readonly Cut[]): Cut[] {
  const ends = cuts.findIndex(
    ({ above, below }) =>
      !holdsText(above) || (holdsText(below) && !goesOnInPair(table, above, below)),
  );
  return ends < 0 ? [] : cuts.slice(0, ends);
}

/** A text that breaks off in the one row above, in a column whose texts span several. */
function goesOnInPair(table: Table, above: Cell, below: Cell): boolean {
  return (
    above.rowSpan === 1 &&
    below.rowSpan === 1 &&
    isBrokenOff(above) &&
    table.cells.some(({ col, rowSpan, row }) => col === above.col && rowSpan > 1 && row > 0)
  );
}

/** How many rows at the top of `rest` say again what the top of `table` says. */
function repeatedRows(table: Table, rest: Table): number {
  let rows = 0;
  while (rows < rest.rows) {
    const again = rowText(rest, rows);
    if (again === '' || again !== rowText(table, rows)) break;
    rows++;
  }
  // A header cell that spans rows ends where the header ends.
  const spans = rest.cells.filter((c) => c.row < rows).map((c) => c.row + c.rowSpan);
  return Math.max(0, ...spans) <= rows ? rows : 0;
}

function rowText(table: Table, row: number): string {
  return table.cells
    .filter((cell) => cell.row === row)
    .map((cell) => `${cell.col}:${comparable(cellText(cell).text)}`)
    .join('|');
}
