import { z } from 'zod';

/** What a cell says: a figure, a figure that does not exist yet, none by design, words, or something not understood. */
export const ValueStatus = z.enum(['reported', 'pending', 'not-applicable', 'narrative', 'unread']);
export type ValueStatus = z.infer<typeof ValueStatus>;

/** What a cell says beside its value. */
export const OtherFigure = z.object({
  text: z.string().meta({ description: 'as printed', example: '（30社）' }),
  value: z.number().nullable().meta({ description: 'null where it is no figure', example: 30 }),
  role: z.enum(['previous', 'of-which', 'provisional', 'range-end', 'other']).meta({
    description:
      'previous: struck through or corrected; of-which: うち; provisional: 速報, 暫定; range-end: 12～15',
  }),
});
export type OtherFigure = z.infer<typeof OtherFigure>;

/** How every figure is told, whatever it counts. */
export const figureFields = {
  qualifier: z.string().optional().meta({ description: '約, 延べ, 以上, 以下, 未満 …' }),
  others: z
    .array(OtherFigure)
    .optional()
    .meta({ description: 'the parts of the text that are not the value, where there are any' }),
};
