import type { FigureKind } from '../japanese/kinds.ts';
import { type Cell, cellText, covers, holdsText, type Table } from '../layout/table.ts';
import { valueText } from '../layout/text.ts';
import type { TargetColumns, ValueColumn } from './columns.ts';
import { type ColumnHead, columnHeadOf } from './heads.ts';
import type { ReadCell } from './indicator.ts';
import type { IndicatorRows } from './indicator-rows.ts';
import type { Reading } from './reading.ts';
import { kindsOfCell } from './sub-rows.ts';

type Piece = ReadCell & { readonly row: number };

/** The value cells of an indicator, each with its year and kind: those of its row's label before those of its column. */
export function valuesOf(
  table: Table,
  columns: TargetColumns,
  rows: IndicatorRows,
  reading: Reading,
): ReadCell[] {
  const read: Piece[] = [];
  const labels = table.cells.filter(
    (cell) => cell.row >= columns.headerRows && columns.labels.some((col) => covers(cell, col)),
  );
  for (const cell of table.cells) {
    if (cell.row + cell.rowSpan <= rows.from || cell.row >= rows.to || !holdsText(cell)) continue;
    if (labels.includes(cell)) reading.claim([cell]);
    const over = columns.values.filter((column) => covers(cell, column.col));
    const [first] = over;
    if (!first) continue;
    if (over.some((column) => !column.readable)) {
      const text = cellText(cell);
      reading.warn(
        'unread',
        `「${text.text}」 stands below a header that could not be read.`,
        text,
      );
      reading.claim([cell]);
      reading.leave([text]);
      continue;
    }
    const beside = columnHeadOf(
      labels.filter((label) => isInRow(cell, label)),
      reading,
    );
    for (const { kind, lines } of kindsBeside(table, cell, { column: first, rows }, beside)) {
      reading.claim([cell]);
      const text = valueText(lines, kind.rate !== null);
      const { struck, row } = cell;
      read.push({ kind, ...yearsOf(over, kind, beside), text, struck, row });
    }
  }
  return joinPieces(read, table);
}

/** A label speaks of a cell that stands within its rows. */
const isInRow = (cell: Cell, label: Cell) =>
  cell.row >= label.row && cell.row + cell.rowSpan <= label.row + label.rowSpan;

function kindsBeside(
  table: Table,
  cell: Cell,
  { column, rows }: { readonly column: ValueColumn; readonly rows: IndicatorRows },
  beside: ColumnHead,
) {
  const [label] = beside.kinds;
  const [own] = column.kinds;
  if (!label || (own && staysOwn(own, label))) return kindsOfCell(table, cell, column, rows);
  return [{ kind: label, lines: cell.lines }];
}

/** A rate's column stays one beside any label, and what was reached (実績値) when the plan was made is the baseline. */
const staysOwn = (own: FigureKind, label: FigureKind) =>
  own.rate !== null || (own.value === 'baseline' && label.value === 'actual');

function yearsOf(over: readonly ValueColumn[], kind: FigureKind, beside: ColumnHead) {
  const said = beside.year ?? over[0]?.year ?? null;
  if (said === null || beside.year) {
    return { fiscalYear: said?.fiscalYear ?? null, through: said?.through ?? null };
  }
  const years = over
    .filter(
      ({ kinds }) =>
        beside.kinds.length > 0 ||
        kinds.includes(kind) ||
        kinds.some((k) => k.value === kind.value),
    )
    .flatMap(({ year }) => (year ? [year.through ?? year.fiscalYear] : []));
  const last = Math.max(...years);
  return { fiscalYear: said.fiscalYear, through: last > said.fiscalYear ? last : null };
}

/** A cell that a page break cut in two is one. */
function joinPieces(cells: readonly Piece[], { breaks }: Table): ReadCell[] {
  const joined: Piece[] = [];
  for (const cell of cells) {
    const at = joined.findIndex(
      (c) =>
        c.kind === cell.kind &&
        c.fiscalYear === cell.fiscalYear &&
        breaks.some((row) => c.row < row && cell.row >= row),
    );
    const first = joined[at];
    if (first) joined[at] = { ...first, text: valueText([first.text, cell.text]) };
    else joined.push(cell);
  }
  return joined;
}
