import { z } from 'zod';
import { Item } from '../../../parsers/records/initiative.ts';

const ItemReference = z.object({
  sheet: z.string(),
  fiscalYear: z.int(),
  initiative: z.string().nullable().meta({ description: 'number of the initiative' }),
  ...Item.pick({ phase: true, ordinal: true, text: true, corrected: true, at: true }).shape,
});

const FollowedBy = ItemReference.extend({
  score: z.number().min(0).max(1).meta({
    description:
      'cosine of the content words, weighted by how rare they are in the two sheets; 0.1 more in the same initiative',
  }),
  shared: z.array(z.string()).meta({ description: 'words that both have, rarest first' }),
});

/** What was to be improved, beside what the next year's sheet says of it. */
export const FollowUp = z
  .object({
    promised: ItemReference,
    followedBy: z
      .array(FollowedBy)
      .meta({ description: 'best first; empty where nothing is alike' }),
  })
  .meta({ id: 'FollowUp' });
