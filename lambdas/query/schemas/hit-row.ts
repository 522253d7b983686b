import { z } from 'zod';
import { pdfUrl } from '../../domain/page-link.ts';
import type { Hit } from '../../domain/search/hit.ts';
import { Hit as HitSchema } from './hit.ts';
import { PdfUrl } from './sheet-reference.ts';

/** What was found, flat, with what of its sheet a reader needs. */
export const HitRow = HitSchema.pick({
  kind: true,
  score: true,
  field: true,
  text: true,
  initiative: true,
  phase: true,
  ordinal: true,
})
  .extend({
    indicatorId: z.string().nullable(),
    sheet: z.string(),
    publisher: z.string(),
    fiscalYear: z.int(),
    title: z.string(),
    department: z.string().nullable(),
    page: z.int().nullable(),
    pdfUrl: PdfUrl.nullable(),
  })
  .meta({ id: 'HitRow' });
export type HitRow = z.infer<typeof HitRow>;

export function hitRow({ sheet, indicator, at: [at], ...hit }: Hit): HitRow {
  const { kind, score, field, text, initiative, phase, ordinal } = hit;
  const { publisher, fiscalYear, title, department } = sheet;
  return {
    ...{ kind, score, field, text, initiative, phase, ordinal, indicatorId: indicator },
    ...{ sheet: sheet.id, publisher, fiscalYear, title, department },
    page: at?.page ?? null,
    pdfUrl: at ? pdfUrl(sheet.id, at) : null,
  };
}
