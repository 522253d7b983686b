import type { IndicatorSpec } from '../formats/format.ts';
import type { FigureKind } from '../japanese/kinds.ts';
import type { SaidYear } from '../japanese/years.ts';
import { cellText, covers, holdsText, type Table } from '../layout/table.ts';
import { REPLACEMENT } from '../pdf/page.ts';
import { bareYears, columnHeadOf, folded, isHead, NAMES_UNITS } from './heads.ts';
import type { Reading } from './reading.ts';
import { rowKindsIn } from './row-kinds.ts';
import { slotsOf } from './slots.ts';
import { type Stubs, stubsOf } from './stubs.ts';

/** What one column of a target table holds: cells of these kinds, from top to bottom, for this fiscal year. */
export type ValueColumn = {
  readonly col: number;
  readonly year: SaidYear | null;
  readonly kinds: readonly FigureKind[];
  /** Whether every character of its header is known; if not, nobody can say what its cells are. */
  readonly readable: boolean;
};

/** How a target table is to be read. */
export type TargetColumns = Stubs & {
  readonly spec: IndicatorSpec;
  readonly headerRows: number;
  /** Columns with the unit of each row. */
  readonly units: readonly number[];
  /** Columns that say what kind of value, or of which year, each row holds. */
  readonly labels: readonly number[];
  readonly values: readonly ValueColumn[];
  /** Columns that are not understood. */
  readonly unknown: readonly number[];
};

/**
 * The columns of a target table; null when the table is none.
 * @param known its stub, where that is known by more than its words
 */
export function targetColumnsOf(
  table: Table,
  reading: Reading,
  known: Stubs | null = null,
): TargetColumns | null {
  const { evaluated, format } = reading;
  const stubs = known ?? stubsOf(table, reading);
  if (!stubs) return null;
  const spec = format.indicators.find(
    (one) => (one.initiative !== undefined) === (stubs.initiative !== null),
  );
  if (!spec) return null;
  const headerRows = headerHeight(table, stubs, reading);
  const header = table.cells.filter((cell) => cell.row < headerRows);
  const body = table.cells.filter((cell) => cell.row >= headerRows && holdsText(cell));
  const bare = bareYears(header, evaluated);
  const byRow = rowKindsIn(header, format);
  const columns = {
    units: [] as number[],
    labels: [] as number[],
    values: [] as ValueColumn[],
    unknown: [] as number[],
  };
  for (let col = 0; col < table.cols; col++) {
    if (covers(stubs.name, col) || (stubs.initiative && covers(stubs.initiative, col))) continue;
    // A title over the whole table says nothing of one column.
    const over = header.filter((cell) => covers(cell, col) && cell.colSpan < table.cols);
    const under = body.filter((cell) => covers(cell, col));
    const head = columnHeadOf(over, reading, bare);
    const said = over.map(folded).join('');
    const readable = over.every((cell) => !cellText(cell).text.includes(REPLACEMENT));
    const isValue = head.kinds.length === 0 ? head.year !== null : head.kinds.some(isKept);
    const isLabels = under.length > 0 && under.every((cell) => isHead(cell, reading));
    if (col > stubs.name.col && (isValue || !readable) && !(isLabels && head.year === null)) {
      columns.values.push({
        col,
        year: head.year,
        kinds: head.kinds.length > 0 ? slotsOf(over, head.kinds, reading) : byRow,
        readable,
      });
    } else if (NAMES_UNITS.test(said)) columns.units.push(col);
    else if (isLabels) columns.labels.push(col);
    else if (said !== '' || under.length > 0) columns.unknown.push(col);
  }
  const found = { ...stubs, spec, headerRows, ...columns };
  return holdsTargets(table, found, reading) ? found : null;
}

/** Whether the record has a place for figures of a kind; it has none for differences. */
const isKept = ({ value, rate }: FigureKind) =>
  value !== null || rate === 'achievement' || rate === 'progress';

/** The header ends with the stub's header cells, or below them while rows are nothing but labels of years and kinds. */
function headerHeight(table: Table, { name }: Stubs, reading: Reading): number {
  let rows = name.row + name.rowSpan;
  const labels = (row: number) => {
    const filled = table.cells.filter((cell) => cell.row === row && holdsText(cell));
    return (
      filled.length > 0 && filled.every((cell) => cell.col > name.col && isHead(cell, reading))
    );
  };
  while (rows < table.rows && labels(rows)) rows++;
  return rows;
}

/** Whether any column or row label speaks of what was aimed at or reached. */
function holdsTargets(
  table: Table,
  { values, labels, headerRows }: TargetColumns,
  reading: Reading,
) {
  const beside = table.cells.filter(
    (cell) => cell.row >= headerRows && labels.some((col) => covers(cell, col)),
  );
  const kinds = [
    ...values.flatMap((column) => column.kinds),
    ...columnHeadOf(beside, reading).kinds,
  ];
  return values.some(({ readable }) => !readable) || kinds.some(isKept);
}
