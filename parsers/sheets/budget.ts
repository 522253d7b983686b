import type { BudgetSpec } from '../formats/format.ts';
import { comparable } from '../japanese/characters.ts';
import { fiscalYear } from '../japanese/eras.ts';
import { figure, parenthesized, yenPer } from '../japanese/figures.ts';
import { find } from '../japanese/folded.ts';
import { type Cell, cellText, covers, type Table } from '../layout/table.ts';
import { slice, withoutSpaces } from '../layout/text.ts';
import type { Amount, BudgetLine } from '../records/budget.ts';
import { firstPlace, type Placer } from './places.ts';

/**
 * The money lines of a table; empty when it has none.
 * @param caption the unit that a caption above the table names, as in （単位：百万円）
 */
export function readBudget(
  spec: BudgetSpec,
  table: Table,
  caption: string | null,
  evaluated: number,
  place: Placer,
): BudgetLine[] {
  const inTable = table.cells.map((cell) => captionUnit(spec, cellText(cell).text));
  const stated = caption ?? inTable.find((unit) => unit !== null) ?? null;
  return table.cells.flatMap((head) => {
    const text = cellText(head);
    const name = find(text.text, spec.line)?.groups['name'];
    if (!name) return [];
    const people = spec.people.test(comparable(text.text));
    const cells = table.cells.filter(
      (cell) => cell.row === head.row && cell.col > head.col && cell.lines.length > 0,
    );
    const units = cells.map((cell) => read(cell, people)?.unit ?? null);
    const unit = units.find((u) => u !== null) ?? (people ? '人' : stated);
    const amounts = cells.flatMap((cell): Amount[] => {
      const year = yearAbove(table, head, cell, evaluated);
      const found = read(cell, people);
      if (year === null || !found) return [];
      const printed = withoutSpaces(cellText(cell));
      const per = yenPer(found.unit ?? unit);
      return [
        {
          fiscalYear: year,
          text: printed.text,
          value: found.value,
          yen: found.value === null || per === null ? null : Math.round(found.value * per),
          at: firstPlace(place, printed),
        },
      ];
    });
    return [{ name: slice(text, ...name).text, unit, amounts }];
  });
}

function read(cell: Cell, people: boolean) {
  const text = cellText(cell).text;
  return people ? parenthesized(text) : figure(text);
}

/** The fiscal year that heads the cell's column. */
function yearAbove(table: Table, head: Cell, cell: Cell, near: number): number | null {
  for (const above of table.cells) {
    if (above.row >= head.row || !covers(above, cell.col)) continue;
    const year = fiscalYear(comparable(cellText(above).text), near);
    if (year !== null) return year;
  }
  return null;
}

/** A caption has no more characters; what is longer is a sentence that speaks of a unit. */
const LONGEST_CAPTION = 24;

/** The unit that a caption names; null when it names none. */
export function captionUnit(spec: BudgetSpec, text: string): string | null {
  if (text.length > LONGEST_CAPTION) return null;
  const range = find(text, spec.unit)?.groups['unit'];
  return range ? text.slice(...range).trim() : null;
}
