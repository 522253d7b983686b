import type { Item } from '../records/initiative.ts';

/** What the words of an item say; needs a dictionary, so it is handed in. */
export type Language = {
  readonly read: (text: string) => Pick<Item, 'facts' | 'keywords'>;
};
