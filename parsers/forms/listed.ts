import type { FormCell } from './cell.ts';
import { labelOdds } from './cell.ts';
import { emptySeries } from './empty-series.ts';
import { bottom } from './form-table.ts';
import { figureHeadOf } from './head.ts';
import { spaced } from './lines.ts';
import { type FormListing, isUnder, type ListedCell } from './listing.ts';
import type { Labelled } from './said.ts';
import { marksIn } from './scales.ts';
import type { FigureSeries } from './series.ts';
import { ASKED_OF_ALL } from './vocabulary/judgements.ts';
import { NAME_HEAD, TITLE } from './vocabulary/labels.ts';
import { MONEY_NAME } from './vocabulary/money.ts';

export type ListedRead = { readonly said: Labelled[]; readonly series: FigureSeries[] };

/** A list as labels with texts: each cell under its column's head, in the row that its first cell names. */
export function readListing(listing: FormListing, evaluated: number | null): ListedRead {
  const { rows, side, groups } = listing;
  const marks = marksIn(listing);
  const said: Labelled[] = [];
  const series: FigureSeries[] = [];
  const grouping = groupsIn(rows);
  for (const [i, listed] of rows.entries()) {
    const row = listed.filter(({ cell }) => !grouping.has(cell));
    const beside = [...side, ...groupsOver(rows, i, grouping)];
    // What a mark is set for is named by the row, in however many words.
    const marked = row.find(({ cell }) => marks.has(cell)) && row[0]?.cell;
    const name = marked ?? (rows.length === 1 && !isNamed(row) ? null : nameOf(row, rows.length));
    for (const { cell, head } of row) {
      if (cell === name || cell.look === 'empty' || marks.get(cell) === null) continue;
      const column = figureHeadOf(head.folded, evaluated);
      const over = groups.filter((group) => isUnder(head, group));
      const path = [...beside, ...over].map((one) => one.text);
      const mark = marks.get(cell);
      if (mark && name) {
        said.push({
          label: name.text,
          path,
          text: mark.text,
          listed: true,
          judged: mark.judges,
        });
      } else if (name && cell.look === 'figure' && isMoney(head, column)) {
        addAmount(series, { name, cell, head }, side, evaluated);
      } else if (!name) {
        said.push({ label: head.text, path, text: spaced(cell.lines) });
      } else if (ASKED_OF_ALL.test(head.folded) && !isYear(name)) {
        said.push({
          label: name.text,
          path: [...path, head.text],
          text: spaced(cell.lines),
          listed: true,
        });
      } else {
        said.push({
          label: head.text,
          path: [...path, name.text],
          text: spaced(cell.lines),
          listed: true,
        });
      }
    }
  }
  return { said, series };
}

/** Cells left of the names in a column in which one runs along several rows: what the rows stand under. */
function groupsIn(rows: FormListing['rows']): Set<FormCell> {
  const all = rows.flat();
  const tall = new Set(
    rows.flatMap((row) => {
      const lowest = Math.min(...row.map(({ cell }) => cell.rowSpan));
      return row.filter(({ cell }) => cell.rowSpan > lowest).map(({ head }) => head);
    }),
  );
  const first = Math.min(...all.flatMap(({ head }) => (tall.has(head) ? [] : [head.col])));
  const left = all.filter(({ head }) => tall.has(head) && head.col < first);
  return new Set(left.map(({ cell }) => cell));
}

/** The groups that a row stands under, from left to right. */
function groupsOver(
  rows: FormListing['rows'],
  at: number,
  grouping: ReadonlySet<FormCell>,
): FormCell[] {
  const own = Math.min(...(rows[at] ?? []).map(({ cell }) => cell.row));
  const over = [...grouping].filter(
    (cell) => cell.row <= own && bottom(cell) > own && cell.look !== 'empty',
  );
  return over.sort((a, b) => a.col - b.col);
}

const isMoney = (head: FormCell, column: ReturnType<typeof figureHeadOf>) =>
  MONEY_NAME.test(head.folded) || (column.unit !== null && /円/.test(column.unit));

/** Whether the first column of a list is of names: of one row, its head says so; else labels stand above what they hold. */
const isNamed = ([first]: readonly ListedCell[]): boolean =>
  first !== undefined && NAME_HEAD.test(first.head.folded) && !TITLE.test(first.head.folded);

/** The cell that says what a row is about: the first one, unless it is no name. */
function nameOf(row: readonly ListedCell[], rows: number): FormCell | null {
  const named = row.find(({ cell, head }) => NAME_HEAD.test(head.folded) && cell.look !== 'empty');
  const first = row[0];
  if (named) return named.cell;
  // A question, in however many words, is what its row is judged for.
  const asked = rows > 1 && row.some(({ head }) => ASKED_OF_ALL.test(head.folded));
  if (asked && first && first.cell.look === 'prose') return first.cell;
  if (!first || first.cell.look === 'empty' || first.cell.look === 'choice') return null;
  const tells = rows === 1 || first.cell.look !== 'words';
  return first.cell.look === 'figure' || (tells && labelOdds(first.cell) < -2) ? null : first.cell;
}

/** R3 before what was done in it: no name of anything. */
const isYear = ({ look, folded }: FormCell): boolean =>
  look === 'head' && figureHeadOf(folded, null).year !== null;

/** Adds an amount of a list: to the line of money that its row names, or of its column where rows are years. */
function addAmount(
  series: FigureSeries[],
  { name, cell, head }: { readonly name: FormCell } & ListedCell,
  side: readonly FormCell[],
  evaluated: number | null,
): void {
  const yearly = isYear(name);
  const one = {
    cell,
    row: yearly ? figureHeadOf(name.folded, evaluated) : null,
    column: figureHeadOf(head.folded, evaluated),
    lastColumn: null,
    columnHeads: [head],
    headCells: yearly ? [name] : [head],
  };
  const known = yearly && series.find(({ labels }) => labels.name === head);
  if (known) {
    known.observations.push(one);
    return;
  }
  const named = { name: yearly ? head : name, nameHead: null, level: null, path: side };
  series.push({ ...emptySeries(named, true, []), observations: [one] });
}
