import { z } from 'zod';
import { Place } from './place.ts';

/** Money (or people, `yen` null) of one fiscal year; `value` in the line's unit. */
export const Amount = z.object({
  fiscalYear: z.int(),
  text: z.string(),
  value: z.number().nullable(),
  yen: z.number().nullable(),
  at: Place,
});
export type Amount = z.infer<typeof Amount>;

export const BudgetLine = z.object({
  name: z.string(),
  unit: z.string().nullable(),
  amounts: z.array(Amount),
});
export type BudgetLine = z.infer<typeof BudgetLine>;
