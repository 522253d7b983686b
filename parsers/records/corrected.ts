import { z } from 'zod';

/** What a person says should stand in place of what was read, which stays beside it; equal to it where it is right. */
export const Corrected = z.object({
  id: z.string().meta({ description: 'of the correction' }),
  value: z.number().nullable().meta({ description: 'null where it is no figure' }),
  text: z.string().nullable(),
  by: z.string().meta({ description: 'who corrected it' }),
  at: z.iso.datetime().meta({ description: 'when' }),
  reason: z.string(),
  read: z.string().meta({ description: 'the text as it was read when it was corrected' }),
});
export type Corrected = z.infer<typeof Corrected>;

/** What may be corrected carries it. */
export const correctedField = {
  corrected: Corrected.optional().meta({ description: 'absent where nobody corrected it' }),
};
