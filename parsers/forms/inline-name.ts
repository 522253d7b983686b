import type { FormCell } from './cell.ts';
import { isLevel } from './figure-row.ts';
import type { FormTable } from './form-table.ts';
import type { HeadBlock } from './head-block.ts';
import { type Pair, pairsAmong } from './pairs.ts';
import type { FigureRow } from './regions.ts';
import { UNIT_HEAD } from './vocabulary/labels.ts';

/** What a table of one indicator says beside its figures: its name, its unit, and notes, each behind its label. */
export type Inline = {
  readonly name: FormCell;
  readonly nameLabel: FormCell;
  readonly side: readonly FormCell[];
  readonly unit: FormCell | null;
  readonly notes: readonly Pair[];
};

export const NAME_LABEL =
  /^(?:[①-⑳]|\d[.．]?)?(?:(?:活動|成果|対象)?指標(?:名|名称|の名称)?|名称|KPI名?)[①-⑳\d]*$/;

/**
 * The name of the one indicator of a table that has it beside its label, left of the figures: 指標名称 | 相談件数 | 年度 | H26.
 * Null where a label of names heads a column of them.
 */
export function inlineName(
  table: FormTable,
  head: HeadBlock,
  rows: readonly FigureRow[],
): Inline | null {
  const own = (row: number) =>
    table
      .starting(row)
      .filter((c) => c.col < head.firstCol && c.look !== 'empty' && c.look !== 'head');
  const numbers = [
    ...range(head.from, head.to),
    ...rows.flatMap((row) => (row.band ? [] : [row.row])),
  ];
  const side = own(head.from).filter((cell) => isLevel(cell) && cell.rowSpan > 1);
  const pairs = numbers.flatMap((row) =>
    pairsAmong(own(row).filter((cell) => !side.includes(cell) && !YEAR_LABEL.test(cell.folded))),
  );
  const named = pairs.find(
    ({ label, values }) =>
      NAME_LABEL.test(label.folded) && values.length > 0 && label.row < head.to,
  );
  if (!named) return null;
  const unit = pairs.find(({ label }) => UNIT_HEAD.test(label.folded))?.values[0] ?? null;
  const notes = pairs.filter(
    (pair) => pair !== named && !UNIT_HEAD.test(pair.label.folded) && pair.values.length > 0,
  );
  return { name: named.values[0] as FormCell, nameLabel: named.label, side, unit, notes };
}

const YEAR_LABEL = /^(?:年度|区分|年次|年度\/区分)$/;

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
