import type { Format } from '../formats/format.ts';
import { comparable } from '../japanese/characters.ts';
import { figure } from '../japanese/figures.ts';
import { find } from '../japanese/folded.ts';
import type { Line } from '../layout/lines.ts';
import type { Cell, Table } from '../layout/table.ts';
import { join, type PlacedText, slice, trim, withoutSpaces } from '../layout/text.ts';
import {
  type Achievement,
  type Indicator,
  type IndicatorValue,
  type Level,
  ValueType,
} from '../records/indicator.ts';
import type { Warning } from '../records/warning.ts';
import { checkAchievement } from './achievement.ts';
import { type Columns, cellText, covers, type Kind, type ValueColumn } from './columns.ts';
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
  const indicators = indicatorRows(table, columns).map((rows, i): Indicator => {
    const stub = rows.initiative ? readStub(format, cellText(rows.initiative)) : null;
    if (stub && stubs.every((s) => s.number !== stub.number)) stubs.push(stub);
    const name = trim(cellText(rows.name));
    const cells = cellsOf(table, columns, rows);
    const values = cells
      .filter((cell) => cell.kind !== 'achievement')
      .flatMap((cell) => readValue(cell, place, warnings))
      .sort((a, b) => a.fiscalYear - b.fiscalYear || TYPES.indexOf(a.type) - TYPES.indexOf(b.type));
    const unit = unitOf(cells);
    const achievement = cells
      .filter((cell) => cell.kind === 'achievement')
      .map((cell) => achievementOf(cell, evaluated, values, place, warnings))
      .find((a) => a?.fiscalYear === evaluated);
    return {
      id: idOf(columns.spec.level, stub?.number ?? null, i + 1),
      level: columns.spec.level,
      initiative: stub?.number ?? null,
      name: name.text,
      description: null,
      targetRationale: null,
      unit,
      values,
      achievement: achievement ?? null,
    };
  });
  return { indicators, stubs, warnings };
}

const TYPES = ValueType.options;

function idOf(level: Level, initiative: string | null, ordinal: number): string {
  return initiative === null ? `${level}-${ordinal}` : `${level}-${initiative}-${ordinal}`;
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

/** A cell of an indicator with what its column and row make of it; `text` is without white space. */
type ReadCell = {
  readonly kind: Kind;
  readonly fiscalYear: number | null;
  readonly through: number | null;
  readonly text: PlacedText;
};

function cellsOf(table: Table, { values: columns }: Columns, rows: Rows): ReadCell[] {
  const read: ReadCell[] = [];
  for (const cell of table.cells) {
    if (cell.row + cell.rowSpan <= rows.from || cell.row >= rows.to) continue;
    const over = columns.filter((column) => covers(cell, column.col));
    const [first] = over;
    if (!first || cell.lines.length === 0) continue;
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

function readValue(cell: ReadCell, place: Placer, warnings: Warning[]): IndicatorValue[] {
  const { kind, text, through } = cell;
  const read = figure(text.text);
  if (!read || kind === 'achievement') return [];
  const at = firstPlace(place, text);
  if (cell.fiscalYear === null) {
    const message = `「${text.text}」 stands in a column without a fiscal year.`;
    warnings.push({ code: 'no-fiscal-year', message, at });
    return [];
  }
  if (read.status === 'unread') {
    const message = `「${text.text}」 was not understood as a value.`;
    warnings.push({ code: 'unread', message, at });
  }
  return [
    {
      fiscalYear: cell.fiscalYear,
      type: kind,
      text: text.text,
      value: read.value,
      status: read.status,
      ...(read.qualifier === undefined ? {} : { qualifier: read.qualifier }),
      ...(through === null ? {} : { throughFiscalYear: through }),
      at,
    },
  ];
}

/** The unit that most of the row's figures carry. */
function unitOf(cells: readonly ReadCell[]): string | null {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    if (cell.kind === 'achievement') continue;
    const unit = figure(cell.text.text)?.unit;
    if (unit) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? null;
}

function achievementOf(
  cell: ReadCell,
  evaluated: number,
  values: readonly IndicatorValue[],
  place: Placer,
  warnings: Warning[],
): Achievement | null {
  const { text } = cell;
  const read = figure(text.text);
  if (!read) return null;
  const at = firstPlace(place, text);
  const year = cell.fiscalYear ?? evaluated;
  const percent = read.unit !== null && comparable(read.unit) === '%';
  const ratio = read.value === null ? null : percent ? read.value / 100 : read.value;
  if (read.status === 'unread') {
    const message = `「${text.text}」 was not understood as an achievement.`;
    warnings.push({ code: 'unread', message, at });
  }
  const { check, arithmetic } = checkAchievement(ratio, year, values);
  if (check === 'mismatch') {
    warnings.push({ code: 'achievement-mismatch', message: arithmetic, at });
  }
  return { fiscalYear: year, text: text.text, ratio, status: read.status, check, at };
}
