import { z } from 'zod';
import { Item } from '../../../parsers/records/initiative.ts';
import { PdfUrl, SheetReference } from './sheet-reference.ts';

/** One narrative item, flat. */
export const ItemRow = SheetReference.extend({
  initiative: z.string().nullable().meta({ description: 'number of the initiative' }),
  initiativeTitle: z.string().nullable(),
  ...Item.pick({ phase: true, ordinal: true, marker: true, text: true, keywords: true }).shape,
  facts: z.string().meta({ description: 'the quantities in the text, as printed, parted by ／' }),
  page: z.int().nullable(),
  pdfUrl: PdfUrl.nullable(),
}).meta({ id: 'ItemRow' });
