import type { BudgetSpec } from '../formats/format.ts';
import { comparable } from '../japanese/characters.ts';
import { unitInName } from '../japanese/figures.ts';
import { find } from '../japanese/folded.ts';
import { type Cell, cellText, holdsText, type Table } from '../layout/table.ts';
import { slice, valueText } from '../layout/text.ts';
import type { BudgetLine } from '../records/budget.ts';
import { type AmountCell, amountsOf } from './amounts.ts';
import { bareYears, columnHeadOf, isHead } from './heads.ts';
import { firstPlace } from './places.ts';
import type { Reading } from './reading.ts';

/**
 * The money lines of a table; empty when it has none.
 * @param caption the unit that a caption above the table names, as in （単位：百万円）
 */
export function readBudget(table: Table, caption: string | null, reading: Reading): BudgetLine[] {
  const { budget: spec } = reading.format;
  const names = table.cells.filter((cell) => nameIn(cellText(cell).text, spec));
  const [first] = names;
  if (!first) return [];
  const captions = table.cells.filter((cell) => captionUnit(spec, cellText(cell).text) !== null);
  const [inTable] = captions.map((cell) => captionUnit(spec, cellText(cell).text));
  const upper = table.cells.filter((cell) => cell.row < first.row);
  const bare = bareYears(upper, reading.evaluated);
  const isLabel = (cell: Cell) => bare.has(cell) || isHead(cell, reading);
  const corner = names.some((name) => name !== first && name.row === first.row)
    ? table.leftOf(first)
    : upper.filter((cell) => cell.col === first.col);
  reading.claim([...captions, ...corner, ...upper.filter(isLabel)]);
  return names.map((name) => {
    const text = cellText(name);
    const [from, to] = nameIn(text.text, spec) ?? [0];
    const people = spec.people.test(comparable(text.text));
    reading.claim([name]);
    const cells = cellsOf(table, name, names).flatMap((cell): AmountCell[] => {
      const over = table.headersOver(cell, isLabel);
      const heads = over.length > 0 ? over : table.headersBeside(cell, isLabel);
      const said = valueText(cell.lines);
      const { year, kinds } = columnHeadOf(heads, reading, bare);
      reading.claim([cell, ...heads]);
      if (year) {
        const at = firstPlace(reading.place, said);
        const type = kinds.find(({ money }) => money !== null)?.money ?? null;
        return [{ fiscalYear: year.fiscalYear, type, text: said, struck: cell.struck, at }];
      }
      const message = `「${said.text}」 stands in a column without a fiscal year.`;
      reading.warn('no-fiscal-year', message, said);
      reading.leave([said]);
      return [];
    });
    const stated = unitInName(text.text) ?? (people ? '人' : (caption ?? inTable ?? null));
    return { name: slice(text, from, to).text, ...amountsOf(cells, stated, reading.warnings) };
  });
}

/** Where the name of a money line stands in a label; the label may go on with a unit in parentheses. */
export function nameIn(label: string, { line }: BudgetSpec): readonly [number, number] | undefined {
  const found = find(label, line) ?? find(label.replace(/[（(][^（()）]*[）)]$/, ''), line);
  return found?.groups['name'];
}

/** The filled cells beside a line's name; those below it where the names stand beside one another. */
function cellsOf(table: Table, name: Cell, names: readonly Cell[]): Cell[] {
  const others = names.some((other) => other !== name && other.row === name.row);
  const cells = others ? table.below(name) : table.rightOf(name);
  return cells.filter((cell) => holdsText(cell) && (others || cell.row === name.row));
}

/** A caption has no more characters; what is longer is a sentence that speaks of a unit. */
const LONGEST_CAPTION = 24;

/** The unit that a caption names; null when it names none. */
export function captionUnit(spec: BudgetSpec, text: string): string | null {
  if (text.length > LONGEST_CAPTION) return null;
  const { unit, money } = find(text, spec.unit)?.groups ?? {};
  const range = unit ?? money;
  return range ? text.slice(...range).trim() : null;
}
