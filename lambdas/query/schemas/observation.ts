import { z } from 'zod';
import { Amount } from '../../../parsers/records/budget.ts';
import { ValueStatus } from '../../../parsers/records/figure.ts';
import { Check, Level, ValueType } from '../../../parsers/records/indicator.ts';
import { PdfUrl } from './sheet-reference.ts';

export const ObservationType = z.enum([...ValueType.options, 'achievement', 'budget']);

/** One figure of one sheet, flat: a row of a table. */
export const Observation = z
  .object({
    sheet: z.string().meta({ description: 'id of the sheet', example: 'shiomi-2013-kinkyu-8' }),
    revision: z.string(),
    series: z.string().nullable().meta({ description: 'id of the series; null for a budget' }),
    sha256: z.string().meta({ description: 'of the PDF' }),
    file: z.string().nullable().meta({ description: 'name of the PDF, as it was uploaded' }),
    publisher: z.string(),
    evaluatedFiscalYear: z.int().meta({ description: 'the fiscal year that the sheet evaluates' }),
    program: z.string().nullable(),
    number: z.string().nullable(),
    title: z.string(),
    department: z.string().nullable(),
    indicatorId: z.string().nullable().meta({ description: 'within the sheet; null for a budget' }),
    level: Level.nullable().meta({ description: 'null for a budget' }),
    initiative: z.string().nullable().meta({ description: 'number of the initiative' }),
    indicator: z
      .string()
      .meta({ description: 'name of the indicator, or of the budget line', example: '予算額等' }),
    path: z.string().nullable().meta({
      description: 'headings that it stands under, outermost first, parted by ＞',
      example: '事業コスト＞財源内訳',
    }),
    fiscalYear: z.int().meta({ description: 'the fiscal year that the figure is of' }),
    throughFiscalYear: z
      .int()
      .nullable()
      .meta({ description: 'last fiscal year of a cell that spans several' }),
    type: ObservationType,
    amountType: Amount.shape.type.unwrap().meta({
      description: 'of a budget line: budget, settlement or forecast, where the sheet says',
    }),
    value: z
      .number()
      .nullable()
      .meta({ description: 'in `unit`; of an achievement the ratio, 0.95 for 95%' }),
    unit: z.string().nullable().meta({ description: 'as printed; null for a ratio' }),
    qualifier: z.string().nullable().meta({ description: '約, 延べ, 以上, 以下, 未満 …' }),
    status: ValueStatus.nullable().meta({
      description: 'null for a budget cell without a figure: the sheet does not say why',
    }),
    text: z.string().meta({ description: 'as printed' }),
    yen: z.number().nullable().meta({ description: 'of a budget' }),
    check: Check.nullable().meta({ description: 'of an achievement, recomputed' }),
    warnings: z.string().nullable().meta({
      description: 'codes of what was noted at its place, parted by blanks',
    }),
    corrected: z.number().nullable().meta({
      description: 'the figure that a person says should stand there; null where nobody does',
    }),
    correctedText: z.string().nullable(),
    pdfUrl: PdfUrl,
    page: z.int().min(1),
    x0: z.number().meta({ description: 'the box in PDF points from the top left of the page' }),
    y0: z.number(),
    x1: z.number(),
    y1: z.number(),
  })
  .meta({ id: 'Observation' });
