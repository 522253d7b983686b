import { z } from 'zod';
import { Item, type Phase } from '../../parsers/records/initiative.ts';
import { pdfUrl } from '../domain/page-link.ts';
import type { RevisedSheet } from '../domain/summary.ts';
import { PdfUrl, referenceTo, SheetReference } from './sheet-reference.ts';

/** One narrative item, flat. */
export const ItemRow = SheetReference.extend({
  initiative: z.string().nullable().meta({ description: 'number of the initiative' }),
  initiativeTitle: z.string().nullable(),
  ...Item.pick({ phase: true, ordinal: true, marker: true, text: true, keywords: true }).shape,
  facts: z.string().meta({ description: 'the quantities in the text, as printed, parted by ／' }),
  page: z.int().nullable(),
  pdfUrl: PdfUrl.nullable(),
}).meta({ id: 'ItemRow' });
export type ItemRow = z.infer<typeof ItemRow>;

/** The items of the sheet, of one phase or of all. */
export function itemRows(sheet: RevisedSheet, wanted: Phase | undefined): ItemRow[] {
  const reference = referenceTo(sheet);
  return sheet.initiatives.flatMap(({ number, title, items }) =>
    items
      .filter(({ phase }) => (wanted ?? phase) === phase)
      .map(({ phase, ordinal, marker, text, keywords, facts, at: [at] }) => ({
        ...reference,
        ...{ initiative: number, initiativeTitle: title, phase, ordinal, marker, text, keywords },
        facts: facts.map((fact) => fact.text).join('／'),
        page: at?.page ?? null,
        pdfUrl: at ? pdfUrl(sheet.id, at) : null,
      })),
  );
}
