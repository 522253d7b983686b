import { z } from 'zod';
import { ValueStatus } from '../../../parsers/records/figure.ts';
import { Check, Level } from '../../../parsers/records/indicator.ts';
import { Direction } from './direction.ts';
import { PdfUrl, SheetReference } from './sheet-reference.ts';

const figure = z.number().nullable();

/** One indicator of one sheet: what it says of the evaluated year. */
export const IndicatorRow = SheetReference.extend({
  indicatorId: z.string().meta({ description: 'within the sheet' }),
  level: Level.nullable(),
  initiative: z.string().nullable().meta({ description: 'number of the initiative' }),
  path: z.string().nullable().meta({ description: 'headings above it, outermost first, by ＞' }),
  indicator: z.string(),
  unit: z.string().nullable(),
  baseline: figure,
  target: figure.meta({ description: 'of the evaluated year' }),
  targetText: z.string().nullable().meta({ description: 'as printed' }),
  actual: figure.meta({ description: 'of the evaluated year' }),
  actualText: z.string().nullable(),
  status: ValueStatus.nullable().meta({ description: 'of the actual' }),
  achievement: figure.meta({ description: 'the printed ratio, 0.95 for 95%' }),
  check: Check.nullable(),
  corrected: figure.meta({ description: 'what a person says the actual is' }),
  correctedText: z.string().nullable(),
  direction: Direction,
  met: z.boolean().nullable().meta({ description: 'null where nobody knows' }),
  values: z.int().meta({ description: 'how many values the sheet has of it' }),
  page: z.int().nullable(),
  pdfUrl: PdfUrl.nullable(),
}).meta({ id: 'IndicatorRow' });
