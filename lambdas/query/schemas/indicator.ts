import { Indicator } from '../../../parsers/records/indicator.ts';
import { ListedSheet } from './sheet.ts';

/** An indicator as a line of a list: its values, and the sheet that states them. */
export const ListedIndicator = Indicator.extend({ sheet: ListedSheet }).meta({
  id: 'ListedIndicator',
});
