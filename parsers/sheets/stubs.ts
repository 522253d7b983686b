import { find } from '../japanese/folded.ts';
import { type Cell, cellText, covers, holdsText, type Table } from '../layout/table.ts';
import { nameIn } from './budget.ts';
import { folded, isHead, NAMES_UNITS } from './heads.ts';
import type { Reading } from './reading.ts';

/** The header cells over the columns that name what is measured, and the initiative it belongs to. */
export type Stubs = { readonly name: Cell; readonly initiative: Cell | null };

/** Tables of other things whose columns are years too. */
const NO_TARGETS = /参考|予算|決算|事業費|経費|財源|人件費/;
/** Words that headers of indicators' names have in them. */
const NAMES = /指標|項目|目標|KPI|取(?:り)?組|主なもの|名/;
/** A header is no longer than this. */
const MAX_HEADER = 24;

/**
 * The stub of a target table: its header cells stand left of the first year or kind. The format's own words win; a
 * column called otherwise is known by where it stands.
 */
export function stubsOf(table: Table, reading: Reading): Stubs | null {
  const { format } = reading;
  const heads = table.cells.filter((cell) => isHead(cell, reading));
  const first =
    heads.find(({ row }) => heads.filter((cell) => cell.row === row).length >= 2) ?? heads[0];
  const exact = table.cells.filter((cell) =>
    format.indicators.some((spec) => spec.name.test(folded(cell))),
  );
  const row = exact[0]?.row ?? first?.row;
  if (row === undefined) return null;
  const end = exact[0]
    ? table.cols
    : Math.min(...heads.filter((cell) => cell.row === row).map((cell) => cell.col));
  const stubs = cellsOfRow(table, row).filter((cell) => cell.col < end && holdsText(cell));
  const initiative =
    stubs.find((cell) => format.indicators.some((spec) => spec.initiative?.test(folded(cell)))) ??
    null;
  if (exact[0])
    return {
      name: exact[0],
      initiative: initiative ?? initiativeColumn(table, stubs, exact[0], reading),
    };
  const possible = stubs.filter((cell) => isName(table, cell, initiative, reading));
  const name = possible.findLast((cell) => NAMES.test(folded(cell))) ?? possible.at(-1);
  if (!name) return null;
  return { name, initiative: initiative ?? initiativeColumn(table, stubs, name, reading) };
}

function cellsOfRow(table: Table, row: number): Cell[] {
  const cells = Array.from({ length: table.cols }, (_, col) => table.at(row, col));
  return [...new Set(cells)].filter((cell) => cell !== null);
}

function isName(table: Table, cell: Cell, initiative: Cell | null, reading: Reading): boolean {
  const text = folded(cell);
  if (cell === initiative || text.length > MAX_HEADER) return false;
  if (NO_TARGETS.test(text) || NAMES_UNITS.test(text) || /^区分$|^種別$/.test(text)) return false;
  const under = table.below(cell).filter(holdsText);
  const { budget } = reading.format;
  if (under.some((c) => nameIn(cellText(c).text, budget))) return false;
  return under.length > 0 && !under.every((c) => isHead(c, reading));
}

/** A column before the name whose cells are all named as initiatives are: number and title. */
export function initiativeColumn(
  table: Table,
  stubs: readonly Cell[],
  name: Cell,
  { format }: Reading,
): Cell | null {
  const before = stubs.filter((cell) => cell.col < name.col);
  return (
    before.find((header) => {
      const under = table
        .below(header)
        .filter((cell) => holdsText(cell) && covers(header, cell.col));
      return (
        under.length > 0 &&
        under.every((cell) => find(cellText(cell).text, format.initiatives.stub)?.groups['title'])
      );
    }) ?? null
  );
}
