import type { Item, Phase } from '../../parsers/records/initiative.ts';
import { pdfUrl } from '../domain/page-link.ts';
import type { RevisedSheet } from '../domain/summary.ts';
import { referenceTo, type SheetReference } from './sheet-reference.ts';

/** One narrative item, flat. */
export interface ItemRow
  extends SheetReference,
    Pick<Item, 'phase' | 'ordinal' | 'marker' | 'text' | 'keywords'> {
  /** number of the initiative */
  initiative: string | null;
  initiativeTitle: string | null;
  /** the quantities in the text, as printed, parted by ／ */
  facts: string;
  page: number | null;
  pdfUrl: string | null;
}

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
