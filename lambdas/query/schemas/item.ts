import { Initiative, Item } from '../../../parsers/records/initiative.ts';
import { ListedSheet } from './sheet.ts';

/** A narrative item as a line of a list: where it stands, and the sheet that says it. */
export const ListedItem = Item.extend({
  initiative: Initiative.pick({ number: true, title: true }).meta({
    description: 'both null for items that come before any heading',
  }),
  sheet: ListedSheet,
}).meta({ id: 'ListedItem' });
