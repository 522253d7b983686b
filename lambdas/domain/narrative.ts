import type { Initiative, Item, Phase } from '../../parsers/records/initiative.ts';
import { type ListedSheet, lineOf, type RevisedSheet } from './summary.ts';

/** A narrative item as a line of a list: where it stands, and the sheet that says it. */
export interface ListedItem extends Item {
  /** both null for items that come before any heading */
  initiative: Pick<Initiative, 'number' | 'title'>;
  sheet: ListedSheet;
}

/** The items of the sheet, of one phase or of all. */
export function itemsOf(record: RevisedSheet, phase: Phase | undefined): ListedItem[] {
  const sheet = lineOf(record);
  return record.initiatives.flatMap(({ number, title, items }) =>
    items
      .filter((item) => phase === undefined || item.phase === phase)
      .map((item) => ({ ...item, initiative: { number, title }, sheet })),
  );
}
