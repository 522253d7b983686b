import type { Format, LabelledTargetSpec } from '../formats/format.ts';
import { comparable } from '../japanese/characters.ts';
import { fiscalYear } from '../japanese/eras.ts';
import { type Cell, cellText, covers, type Table } from '../layout/table.ts';
import { trim, withoutSpaces } from '../layout/text.ts';
import type { Indicator } from '../records/indicator.ts';
import type { Warning } from '../records/warning.ts';
import type { Kind } from './columns.ts';
import { type ReadCell, toIndicator } from './indicator.ts';
import type { Placer } from './places.ts';

/**
 * The indicators of a table whose rows are labelled; empty when it is none.
 * @param above lines between the table and the heading over it, that heading first
 */
export function readLabelledTargets(
  format: Format,
  table: Table,
  above: readonly string[],
  evaluated: number,
  place: Placer,
  warnings: Warning[],
): Indicator[] {
  const specs = format.labelledTargets;
  const label = specs[0]?.name;
  if (!label) return [];
  const starts = table.cells.filter((cell) => label.test(textOf(cell)));
  return starts.flatMap((start, i) => {
    const end = starts[i + 1]?.row ?? table.rows;
    const spec = specOf(specs, table, start, above);
    const name = right(table, start);
    if (!spec || !name) return [];
    const rows = table.cells.filter((cell) => cell.row >= start.row && cell.row < end);
    const unitLabel = rows.find((cell) => spec.unit.test(textOf(cell)));
    const unit = unitLabel && right(table, unitLabel);
    const { level } = spec;
    return [
      toIndicator(
        {
          id: `${level}-${i + 1}`,
          level,
          initiative: null,
          name: trim(cellText(name)).text,
          unit: unit ? trim(cellText(unit)).text : null,
          cells: rows.flatMap((cell) => cellsRightOf(table, spec, cell, evaluated)),
        },
        format.achievement,
        evaluated,
        place,
        warnings,
      ),
    ];
  });
}

const textOf = (cell: Cell) => comparable(cellText(cell).text);

/** The nearest filled cell beside a label. */
function right(table: Table, label: Cell): Cell | undefined {
  return table.cells.find(
    (cell) => cell.row === label.row && cell.col > label.col && cell.lines.length > 0,
  );
}

/** Which level the rows from `start` on are of: the nearest word for one, in the table or above it. */
function specOf(
  specs: readonly LabelledTargetSpec[],
  table: Table,
  start: Cell,
  above: readonly string[],
): LabelledTargetSpec | undefined {
  const before = table.cells.filter(
    (cell) => cell.row < start.row || (cell.row === start.row && cell.col < start.col),
  );
  const said = [...above.map(comparable), ...before.map(textOf)];
  for (const text of said.reverse()) {
    const spec = specs.find((one) => one.said.test(text));
    if (spec) return spec;
  }
  return undefined;
}

/** The values beside a label that names a kind, each with the year over its column. */
function cellsRightOf(
  table: Table,
  { kinds }: LabelledTargetSpec,
  label: Cell,
  near: number,
): ReadCell[] {
  const kind = (Object.keys(kinds) as Kind[]).find((k) => kinds[k]?.test(textOf(label)));
  if (!kind) return [];
  return table.cells
    .filter((cell) => cell.row === label.row && cell.col > label.col && cell.lines.length > 0)
    .map((cell) => ({
      kind,
      fiscalYear: yearOver(table, cell, near),
      through: null,
      text: withoutSpaces(cellText(cell)),
    }));
}

function yearOver(table: Table, below: Cell, near: number): number | null {
  const over = table.cells.filter((cell) => cell.row < below.row && covers(cell, below.col));
  for (const cell of over.reverse()) {
    const text = textOf(cell);
    const year = /年度?$|年度/.test(text) ? fiscalYear(text, near) : null;
    if (year !== null) return year;
  }
  return null;
}
