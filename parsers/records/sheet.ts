import { z } from 'zod';
import { SCHEMA_VERSION } from '../version.ts';
import { BudgetLine } from './budget.ts';
import { Corrected, correctedField } from './corrected.ts';
import { Indicator } from './indicator.ts';
import { Initiative } from './initiative.ts';
import { Place, Places } from './place.ts';
import { TextSource } from './text-source.ts';
import { Warning } from './warning.ts';

/** The department's rating of its own progress, and why. */
export const Progress = z.object({
  grade: z.string().meta({ description: '進展度', example: 'B' }),
  label: z
    .string()
    .nullable()
    .meta({ description: 'what the grade means', example: 'ある程度進んだ' }),
  ...correctedField,
  at: Place,
  reason: z.string().nullable().meta({ description: '判断理由' }),
  reasonAt: Places,
  reasonCorrected: Corrected.optional().meta({ description: 'of the reason' }),
});
export type Progress = z.infer<typeof Progress>;

const PlacedText = z.object({ text: z.string(), ...correctedField, at: Places });

/** A judgement as printed: A, ○, 3点, 継続; of a box that is ticked, its label. */
export const Rating = z.object({
  name: z.string().meta({ example: '必要性' }),
  path: z.array(z.string()),
  text: z.string().meta({ example: 'A' }),
  ...correctedField,
  at: Place,
});
export type Rating = z.infer<typeof Rating>;

/** A label with what it holds, long texts included. */
export const Field = z.object({
  label: z.string().meta({ example: '事業の目的' }),
  path: z.array(z.string()).meta({ description: 'labels that it stands under, outermost first' }),
  text: z.string(),
  ...correctedField,
  at: Places,
});
export type Field = z.infer<typeof Field>;

/** What one evaluation sheet says. */
export const SheetRecord = z.object({
  id: z.string().meta({
    description: '{publisher}-{fiscalYear}-{program}-{number}',
    example: 'shiomi-2013-kinkyu-8',
  }),
  schemaVersion: z.literal(SCHEMA_VERSION),
  format: z.string().meta({ description: 'which layout of sheet it is', example: 'mie-project' }),
  publisher: z.string().meta({ description: 'slug of the prefecture or city', example: 'shiomi' }),
  publisherCode: z
    .string()
    .nullable()
    .meta({ description: '全国地方公共団体コード; null where there is none', example: '240001' }),
  publisherName: z
    .string()
    .nullable()
    .meta({ description: 'as printed; null where the sheet names nobody', example: '汐見県' }),
  fiscalYear: z.int().meta({ description: 'the fiscal year that is evaluated' }),
  program: z
    .string()
    .nullable()
    .meta({ description: 'slug; null in the format general', example: 'kinkyu' }),
  programName: z.string().meta({
    description: 'as printed; in the format general the kind of sheet',
    example: '緊急課題解決',
  }),
  number: z
    .string()
    .nullable()
    .meta({ description: 'null in a program without numbers', example: '8' }),
  title: z.string(),
  subtitle: z.string().nullable(),
  department: z.string().nullable().meta({ description: '主担当部局', example: '雇用経済部' }),
  pages: z.object({ from: z.int().min(1), to: z.int().min(1) }),
  textSource: TextSource.optional().meta({
    description: 'where its text comes from; absent where it is embedded in the PDF as text',
  }),
  goals: z.array(PlacedText),
  progress: Progress.nullable(),
  indicators: z.array(Indicator),
  initiatives: z.array(Initiative),
  leftovers: z.array(PlacedText).meta({ description: 'body text that found no place above' }),
  budget: z.array(BudgetLine),
  ratings: z
    .array(Rating)
    .optional()
    .meta({ description: 'judgements of a sheet of the format general' }),
  fields: z
    .array(Field)
    .optional()
    .meta({ description: 'of the format general: every other label with what it holds' }),
  warnings: z.array(Warning),
});
export type SheetRecord = z.infer<typeof SheetRecord>;
