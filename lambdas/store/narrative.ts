import type { z } from 'zod';
import { Initiative, Item, type Phase } from '../../parsers/records/initiative.ts';
import type { RecordFilters } from './find-records.ts';
import { ListedSheet, type RevisedSheet } from './find-sheets.ts';
import { summarize } from './summary.ts';

/** A narrative item as a line of a list: where it stands, and the sheet that says it. */
export const ListedItem = Item.extend({
  initiative: Initiative.pick({ number: true, title: true }).meta({
    description: 'both null for items that come before any heading',
  }),
  sheet: ListedSheet,
}).meta({ id: 'ListedItem' });
export type ListedItem = z.infer<typeof ListedItem>;

export interface ItemFilters extends RecordFilters {
  readonly phase?: Phase | undefined;
}

/** The items of the sheet, of one phase or of all. */
export function itemsOf(record: RevisedSheet, phase: Phase | undefined): ListedItem[] {
  const sheet = { ...summarize(record), revision: record.revision };
  return record.initiatives.flatMap(({ number, title, items }) =>
    items
      .filter((item) => phase === undefined || item.phase === phase)
      .map((item) => ({ ...item, initiative: { number, title }, sheet })),
  );
}
