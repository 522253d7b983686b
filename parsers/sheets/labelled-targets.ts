import type { LabelledTargetSpec } from '../formats/format.ts';
import { comparable } from '../japanese/characters.ts';
import type { SaidYear } from '../japanese/years.ts';
import { type Cell, cellText, holdsText, type Table } from '../layout/table.ts';
import { trim, valueText } from '../layout/text.ts';
import type { Indicator } from '../records/indicator.ts';
import { bareYears, columnHeadOf, folded, isHead } from './heads.ts';
import { type ReadCell, toIndicator } from './indicator.ts';
import { withoutNoteMark } from './note-marks.ts';
import type { Reading } from './reading.ts';

/**
 * The indicators of a table whose rows are labelled; empty when it is none.
 * @param above lines between the table and the heading over it, that heading first
 */
export function readLabelledTargets(
  table: Table,
  above: readonly string[],
  reading: Reading,
): Indicator[] {
  const specs = reading.format.labelledTargets;
  const label = specs[0]?.name;
  if (!label) return [];
  const starts = table.cells.filter((cell) => label.test(folded(cell)));
  return starts.flatMap((start, i) => {
    const end = starts[i + 1]?.row ?? table.rows;
    const said = specOf(specs, table, start, above);
    const name = table.rightOf(start).find(holdsText);
    if (!said || !name) return [];
    const { level } = said.spec;
    const rows = table.cells.filter((cell) => cell.row >= start.row && cell.row < end);
    const unitLabel = rows.find((cell) => said.spec.unit.test(folded(cell)));
    const unit = unitLabel && table.rightOf(unitLabel).find(holdsText);
    reading.claim([start, name, unitLabel, unit, said.by].filter((cell) => cell !== undefined));
    return [
      toIndicator(
        {
          id: `${level}-${i + 1}`,
          level,
          initiative: null,
          name: withoutNoteMark(cellText(name)).text,
          unit: unit ? trim(cellText(unit)).text : null,
          cells: valuesOf(table, rows, reading),
        },
        reading,
      ),
    ];
  });
}

/** Which level the rows from `start` on are of: the nearest word for one, in the table or above it. */
function specOf(
  specs: readonly LabelledTargetSpec[],
  table: Table,
  start: Cell,
  above: readonly string[],
): { spec: LabelledTargetSpec; by: Cell | undefined } | null {
  const before = table.cells.filter(
    (cell) => cell.row < start.row || (cell.row === start.row && cell.col < start.col),
  );
  const said = [
    ...above.map((text) => ({ text: comparable(text), by: undefined })),
    ...before.map((by) => ({ text: folded(by), by })),
  ];
  for (const { text, by } of said.reverse()) {
    const spec = specs.find((one) => one.said.test(text));
    if (spec) return { spec, by };
  }
  return null;
}

/** What is called 年度 has years beside it, be they numbers alone. */
const YEARS = /^(?:年度|年次)$/;

/** The values beside the labels of kinds, each with the year over its column. */
function valuesOf(table: Table, rows: readonly Cell[], reading: Reading): ReadCell[] {
  const yearLabels = rows.filter((cell) => YEARS.test(folded(cell)));
  const bare = bareYears(
    yearLabels.flatMap((cell) => [cell, ...table.rightOf(cell)]),
    reading.evaluated,
  );
  reading.claim([...yearLabels, ...bare.keys(), ...rows.filter((cell) => isHead(cell, reading))]);
  return rows.flatMap((label) => {
    const [kind] = isHead(label, reading) ? columnHeadOf([label], reading).kinds : [];
    if (!kind) return [];
    reading.claim([label]);
    return table
      .rightOf(label)
      .filter(holdsText)
      .map((cell): ReadCell => {
        const over = headersOver(table, cell, bare, reading);
        const { year } = columnHeadOf(over, reading, bare);
        reading.claim([cell, ...over]);
        return {
          kind,
          fiscalYear: year?.fiscalYear ?? null,
          through: year?.through ?? null,
          text: valueText(cell.lines),
          struck: cell.struck,
        };
      });
  });
}

function headersOver(
  table: Table,
  cell: Cell,
  bare: ReadonlyMap<Cell, SaidYear>,
  reading: Reading,
): Cell[] {
  return table.headersOver(cell, (over) => bare.has(over) || isHead(over, reading));
}
