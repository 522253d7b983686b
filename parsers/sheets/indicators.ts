import type { Format } from '../formats/format.ts';
import { comparable } from '../japanese/characters.ts';
import { find } from '../japanese/folded.ts';
import type { Line } from '../layout/lines.ts';
import type { Cell, Table } from '../layout/table.ts';
import { join, type PlacedText, slice, trim, withoutSpaces } from '../layout/text.ts';
import type { Indicator } from '../records/indicator.ts';
import type { Warning } from '../records/warning.ts';
import { type Columns, cellText, covers, type Kind, type ValueColumn } from './columns.ts';
import { type ReadCell, toIndicator } from './indicator.ts';
import { firstPlace, type Placer } from './places.ts';

/** An initiative as a target table names it. */
export type Stub = { readonly number: string; readonly title: string };

export type TargetTable = {
  readonly indicators: Indicator[];
  readonly stubs: Stub[];
  readonly warnings: Warning[];
};

/** Rows of a target table that speak of one indicator. */
type Rows = { from: number; to: number; name: Cell; initiative: Cell | null };

/** The indicators of one target table. `evaluated` is the sheet's fiscal year. */
export function readTargets(
  format: Format,
  table: Table,
  columns: Columns,
  evaluated: number,
  place: Placer,
): TargetTable {
  const warnings: Warning[] = [];
  const stubs: Stub[] = [];
  const indicators = indicatorRows(table, columns).map((rows, i) => {
    const stub = rows.initiative ? readStub(format, cellText(rows.initiative)) : null;
    if (stub && stubs.every((s) => s.number !== stub.number)) stubs.push(stub);
    const { level } = columns.spec;
    const initiative = stub?.number ?? null;
    const name = trim(cellText(rows.name)).text;
    const id = [level, initiative, i + 1].filter((part) => part !== null).join('-');
    const unit = unitNamedIn(format, name);
    const cells = cellsOf(table, columns, rows, place, warnings);
    const about = { id, level, initiative, name, unit, cells };
    return toIndicator(about, format.achievement, evaluated, place, warnings);
  });
  return { indicators, stubs, warnings };
}

/** 「入込客数（単位：千人）」 names its unit itself. */
function unitNamedIn(format: Format, name: string): string | null {
  const range = find(name, format.budget.unit)?.groups['unit'];
  return range ? name.slice(...range) : null;
}

function readStub(format: Format, text: PlacedText): Stub | null {
  const groups = find(text.text, format.initiatives.stub)?.groups;
  const number = groups?.['number'];
  const title = groups?.['title'];
  if (!number || !title) return null;
  return {
    number: comparable(slice(text, ...number).text),
    title: trim(slice(text, ...title)).text,
  };
}

/** One group of rows per name cell; a name cell left empty goes on with the one above (a table cut by a page break). */
function indicatorRows(table: Table, { name, initiative, headerRows }: Columns): Rows[] {
  const groups: Rows[] = [];
  const inColumn = (header: Cell, row: number) =>
    table.cells.find(
      (c) =>
        covers(c, header.col) && row >= c.row && row < c.row + c.rowSpan && c.row >= headerRows,
    ) ?? null;
  for (const cell of table.cells) {
    if (cell.row < headerRows || !covers(cell, name.col)) continue;
    const to = cell.row + cell.rowSpan;
    const last = groups.at(-1);
    if (cellText(cell).text === '') {
      if (last) last.to = to;
      continue;
    }
    const owner = initiative ? inColumn(initiative, cell.row) : null;
    const named = owner && cellText(owner).text !== '' ? owner : (last?.initiative ?? null);
    groups.push({ from: cell.row, to, name: cell, initiative: initiative ? named : null });
  }
  return groups;
}

function cellsOf(
  table: Table,
  { values: columns }: Columns,
  rows: Rows,
  place: Placer,
  warnings: Warning[],
): ReadCell[] {
  const read: ReadCell[] = [];
  for (const cell of table.cells) {
    if (cell.row + cell.rowSpan <= rows.from || cell.row >= rows.to) continue;
    const over = columns.filter((column) => covers(cell, column.col));
    const [first] = over;
    if (!first || cell.lines.length === 0) continue;
    if (over.some((column) => !column.readable)) {
      const text = cellText(cell);
      const message = `「${text.text}」 stands below a header that could not be read.`;
      warnings.push({ code: 'unread', message, at: firstPlace(place, text) });
      continue;
    }
    for (const { kind, lines } of kindsOfCell(cell, first, rows)) {
      const years = over
        .filter((column) => column.kinds.includes(kind))
        .map((column) => column.fiscalYear)
        .filter((year) => year !== null);
      const last = Math.max(...years);
      read.push({
        kind,
        fiscalYear: first.fiscalYear,
        through: first.fiscalYear !== null && last > first.fiscalYear ? last : null,
        text: withoutSpaces(join(lines)),
      });
    }
  }
  return read;
}

/** What kind of value a cell holds, by its row among the indicator's; a cell over all rows may hold several, line by line. */
function kindsOfCell(
  cell: Cell,
  { kinds }: ValueColumn,
  rows: Rows,
): { kind: Kind; lines: readonly Line[] }[] {
  const [only] = kinds;
  if (!only) return [];
  if (kinds.length === 1) return [{ kind: only, lines: cell.lines }];
  const height = rows.to - rows.from;
  if (cell.rowSpan < height) {
    const middle = cell.row + cell.rowSpan / 2 - rows.from;
    const index = Math.min(kinds.length - 1, Math.floor((middle / height) * kinds.length));
    return [{ kind: kinds[index] as Kind, lines: cell.lines }];
  }
  if (cell.lines.length === kinds.length) {
    return kinds.map((kind, i) => ({ kind, lines: [cell.lines[i] as Line] }));
  }
  const [top, bottom] = [cell.box[1], cell.box[3]];
  const ink = cell.lines.map((line) => (line.box[1] + line.box[3]) / 2);
  const middle = ink.reduce((sum, y) => sum + y, 0) / ink.length;
  const share = Math.min(0.999, Math.max(0, (middle - top) / (bottom - top)));
  return [{ kind: kinds[Math.floor(share * kinds.length)] as Kind, lines: cell.lines }];
}
