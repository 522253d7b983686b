import { type Cell, cellText, covers, type Table } from '../layout/table.ts';
import { join, type PlacedText } from '../layout/text.ts';
import type { TargetColumns } from './columns.ts';

/** Rows of a target table that speak of one indicator. A page break may have cut its name, and its initiative's. */
export type IndicatorRows = {
  readonly from: number;
  to: number;
  readonly names: Cell[];
  readonly owner: Cell[] | null;
};

export function textOfCells(cells: readonly Cell[]): PlacedText {
  return join(cells.flatMap((cell) => cell.lines));
}

/**
 * One group of rows per name cell. After a page break a name cell goes on with the one before it, where either of them
 * has fewer rows than indicators have in this table, or no value stands beside it.
 * @param startsStub whether a text names an initiative, rather than going on with one
 */
export function groupedRows(
  table: Table,
  columns: TargetColumns,
  startsStub: (text: PlacedText) => boolean,
): IndicatorRows[] {
  const { name, initiative, headerRows } = columns;
  const below = table.cells.filter((cell) => cell.row >= headerRows);
  const names = below.filter((cell) => covers(cell, name.col));
  const usual = usualHeight(table, columns, names);
  const groups: IndicatorRows[] = [];
  /** Where an indicator began whose name stands on the next page only. */
  let begun: number | null = null;
  for (const cell of names) {
    const last = groups.at(-1);
    const to = cell.row + cell.rowSpan;
    const isWhole = last === undefined || last.to - last.from >= usual;
    if (cell.lines.length === 0 && table.breaks.includes(to) && cell.rowSpan < usual && isWhole) {
      begun = cell.row;
      continue;
    }
    if (begun !== null && cell.lines.length > 0) {
      const owner = initiative ? ownerOf(table, initiative, cell, { last, startsStub }) : null;
      groups.push({ from: begun, to, names: [cell], owner });
      begun = null;
      continue;
    }
    const cut = table.breaks.includes(cell.row);
    const short = last !== undefined && (last.to - last.from < usual || cell.rowSpan < usual);
    const goesOn = cell.lines.length === 0 || (cut && (short || !hasValues(below, columns, cell)));
    if (last && goesOn) {
      last.to = to;
      last.names.push(cell);
    } else if (cell.lines.length > 0) {
      const owner = initiative ? ownerOf(table, initiative, cell, { last, startsStub }) : null;
      groups.push({ from: cell.row, to, names: [cell], owner });
    }
  }
  return groups;
}

/** How many rows most indicators have, those next to a page break left out. */
function usualHeight(table: Table, { values }: TargetColumns, names: readonly Cell[]): number {
  const counts = new Map<number, number>();
  for (const { row, rowSpan } of names) {
    if (table.breaks.includes(row) || table.breaks.includes(row + rowSpan)) continue;
    counts.set(rowSpan, (counts.get(rowSpan) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? Math.max(...values.map(({ kinds }) => kinds.length));
}

function hasValues(
  below: readonly Cell[],
  { values }: TargetColumns,
  { row, rowSpan }: Cell,
): boolean {
  return below.some(
    (cell) =>
      cell.lines.length > 0 &&
      cell.row >= row &&
      cell.row < row + rowSpan &&
      values.some(({ col }) => covers(cell, col)),
  );
}

/** The initiative beside a name cell; after a page break it may be the rest of the one before, or not said again. */
function ownerOf(
  table: Table,
  header: Cell,
  { row }: Cell,
  {
    last,
    startsStub,
  }: { last: IndicatorRows | undefined; startsStub: (text: PlacedText) => boolean },
): Cell[] | null {
  const beside = table.cells.findLast(
    (cell) => covers(cell, header.col) && row >= cell.row && row < cell.row + cell.rowSpan,
  );
  const before = last?.owner ?? null;
  if (!beside || beside.lines.length === 0) return before;
  if (before?.includes(beside)) return before;
  if (before && table.breaks.includes(beside.row) && !startsStub(cellText(beside))) {
    before.push(beside);
    return before;
  }
  return [beside];
}
