import { z } from 'zod';
import { SheetRecord } from '../../../parsers/records/sheet.ts';

/** A sheet as a line of a list. */
export const ListedSheet = SheetRecord.pick({
  id: true,
  format: true,
  publisher: true,
  fiscalYear: true,
  program: true,
  programName: true,
  number: true,
  title: true,
  subtitle: true,
  department: true,
})
  .extend({
    grade: z.string().nullable(),
    gradeCorrected: z
      .string()
      .nullable()
      .meta({ description: 'what a person says that it is; null where nobody does' }),
    revision: z.string(),
    sha256: z.string().meta({ description: 'of the PDF' }),
    updatedAt: z.iso.datetime().meta({
      description: 'when what it says, its PDF or a correction of it last changed',
    }),
  })
  .meta({ id: 'ListedSheet' });

export const RevisedSheet = SheetRecord.extend({ revision: z.string() }).meta({ id: 'Sheet' });

/** One entry of a sheet's history. */
export const RevisionView = z
  .object({
    revision: z.string(),
    current: z.boolean(),
    since: z.iso.datetime().meta({ description: 'when the first PDF that says so was uploaded' }),
    documents: z.array(z.string()).meta({
      description:
        'SHA-256 of every PDF that says so, the one whose pages the record points to first',
    }),
  })
  .meta({ id: 'Revision' });
