import { z } from 'zod';
import { BudgetLine } from './budget.ts';
import { Indicator } from './indicator.ts';
import { Initiative } from './initiative.ts';
import { Place, Places } from './place.ts';
import { Warning } from './warning.ts';

export const SCHEMA_VERSION = 1;

/** The department's rating of its own progress, and why. */
export const Progress = z.object({
  grade: z.string(),
  label: z.string().nullable(),
  at: Place,
  reason: z.string().nullable(),
  reasonAt: Places,
});
export type Progress = z.infer<typeof Progress>;

const PlacedText = z.object({ text: z.string(), at: Places });

/** What one evaluation sheet says. */
export const SheetRecord = z.object({
  id: z.string().meta({
    description: '{publisher}-{fiscalYear}-{program}-{number}',
    example: 'mie-2013-kinkyu-8',
  }),
  schemaVersion: z.literal(SCHEMA_VERSION),
  format: z.string(),
  publisher: z.string(),
  fiscalYear: z.int().meta({ description: 'the fiscal year that is evaluated' }),
  program: z.string(),
  programName: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  subtitle: z.string().nullable(),
  department: z.string().nullable(),
  pages: z.object({ from: z.int().min(1), to: z.int().min(1) }),
  goals: z.array(PlacedText),
  progress: Progress.nullable(),
  indicators: z.array(Indicator),
  initiatives: z.array(Initiative),
  leftovers: z.array(PlacedText).meta({ description: 'body text that found no place above' }),
  budget: z.array(BudgetLine),
  warnings: z.array(Warning),
});
export type SheetRecord = z.infer<typeof SheetRecord>;
