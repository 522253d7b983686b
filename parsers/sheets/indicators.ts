import type { Format } from '../formats/format.ts';
import { comparable } from '../japanese/characters.ts';
import { unitInName } from '../japanese/figures.ts';
import { find } from '../japanese/folded.ts';
import { type Cell, cellText, covers, holdsText, type Table } from '../layout/table.ts';
import { type PlacedText, slice, trim } from '../layout/text.ts';
import type { Indicator } from '../records/indicator.ts';
import type { TargetColumns } from './columns.ts';
import { folded } from './heads.ts';
import { toIndicator } from './indicator.ts';
import { groupedRows, type IndicatorRows, textOfCells } from './indicator-rows.ts';
import { withoutNoteMark } from './note-marks.ts';
import type { Reading } from './reading.ts';
import { valuesOf } from './values.ts';

/** An initiative as a target table names it. */
export type Stub = { readonly number: string; readonly title: string };

export type TargetTable = { readonly indicators: Indicator[]; readonly stubs: Stub[] };

/**
 * The indicators of one target table; what is not understood of it is told and left over.
 * @param caption the unit that a caption above the table names
 */
export function readTargets(
  table: Table,
  columns: TargetColumns,
  caption: string | null,
  reading: Reading,
): TargetTable {
  const { format } = reading;
  const stubs: Stub[] = [];
  tellUnknown(table, columns, reading);
  const startsStub = (text: PlacedText) => readStub(format, text) !== null;
  const indicators = groupedRows(table, columns, startsStub).map((rows, i) => {
    const stub = rows.owner ? readStub(format, textOfCells(rows.owner)) : null;
    if (stub && stubs.every((s) => s.number !== stub.number)) stubs.push(stub);
    const { level } = columns.spec;
    const initiative = stub?.number ?? null;
    const name = withoutNoteMark(textOfCells(rows.names)).text;
    const id = [level, initiative, i + 1].filter((part) => part !== null).join('-');
    const unit = unitBeside(table, columns, rows, reading) ?? unitInName(name) ?? caption;
    const cells = valuesOf(table, columns, rows, reading);
    reading.claim([...rows.names, ...(rows.owner ?? [])]);
    return toIndicator({ id, level, initiative, name, unit, cells }, reading);
  });
  return { indicators, stubs };
}

/** A finding quotes no more characters of a column. */
const MAX_QUOTED = 200;

/** Claims the header; a column that is not understood is told there, and its cells are left over. */
function tellUnknown(
  table: Table,
  { headerRows, unknown, values, labels }: TargetColumns,
  reading: Reading,
) {
  const header = table.cells.filter((cell) => cell.row < headerRows);
  reading.claim(header);
  tellRelative(header, values, reading);
  const unsaid = values.filter(
    ({ kinds, readable }) => kinds.length === 0 && readable && labels.length === 0,
  );
  const cols = [...unknown, ...unsaid.map(({ col }) => col)];
  const told = new Set<Cell>();
  for (const col of cols) {
    const under = table.cells.filter(
      (cell) => cell.row >= headerRows && covers(cell, col) && holdsText(cell),
    );
    if (under.length === 0) continue;
    const head =
      header.findLast((cell) => covers(cell, col) && holdsText(cell)) ?? (under[0] as Cell);
    if (!told.has(head)) {
      const text = cellText(head);
      const figures = under.map((cell) => `「${cellText(cell).text}」`).join('');
      const shown = figures.length > MAX_QUOTED ? `${figures.slice(0, MAX_QUOTED)}…` : figures;
      const message = `What stands below 「${text.text}」 is not understood: ${shown}.`;
      reading.warn('unknown-kind', message, text);
    }
    told.add(head);
    reading.claim(under);
    reading.leave(under.map(cellText));
  }
}

/** A header that names a year by its distance (前年度) is told with the year that it was taken for. */
function tellRelative(header: readonly Cell[], values: TargetColumns['values'], reading: Reading) {
  const said = new Map<Cell, number>();
  for (const { col, year } of values) {
    const word = year?.relative;
    if (!year || !word) continue;
    const cell = header.findLast((one) => covers(one, col) && folded(one).includes(word));
    if (cell) said.set(cell, year.fiscalYear);
  }
  for (const [cell, year] of said) {
    const text = cellText(cell);
    const message = `「${text.text}」 is taken for the fiscal year ${year}, told from the sheet's.`;
    reading.warn('inferred', message, text);
  }
}

function unitBeside(
  table: Table,
  { units }: TargetColumns,
  rows: IndicatorRows,
  reading: Reading,
): string | null {
  const cells = table.cells.filter(
    (cell) => inRows(cell, rows) && holdsText(cell) && units.some((col) => covers(cell, col)),
  );
  reading.claim(cells);
  const [first] = cells;
  const unit = first ? trim(cellText(first)).text : '';
  return /^[-ー]*$/.test(comparable(unit)) ? null : unit;
}

const inRows = (cell: Cell, rows: IndicatorRows) =>
  cell.row + cell.rowSpan > rows.from && cell.row < rows.to;

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
