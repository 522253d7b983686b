import type { OtherFigure } from '../records/figure.ts';
import { comparable } from './characters.ts';
import { readStretch } from './figures/cell.ts';
import type { Figure } from './figures/figure.ts';
import { type Printed, saidByCell, struckIn } from './figures/printed.ts';
import { whole } from './figures/stretch.ts';

export type { Figure } from './figures/figure.ts';
export { unitInName } from './figures/named-unit.ts';
export type { Printed } from './figures/printed.ts';

/**
 * Reads a cell by a grammar over its characters as printed; null for a blank one. The figure is the one outside
 * parentheses (「35社（30社）」 is 35), or in them where the whole cell is. What has a digit and is no figure, time or
 * sentence that is understood is `unread`, never a guess.
 */
export function figure(cell: string | Printed): Figure | null {
  const printed = typeof cell === 'string' ? { text: cell } : cell;
  const text = saidByCell(printed);
  const read = readStretch(whole(text, printed.text));
  const struck = struckIn(printed).map(previous);
  if (struck.length === 0) return read;
  if (read) return { ...read, others: [...struck, ...(read.others ?? [])] };
  const reason = 'all of it is struck through';
  return { value: null, unit: null, status: 'unread', reason, others: struck };
}

const previous = (text: string): OtherFigure => ({
  text,
  value: figure(text)?.value ?? null,
  role: 'previous',
});

const YEN: Readonly<Record<string, number>> = {
  円: 1,
  千円: 1e3,
  万円: 1e4,
  十万円: 1e5,
  百万円: 1e6,
  千万円: 1e7,
  億円: 1e8,
  兆円: 1e12,
};

/** How many yen one of a unit is; null for what is not money. */
export function yenPer(unit: string | null): number | null {
  return unit === null ? null : (YEN[comparable(unit)] ?? null);
}
