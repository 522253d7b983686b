import { type Figure, figure } from '../japanese/figures.ts';
import { valueText } from '../layout/text.ts';
import type { FormCell } from './cell.ts';

/** What a cell of figures says, by its characters as printed; what has no digit is words. */
export function readFigure({ lines }: Pick<FormCell, 'lines'>): Figure | null {
  const text = valueText(lines);
  const read = figure(text);
  if (read?.status !== 'unread' || /[\d０-９]/.test(text.text)) return read;
  return { value: null, unit: null, status: 'narrative' };
}
