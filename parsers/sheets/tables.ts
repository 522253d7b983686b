import type { Table } from '../layout/table.ts';
import { join } from '../layout/text.ts';
import type { BudgetLine } from '../records/budget.ts';
import type { Indicator } from '../records/indicator.ts';
import type { Progress } from '../records/sheet.ts';
import { readBudget } from './budget.ts';
import { targetColumnsOf } from './columns.ts';
import { type Explanation, readExplanations } from './explanations.ts';
import { readTargets, type Stub } from './indicators.ts';
import { readLabelledTargets } from './labelled-targets.ts';
import { withNamesBeside } from './name-rows.ts';
import { readProgress } from './progress.ts';
import type { Reading } from './reading.ts';

/** What the tables of a sheet say. */
export type SheetTables = {
  progress: Progress | null;
  indicators: Indicator[];
  explanations: Explanation[];
  stubs: Stub[];
  budget: BudgetLine[];
};

/**
 * What stands over a table: the unit that the section's last caption names, and the table's own one, and the lines up to
 * the heading, that one first.
 */
export type TableCaption = {
  readonly unit: string | null;
  readonly own: string | null;
  readonly above: readonly string[];
};

/** What a table says goes where it belongs; what was not understood of it is told and left over. */
export function readTable(
  drawn: Table,
  { unit, own, above }: TableCaption,
  reading: Reading,
  parts: SheetTables,
): void {
  const { table, stubs } = withNamesBeside(drawn, reading);
  const columns = targetColumnsOf(table, reading, stubs);
  if (columns) {
    const targets = readTargets(table, columns, own, reading);
    parts.indicators.push(...targets.indicators);
    parts.stubs.push(...targets.stubs);
  } else {
    parts.indicators.push(...readLabelledTargets(table, above, reading));
    parts.progress ??= readProgress(table, reading);
    parts.explanations.push(...readExplanations(table, reading));
    parts.budget.push(...readBudget(table, unit, reading));
  }
  leaveUnclaimed(table, reading);
}

/** A finding quotes no more characters of a table. */
const MAX_QUOTED = 400;

function leaveUnclaimed(table: Table, reading: Reading): void {
  const unread = reading.unclaimed(table);
  if (unread.length === 0) return;
  const texts = unread.flatMap(({ lines }) => join(lines.flatMap((line) => reading.unowned(line))));
  const quoted = texts.map(({ text }) => `「${text}」`).join('');
  const shown = quoted.length > MAX_QUOTED ? `${quoted.slice(0, MAX_QUOTED)}…` : quoted;
  reading.warn('unread-table', `Of a table was not understood: ${shown}`, join(texts));
  reading.leave(texts);
}
