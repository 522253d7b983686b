import { z } from 'zod';
import { ValueStatus } from '../../../parsers/records/figure.ts';
import { Check, Level } from '../../../parsers/records/indicator.ts';
import { Direction } from './direction.ts';
import { PdfUrl } from './sheet-reference.ts';

const figure = z.number().nullable();

/** One indicator in one fiscal year: what stands, from which sheet. */
export const SeriesRow = z
  .object({
    series: z.string().meta({ description: 'id of the series' }),
    publisher: z.string(),
    indicator: z.string(),
    path: z.string().nullable().meta({ description: 'headings above it, outermost first, by ＞' }),
    unit: z.string().nullable(),
    level: Level.nullable(),
    program: z.string().nullable(),
    number: z.string().nullable(),
    title: z.string(),
    department: z.string().nullable(),
    fiscalYear: z.int(),
    baseline: figure,
    target: figure,
    targetText: z.string().nullable().meta({ description: 'as printed' }),
    targetStatus: ValueStatus.nullable(),
    targetRevisedFrom: figure.meta({ description: 'what an earlier sheet said' }),
    actual: figure,
    actualText: z.string().nullable(),
    actualRevisedFrom: figure,
    status: ValueStatus.nullable().meta({ description: 'of the actual' }),
    achievement: figure.meta({ description: 'the printed ratio, 0.95 for 95%' }),
    check: Check.nullable(),
    direction: Direction,
    met: z.boolean().nullable().meta({
      description:
        'whether the actual reached the target in this direction; null where nobody knows',
    }),
    targetCorrected: figure.meta({
      description: 'what a person says it is; null, as the text, where nobody corrected it',
    }),
    targetCorrectedText: z.string().nullable(),
    actualCorrected: figure,
    actualCorrectedText: z.string().nullable(),
    sheet: z.string().nullable().meta({ description: 'whose actual, else target, stands' }),
    sheets: z.string().meta({ description: 'ids of all that say a figure of the year, by blanks' }),
    sha256: z.string().nullable().meta({ description: 'of the PDF of `sheet`' }),
    page: z.int().nullable(),
    pdfUrl: PdfUrl.nullable(),
  })
  .meta({ id: 'SeriesRow' });
