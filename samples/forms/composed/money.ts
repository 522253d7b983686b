import { type Block, gap, line } from '../form.ts';
import { linesOf } from './money-lines.ts';
import { down, rows, stacked, stages } from './money-tables.ts';
import type { Sheet } from './sheet.ts';

/** A row a line is the usual one. */
const ARRANGEMENTS = [rows, rows, rows, stacked, down, stages];

/** The tables of money. */
export function money(sheet: Sheet): Block[] {
  const { random, truth } = sheet;
  const unit = random.pick(['千円', '千円', '千円', '円', '万円', '百万円']);
  const where = random.pick(['caption', 'head', 'column', 'name'] as const);
  const lines = linesOf(sheet, unit);
  const heading = random.chance(0.5)
    ? truth.leftover(random.pick(['■コスト', '【投入コスト】', '３．事業費の推移', '◇決算の状況']))
    : '';
  const caption =
    where === 'caption'
      ? random.pick([`（単位：${unit}）`, `単位：${unit}`, `[単位:${unit}]`])
      : '';
  const above = heading || caption ? [line(heading, { right: caption })] : [];
  const table = random.pick(ARRANGEMENTS)(sheet, { all: lines, usual: unit, where });
  return [...above, table, gap(4)];
}
