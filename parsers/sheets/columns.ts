import type { IndicatorSpec, KindSpec } from '../formats/format.ts';
import { comparable } from '../japanese/characters.ts';
import { fiscalYear } from '../japanese/eras.ts';
import { type Cell, cellText, covers, type Table } from '../layout/table.ts';
import { REPLACEMENT } from '../pdf/page.ts';

export type Kind = keyof KindSpec;

/** What one column of a target table holds: cells of these kinds, from top to bottom, for this fiscal year. */
export type ValueColumn = {
  readonly col: number;
  readonly fiscalYear: number | null;
  readonly kinds: readonly Kind[];
  /** Whether every character of its header is known; if not, nobody can say what its cells are. */
  readonly readable: boolean;
};

/** How a target table is to be read. */
export type Columns = {
  readonly spec: IndicatorSpec;
  readonly headerRows: number;
  readonly name: Cell;
  readonly initiative: Cell | null;
  readonly values: readonly ValueColumn[];
};

/** The columns of a target table; null when the table is none of the format's. */
export function columnsOf(
  table: Table,
  specs: readonly IndicatorSpec[],
  kinds: KindSpec,
  near: number,
): Columns | null {
  const labelled = (pattern: RegExp) =>
    table.cells.find((cell) => pattern.test(comparable(cellText(cell).text))) ?? null;
  for (const spec of specs) {
    const name = labelled(spec.name);
    const initiative = spec.initiative ? labelled(spec.initiative) : null;
    if (!name || (spec.initiative && !initiative)) continue;
    const headerRows = headerHeight(table, name, kinds);
    const header = table.cells.filter((cell) => cell.row < headerRows);
    const stubEnd = Math.max(...[name, initiative].map((c) => (c ? c.col + c.colSpan : 0)));
    const values: ValueColumn[] = [];
    for (let col = stubEnd; col < table.cols; col++) {
      const above = header.filter((cell) => covers(cell, col));
      const column = { col, fiscalYear: yearAbove(above, near), kinds: kindsIn(above, kinds) };
      const readable = above.every((cell) => !cellText(cell).text.includes(REPLACEMENT));
      if (column.kinds.length > 0 || !readable) values.push({ ...column, readable });
    }
    if (values.length > 0) return { spec, headerRows, name, initiative, values };
  }
  return null;
}

/** The header ends with the name column's header cell, or below it while there are still labels of kinds. */
function headerHeight(table: Table, name: Cell, kinds: KindSpec): number {
  let rows = name.row + name.rowSpan;
  const labels = (row: number) =>
    table.cells.some(
      (cell) => cell.row === row && cell.col > name.col && kindsIn([cell], kinds).length > 0,
    );
  while (rows < table.rows && labels(rows)) rows++;
  return rows;
}

function yearAbove(above: readonly Cell[], near: number): number | null {
  for (const cell of above) {
    const year = fiscalYear(comparable(cellText(cell).text), near);
    if (year !== null) return year;
  }
  return null;
}

/** The kinds that header cells name, in the order in which they stand there. */
function kindsIn(cells: readonly Cell[], kinds: KindSpec): Kind[] {
  const text = comparable(cells.map((cell) => cellText(cell).text).join(''));
  return (Object.keys(kinds) as Kind[])
    .map((kind) => ({ kind, at: text.search(kinds[kind]) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ kind }) => kind);
}
