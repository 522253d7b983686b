import { z } from 'zod';
import { Places } from './place.ts';

export const Phase = z.enum(['overview', 'result', 'improvement']);
export type Phase = z.infer<typeof Phase>;

/** A quantity that an item states; `text` stands in the item word for word. */
export const Fact = z.object({
  text: z.string(),
  label: z.string(),
  value: z.number(),
  unit: z.string().nullable(),
  qualifier: z.string().optional().meta({ description: '約, 延べ, 以上, から, まで …' }),
});
export type Fact = z.infer<typeof Fact>;

export const Item = z.object({
  phase: Phase,
  ordinal: z.int().min(1),
  marker: z.string().nullable(),
  text: z.string(),
  facts: z.array(Fact),
  keywords: z.array(z.string()),
  at: Places,
});
export type Item = z.infer<typeof Item>;

/** A numbered unit of action; `number` null holds the items that come before any heading. */
export const Initiative = z.object({
  number: z.string().nullable(),
  title: z.string().nullable(),
  items: z.array(Item),
});
export type Initiative = z.infer<typeof Initiative>;
