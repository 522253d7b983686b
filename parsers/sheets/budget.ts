import type { BudgetSpec } from '../formats/format.ts';
import { comparable } from '../japanese/characters.ts';
import { unitInName } from '../japanese/figures.ts';
import { find } from '../japanese/folded.ts';
import { cellText, covers, isFilled, type Table } from '../layout/table.ts';
import { slice, valueText } from '../layout/text.ts';
import type { BudgetLine } from '../records/budget.ts';
import { type AmountCell, amountsOf } from './amounts.ts';
import { bareYears, headOf, isHead } from './heads.ts';
import { firstPlace } from './places.ts';
import type { Reading } from './reading.ts';

/**
 * The money lines of a table; empty when it has none.
 * @param caption the unit that a caption above the table names, as in （単位：百万円）
 */
export function readBudget(table: Table, caption: string | null, reading: Reading): BudgetLine[] {
  const { budget: spec } = reading.format;
  const names = table.cells.filter((cell) => find(cellText(cell).text, spec.line)?.groups['name']);
  const [first] = names;
  if (!first) return [];
  const header = table.cells.filter((cell) => cell.row < first.row);
  const captions = table.cells.filter((cell) => captionUnit(spec, cellText(cell).text) !== null);
  const [inTable] = captions.map((cell) => captionUnit(spec, cellText(cell).text));
  const bare = bareYears(header, reading.evaluated);
  const labels = header.filter(
    (cell) => cell.col < first.col + first.colSpan || isHead(cell, reading) || bare.has(cell),
  );
  reading.claim([...captions, ...labels]);
  return names.map((head) => {
    const text = cellText(head);
    const [from, to] = find(text.text, spec.line)?.groups['name'] ?? [0];
    const people = spec.people.test(comparable(text.text));
    const cells = table.rightOf(head).filter((cell) => cell.row === head.row && isFilled(cell));
    const placed = cells.flatMap((cell): AmountCell[] => {
      const over = header.filter((above) => covers(above, cell.col));
      const { year } = headOf(over, reading, bare);
      const said = valueText(cell.lines);
      reading.claim([cell, ...over]);
      if (year) {
        const at = firstPlace(reading.place, said);
        return [{ fiscalYear: year.fiscalYear, text: said, at }];
      }
      const message = `「${said.text}」 stands in a column without a fiscal year.`;
      reading.warn('no-fiscal-year', message, said);
      reading.leave([said]);
      return [];
    });
    const stated = unitInName(text.text) ?? (people ? '人' : (caption ?? inTable ?? null));
    reading.claim([head]);
    return { name: slice(text, from, to).text, ...amountsOf(placed, stated, reading.warnings) };
  });
}

/** A caption has no more characters; what is longer is a sentence that speaks of a unit. */
const LONGEST_CAPTION = 24;

/** The unit that a caption names; null when it names none. */
export function captionUnit(spec: BudgetSpec, text: string): string | null {
  if (text.length > LONGEST_CAPTION) return null;
  const range = find(text, spec.unit)?.groups['unit'];
  return range ? text.slice(...range).trim() : null;
}
