import type { Format } from '../formats/format.ts';
import { comparable } from '../japanese/characters.ts';
import { find } from '../japanese/folded.ts';
import { cellText, covers, type Table } from '../layout/table.ts';
import { join, type PlacedText, slice, trim, withoutSpaces } from '../layout/text.ts';
import type { Indicator } from '../records/indicator.ts';
import type { Warning } from '../records/warning.ts';
import type { Columns } from './columns.ts';
import { type ReadCell, toIndicator } from './indicator.ts';
import { indicatorRows, type Rows, textOf } from './indicator-rows.ts';
import { firstPlace, type Placer } from './places.ts';
import { kindsOfCell } from './sub-rows.ts';

/** An initiative as a target table names it. */
export type Stub = { readonly number: string; readonly title: string };

export type TargetTable = {
  readonly indicators: Indicator[];
  readonly stubs: Stub[];
  readonly warnings: Warning[];
};

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
  const startsStub = (text: PlacedText) => readStub(format, text) !== null;
  const indicators = indicatorRows(table, columns, startsStub).map((rows, i) => {
    const stub = rows.owner ? readStub(format, textOf(rows.owner)) : null;
    if (stub && stubs.every((s) => s.number !== stub.number)) stubs.push(stub);
    const { level } = columns.spec;
    const initiative = stub?.number ?? null;
    const name = trim(textOf(rows.names)).text;
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
    for (const { kind, lines } of kindsOfCell(table, cell, first, rows)) {
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
  return joinPieces(read);
}

/** A cell that a page break cut in two is one. */
function joinPieces(cells: readonly ReadCell[]): ReadCell[] {
  const joined: ReadCell[] = [];
  for (const cell of cells) {
    const at = joined.findIndex(
      (c) => c.kind === cell.kind && c.fiscalYear === cell.fiscalYear && pageOf(c) < pageOf(cell),
    );
    const first = joined[at];
    if (first) joined[at] = { ...first, text: join([first.text, cell.text]) };
    else joined.push(cell);
  }
  return joined;
}

const pageOf = ({ text }: ReadCell) => text.sources.find((glyph) => glyph !== null)?.page ?? 0;
