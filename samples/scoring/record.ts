import { z } from 'zod';

/**
 * The parts of a sheet record that are scored, read from any tool's JSON. What is absent or of the wrong JSON type is null (a
 * list: empty), so that it is counted as missing where the sheet has it, and nothing another tool prints makes scoring fail.
 */
const text = z.string().nullable().catch(null);
const number = z.number().nullable().catch(null);

/** Of objects; what is none is left out. */
const listOf = <T extends z.ZodType>(one: T) =>
  z
    .array(one.nullable().catch(null))
    .catch([])
    .transform((list) => list.filter((x) => x !== null));

/** 1-based page; x0, y0, x1, y1 in points from the top left of the page as displayed. */
const Place = z.object({
  page: z.int(),
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
});
export type Place = z.infer<typeof Place>;

const place = Place.nullable().catch(null);
const places = z.array(Place).catch([]);

const Value = z.object({
  fiscalYear: number,
  type: text,
  text,
  value: number,
  status: text,
  throughFiscalYear: number,
  at: place,
});
export type Value = z.infer<typeof Value>;

const Achievement = z.object({ fiscalYear: number, text, ratio: number, status: text, at: place });
export type Achievement = z.infer<typeof Achievement>;

const Indicator = z.object({
  level: text,
  initiative: text,
  name: text,
  description: text,
  targetRationale: text,
  unit: text,
  values: listOf(Value),
  achievement: Achievement.nullable().catch(null),
});
export type Indicator = z.infer<typeof Indicator>;

const Item = z.object({ phase: text, ordinal: number, marker: text, text, at: places });
export type Item = z.infer<typeof Item>;

const Initiative = z.object({ number: text, title: text, items: listOf(Item) });
export type Initiative = z.infer<typeof Initiative>;

const Amount = z.object({ fiscalYear: number, text, value: number, yen: number, at: place });
const BudgetLine = z.object({ name: text, unit: text, amounts: listOf(Amount) });
export type BudgetLine = z.infer<typeof BudgetLine>;

const Warning = z.object({ code: text, at: place });
export type Warning = z.infer<typeof Warning>;

const Progress = z.object({ grade: text, label: text, at: place, reason: text, reasonAt: places });

export const Sheet = z.object({
  id: text,
  schemaVersion: number,
  format: text,
  publisher: text,
  publisherCode: text,
  publisherName: text,
  fiscalYear: number,
  program: text,
  programName: text,
  number: text,
  title: text,
  subtitle: text,
  department: text,
  pages: z.object({ from: z.int(), to: z.int() }).nullable().catch(null),
  goals: listOf(z.object({ text, at: places })),
  progress: Progress.nullable().catch(null),
  indicators: listOf(Indicator),
  initiatives: listOf(Initiative),
  budget: listOf(BudgetLine),
  warnings: listOf(Warning),
});
export type Sheet = z.infer<typeof Sheet>;

/** What a tool says of one PDF; a refusal or anything else without a list of sheets is no output. */
export const Output = z.object({
  sheets: z.array(z.unknown()).pipe(listOf(Sheet)),
  warnings: listOf(z.object({ code: text, page: number })),
});
export type Output = z.infer<typeof Output>;
