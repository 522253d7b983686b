import { z } from 'zod';
import { Place } from '../../../parsers/records/place.ts';
import { Severity, Warning, WarningCode } from '../../../parsers/records/warning.ts';
import { PdfUrl, SheetReference } from './sheet-reference.ts';

/** What the reader doubts of a sheet, or what the paper itself contradicts. */
export const Finding = SheetReference.extend({
  code: WarningCode,
  severity: Severity,
  message: Warning.shape.message,
  messageJa: z.string().meta({ description: 'the same in Japanese' }),
  at: Place.nullable().meta({ description: 'null for what is missing from the sheet as a whole' }),
  pdfUrl: PdfUrl,
}).meta({ id: 'Finding' });
