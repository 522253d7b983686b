import { z } from 'zod';
import { correctedField } from './corrected.ts';
import { figureFields, ValueStatus } from './figure.ts';
import { Place } from './place.ts';

/** Money (or people, `yen` null) of one fiscal year; `value` in the line's unit. */
export const Amount = z.object({
  fiscalYear: z.int(),
  text: z.string().meta({ description: 'as printed', example: '2,476' }),
  value: z.number().nullable().meta({ description: 'in the unit of the line', example: 2476 }),
  yen: z
    .number()
    .nullable()
    .meta({ description: 'the same in yen; null for what is no money', example: 2_476_000_000 }),
  status: ValueStatus.optional(),
  type: z.enum(['budget', 'settlement', 'forecast']).nullable().optional().meta({
    description: 'budget 予算, settlement 決算, forecast 見込; null where the sheet does not say',
  }),
  ...figureFields,
  ...correctedField,
  at: Place,
});
export type Amount = z.infer<typeof Amount>;

export const BudgetLine = z.object({
  name: z.string().meta({ description: 'of the line', example: '予算額等' }),
  unit: z.string().nullable().meta({ description: 'as printed', example: '百万円' }),
  path: z
    .array(z.string())
    .optional()
    .meta({
      description: 'headings above or beside the name, outermost first',
      example: ['財源内訳'],
    }),
  amounts: z.array(Amount),
});
export type BudgetLine = z.infer<typeof BudgetLine>;
