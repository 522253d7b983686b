import { z } from 'zod';
import { Level } from '../records/indicator.ts';
import { Phase } from '../records/initiative.ts';
import { MalformedTemplate, pattern } from './template.ts';

/** A text with `{names}`, `[optional]` parts and `(several|others)`: see `template.ts`. */
export const Template = z
  .string()
  .min(1)
  .superRefine((template, context) => {
    try {
      pattern(template);
    } catch (error) {
      if (!(error instanceof MalformedTemplate)) throw error;
      context.addIssue({ code: 'custom', message: error.message });
    }
  });

export const naming = (...names: string[]) =>
  Template.refine(
    (template) => names.every((name) => new RegExp(`\\{${name}[:}]`).test(template)),
    {
      message: `must have ${names.map((name) => `{${name}}`).join(' and ')}`,
    },
  );

export const Several = z.array(Template).min(1);

export const SpecName = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/)
  .describe('unique name; records carry it');
export const PublisherSlug = z
  .string()
  .regex(/^[a-z0-9-]+$/)
  .describe('who publishes it, where the sheet names nobody');
export const Programs = z
  .array(
    z.strictObject({
      slug: z
        .string()
        .regex(/^[a-z]+$/)
        .describe('as in ids'),
      name: z.string().min(1).describe('as the header prints it'),
    }),
  )
  .min(1);

/** Words for the kinds of a value, as column headers or row labels have them. */
const Kinds = z.strictObject({
  baseline: Several,
  target: Several,
  actual: Several,
  achievement: Several,
});

/** One kind of sheet, as a YAML file says it. */
export const FormatSpec = z
  .strictObject({
    format: SpecName,
    publisher: PublisherSlug,
    programs: Programs,
    header: z
      .strictObject({
        opening: Template.describe('the first line'),
        closing: Template.describe('how the last line ends'),
        within: z.number().int().min(2).max(30).describe('at most so many lines'),
        lines: Several.describe(
          'what the lines say: {year} {program} {number} {title} {subtitle} {department}',
        ),
      })
      .describe('the lines that open a sheet; {program} is one of the programs'),
    sections: z
      .array(
        z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('goals'), heading: Template }),
          z.strictObject({ kind: z.literal('tables'), heading: Template }),
          z.strictObject({
            kind: z.literal('narrative'),
            heading: Template,
            phase: Phase,
            yearOffset: z
              .number()
              .int()
              .describe('the year of the heading minus the evaluated year'),
          }),
        ]),
      )
      .min(1)
      .describe('the headings in their order, and what stands below each'),
    progress: z
      .strictObject({ grade: Template, reason: Template, rating: naming('grade') })
      .describe('labels of the rating table, and how the rating looks: {grade} {label}'),
    indicators: z
      .array(z.strictObject({ level: Level, name: Template, initiative: Template.optional() }))
      .describe('target tables by the headers of their stub columns'),
    kinds: Kinds,
    labelledTargets: z
      .array(
        z.strictObject({
          level: Level,
          said: Template,
          name: Template,
          unit: Template,
        }),
      )
      .default([])
      .describe('target tables whose rows are labelled'),
    achievement: z.strictObject({
      places: z.number().int().min(0).max(6).describe('decimal places of the printed ratio'),
      cap: z.number().positive().nullable().describe('the ratio goes no higher'),
    }),
    explanations: z.strictObject({
      levels: z.array(Level),
      description: Template,
      targetRationale: Template,
    }),
    budget: z.strictObject({
      line: naming('name').describe('names of money lines'),
      people: Template.describe('which of them are persons'),
    }),
    initiatives: z.strictObject({
      heading: naming('number', 'title')
        .nullable()
        .describe("a line over an initiative's items, without the brackets that may be around it"),
      stub: naming('number', 'title'),
    }),
  })
  .describe('A kind of evaluation sheet, read by the engine of shisaku.');
export type FormatSpec = z.infer<typeof FormatSpec>;
