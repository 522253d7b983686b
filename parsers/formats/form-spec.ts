import { z } from 'zod';
import { Phase } from '../records/initiative.ts';
import { naming, Programs, PublisherSlug, Several, SpecName, Template } from './spec.ts';

/** What the engine knows, each by the name that a file says it under; `label` is any label without a meaning of its own. */
export const SPEC_WORDS = {
  target: '目標値',
  actual: '実績値',
  baseline: '基準値',
  forecast: '見込値',
  achievement: '達成率',
  progress: '進捗率',
  indicator: '指標名',
  unit: '単位',
  budget: '予算額',
  settlement: '決算額',
  label: '概要',
} as const;

/** Levels of indicators, by the word that the engine knows each by. */
export const LEVEL_WORDS = {
  activity: '活動指標',
  outcome: '成果指標',
  population: '対象指標',
} as const;

const wordsFor = <T extends string>(names: readonly T[]) =>
  z.partialRecord(z.enum(names), Several).default({});
const keysOf = <T extends object>(of: T) => Object.keys(of) as (keyof T & string)[];

/** A form of ruled cells with labels and values, as a YAML file says it. */
export const FormSpec = z
  .strictObject({
    kind: z.literal('form'),
    format: SpecName,
    publisher: PublisherSlug,
    programs: Programs,
    title: z
      .strictObject({
        line: naming('program').describe(
          'the line that says what kind of sheet it is: {program}, and what else it says of {year} {otherYear} {number} {title} {subtitle} {department} {publisher}',
        ),
        yearOffset: z
          .number()
          .int()
          .min(-3)
          .max(3)
          .default(0)
          .describe('the year that is evaluated minus the {year} of the title line'),
      })
      .describe('how a sheet is known'),
    header: z
      .array(
        z.strictObject({
          label: Template.describe('the label; below a side label both in one: 事務事業名称'),
          text: Template.describe('what stands there: {number} {title} {subtitle} {department}'),
        }),
      )
      .min(1)
      .describe('which cells say which sheet it is; several numbers are joined by dashes'),
    words: wordsFor(keysOf(SPEC_WORDS)).describe(
      'labels that this form words in its own way, by what they mean',
    ),
    levels: wordsFor(keysOf(LEVEL_WORDS)).describe('labels and headings of kinds of indicators'),
    goals: z.array(Template).default([]).describe('labels of what the sheet is for'),
    phases: z
      .partialRecord(Phase, Several)
      .default({})
      .describe('labels and headings of what was planned, reached and is to be improved'),
    progress: z
      .strictObject({
        grade: Template.describe('label of the rating'),
        reason: Template.optional().describe('label of its reason'),
        rating: naming('grade').describe('how the rating looks: {grade} {label}'),
      })
      .optional()
      .describe('the rating of the whole sheet'),
  })
  .describe('A form of labels and values in ruled cells, read by the engine of shisaku.');
export type FormSpec = z.infer<typeof FormSpec>;
