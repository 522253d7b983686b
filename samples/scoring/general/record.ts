import { z } from 'zod';

const Place = z.object({ page: z.number(), box: z.array(z.number()).length(4) });
const figure = {
  fiscalYear: z.number().nullable(),
  text: z.string(),
  at: Place.nullish(),
};
const Achievement = z.object({ ...figure, ratio: z.number().nullable(), status: z.string() });

/** What is compared of a sheet of a form that no spec knows. */
export const GeneralSheet = z.object({
  fiscalYear: z.number(),
  publisherName: z.string().nullable(),
  programName: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  department: z.string().nullable(),
  indicators: z.array(
    z.object({
      name: z.string(),
      unit: z.string().nullable(),
      values: z.array(
        z.object({
          ...figure,
          type: z.string(),
          value: z.number().nullable(),
          status: z.string(),
        }),
      ),
      achievement: Achievement.nullish(),
      pastAchievements: z.array(Achievement).default([]),
    }),
  ),
  budget: z.array(
    z.object({
      name: z.string(),
      path: z.array(z.string()),
      amounts: z.array(
        z.object({
          ...figure,
          type: z.string().nullable(),
          value: z.number().nullable(),
          yen: z.number().nullable(),
        }),
      ),
    }),
  ),
  ratings: z.array(z.object({ name: z.string(), path: z.array(z.string()), text: z.string() })),
  fields: z.array(z.object({ label: z.string(), path: z.array(z.string()), text: z.string() })),
  leftovers: z.array(z.object({ text: z.string() })),
  warnings: z.array(z.object({ code: z.string(), at: Place.nullish() })).default([]),
});
export type GeneralSheet = z.infer<typeof GeneralSheet>;
export type Place = z.infer<typeof Place>;
