import { z } from 'zod';

/** The sheet that a row of a list comes from, as columns. */
export const SheetReference = z.object({
  sheet: z.string().meta({ description: 'id of the sheet', example: 'shiomi-2013-shisaku-214' }),
  revision: z.string(),
  sha256: z.string().meta({ description: 'of the PDF' }),
  publisher: z.string(),
  fiscalYear: z.int().meta({ description: 'the fiscal year that the sheet evaluates' }),
  program: z.string().nullable(),
  number: z.string().nullable(),
  title: z.string(),
  department: z.string().nullable(),
});

export const PdfUrl = z.string().meta({
  format: 'uri-reference',
  description: 'leads to the PDF, opened at the page',
  example: '/v1/sheets/shiomi-2013-shisaku-214/pdf#page=1',
});
