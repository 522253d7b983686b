import { z } from 'zod';
import { correctedField } from './corrected.ts';
import { figureFields, ValueStatus } from './figure.ts';
import { Place } from './place.ts';

export const Level = z.enum(['project', 'initiative', 'outcome', 'activity', 'population']);
export type Level = z.infer<typeof Level>;

export const ValueType = z.enum(['baseline', 'target', 'actual', 'forecast']);
export type ValueType = z.infer<typeof ValueType>;

/** One table cell. `fiscalYear` is the Western year in which the Japanese fiscal year begins. */
export const IndicatorValue = z.object({
  fiscalYear: z.int(),
  type: ValueType,
  text: z.string().meta({ description: 'as printed, layout white space removed' }),
  value: z
    .number()
    .nullable()
    .meta({ description: 'in the unit of the indicator; null where there is no figure' }),
  status: ValueStatus,
  ...figureFields,
  throughFiscalYear: z
    .int()
    .optional()
    .meta({ description: 'last fiscal year of a cell that spans several' }),
  ...correctedField,
  at: Place,
});
export type IndicatorValue = z.infer<typeof IndicatorValue>;

export const Check = z.enum(['verified', 'mismatch', 'not-computable']);
export type Check = z.infer<typeof Check>;

/** 目標達成状況 as printed, beside the verdict of recomputing it from the row. */
export const Achievement = z.object({
  fiscalYear: z.int(),
  text: z.string(),
  ratio: z.number().nullable().meta({ description: '0.95 for 0.95 and for 95%', example: 0.97 }),
  status: ValueStatus,
  check: Check,
  basis: z.enum(['ratio', 'progress']).optional().meta({
    description:
      'ratio: actual ÷ target; progress (進捗率): (actual − baseline) ÷ (target − baseline), may be negative',
  }),
  arithmetic: z.string().meta({ description: 'how the ratio was recomputed, or why it was not' }),
  ...correctedField,
  at: Place,
});
export type Achievement = z.infer<typeof Achievement>;

export const Indicator = z.object({
  id: z.string().meta({ description: 'stable within the sheet' }),
  level: Level.nullable().meta({ description: 'null where the sheet does not say' }),
  path: z
    .array(z.string())
    .optional()
    .meta({ description: 'what it stands under, outermost first: the project of a KPI list' }),
  initiative: z
    .string()
    .nullable()
    .meta({ description: 'number of the initiative that it belongs to' }),
  name: z.string().meta({ description: 'as printed', example: '新規就職者数' }),
  description: z.string().nullable().meta({ description: '目標項目の説明' }),
  targetRationale: z.string().nullable().meta({ description: '目標値の考え方' }),
  unit: z
    .string()
    .nullable()
    .meta({ description: 'as printed (%, 件, 社, 人, 億円 …); null for a bare number' }),
  values: z.array(IndicatorValue),
  achievement: Achievement.nullable(),
  pastAchievements: z
    .array(Achievement)
    .optional()
    .meta({ description: 'of other years than the evaluated one, where the sheet prints them' }),
});
export type Indicator = z.infer<typeof Indicator>;
