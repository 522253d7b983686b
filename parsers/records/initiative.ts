import { z } from 'zod';
import { correctedField } from './corrected.ts';
import { Places } from './place.ts';

export const Phase = z.enum(['overview', 'result', 'improvement']);
export type Phase = z.infer<typeof Phase>;

/** A quantity that an item states; `text` stands in the item word for word. */
export const Fact = z.object({
  text: z.string(),
  label: z.string(),
  value: z.number(),
  unit: z.string().nullable(),
  qualifier: z.string().optional().meta({ description: '約, 延べ, 以上, 未満 … as printed' }),
  role: z
    .enum(['from', 'to', 'before', 'after'])
    .optional()
    .meta({ description: 'the end of a range (10～15件) or of a change (35件→48件) that it is' }),
  at: Places.optional().meta({ description: 'where its text stands' }),
});
export type Fact = z.infer<typeof Fact>;

const CalendarDate = z.string().regex(/^(?:\d{4}|-)(?:-\d\d){0,2}$/);

/** A date or a fiscal year that an item names; `text` stands in the item word for word. */
export const DateMention = z.object({
  text: z.string(),
  date: CalendarDate.nullable().meta({
    description:
      '2014-03-12, 2014-03 or 2014, as exactly as it is told; --08 for a month of no told year; null for a fiscal year',
  }),
  through: CalendarDate.optional().meta({ description: 'the last of a range (11～12月)' }),
  fiscalYear: z.int().nullable().meta({ description: 'the one in which the date lies' }),
  throughFiscalYear: z.int().optional().meta({ description: 'the last of 平成24～27年度' }),
  at: Places.optional().meta({ description: 'where its text stands' }),
});
export type DateMention = z.infer<typeof DateMention>;

export const Item = z.object({
  phase: Phase.meta({
    description:
      'overview 取組概要, result 成果と残された課題, improvement 改善のポイントと取組方向',
  }),
  ordinal: z.int().min(1),
  marker: z
    .string()
    .nullable()
    .meta({ description: 'what stands before it; no part of the text', example: '①' }),
  text: z.string().meta({ description: 'the whole item, its lines joined' }),
  facts: z.array(Fact),
  dates: z.array(DateMention).optional(),
  keywords: z
    .array(z.string())
    .meta({ description: 'compounds as a reader would join them', example: ['企業誘致'] }),
  ...correctedField,
  at: Places,
});
export type Item = z.infer<typeof Item>;

/** A numbered unit of action; `number` null holds the items that come before any heading. */
export const Initiative = z.object({
  number: z
    .string()
    .nullable()
    .meta({ description: 'as printed; null before any heading', example: '1' }),
  title: z.string().nullable(),
  items: z.array(Item),
});
export type Initiative = z.infer<typeof Initiative>;
