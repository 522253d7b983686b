import { z } from 'zod';
import { Place } from './place.ts';

/** A finding about what the paper says, beside the record and never a correction of it. */
export const Warning = z.object({
  code: z.string().meta({ description: 'stable', example: 'achievement-mismatch' }),
  message: z.string().meta({ description: 'a sentence for people' }),
  at: Place.optional(),
});
export type Warning = z.infer<typeof Warning>;

/** A finding about the document as a whole; `page` is 1-based. */
export const DocumentWarning = z.object({
  code: z.string().meta({ description: 'stable' }),
  message: z.string().meta({ description: 'a sentence for people' }),
  page: z.int().min(1).optional(),
});
export type DocumentWarning = z.infer<typeof DocumentWarning>;
