import { z } from 'zod';
import { Place } from '../../../parsers/records/place.ts';
import { CHANGE_SEVERITIES } from '../../analysis/change-told.ts';
import { CHANGE_KINDS } from '../../analysis/changes.ts';
import { Direction } from './direction.ts';
import { PdfUrl, SheetReference } from './sheet-reference.ts';

export const ChangeKind = z.enum(CHANGE_KINDS).meta({
  description:
    'lowered and raised are of the figure, whatever is better. pending-still: a figure that the sheet of the year ' +
    'before also said is still to come',
});

export const ChangeSeverity = z.enum(CHANGE_SEVERITIES).meta({
  description:
    'attention: a target that became easier or a result that became worse, what vanished, what is still not known',
});

/** What one of the two sheets says; null where it says nothing. */
const Side = z
  .object({
    text: z.string(),
    value: z.number().nullable(),
    corrected: z.number().nullable().meta({
      description: 'what a person says it is; null, as the text, where nobody corrected it',
    }),
    correctedText: z.string().nullable(),
    at: Place,
    pdfUrl: PdfUrl,
  })
  .nullable();

/** What a sheet says otherwise than that of the year before; the sheet is the later one. */
export const YearlyChange = SheetReference.extend({
  kind: ChangeKind,
  severity: ChangeSeverity,
  message: z.string().meta({ description: 'one sentence, in English' }),
  messageJa: z.string().meta({ description: 'the same in Japanese' }),
  before: z.object({ sheet: z.string(), fiscalYear: z.int() }),
  indicator: z.string().nullable().meta({ description: 'name in the later sheet that has it' }),
  unit: z.string().nullable(),
  ofFiscalYear: z.int().nullable().meta({ description: 'the fiscal year that the figure is of' }),
  direction: Direction,
  from: Side,
  to: Side,
}).meta({ id: 'YearlyChange' });
