import { z } from 'zod';
import { Place } from '../../../parsers/records/place.ts';
import { CORRECTABLE } from '../../domain/corrections.ts';

/** Half of a surrogate pair is no character, and no table of DynamoDB takes it. */
const characters = z.string().refine((text) => text.isWellFormed(), 'is not Unicode');
const text = characters.min(1).max(10_000);

/** What somebody says should stand at a place. */
export const NewCorrection = z
  .strictObject({
    sheetId: characters
      .min(1)
      .max(100)
      .meta({ description: 'id of the sheet', example: 'shiomi-2013-shisaku-214' }),
    at: Place.meta({ description: 'as the record has it' }),
    field: z.enum(CORRECTABLE).meta({
      description:
        'value, achievement, amount: a figure; grade, reason: of the rating; goal, item, rating, field: a text',
      example: 'value',
    }),
    read: characters.max(10_000).meta({ description: 'the text as the record has it' }),
    value: z
      .number()
      .nullable()
      .optional()
      .meta({ description: 'the figure that should stand there; null where it is none' }),
    text: text.nullable().optional().meta({ description: 'the text that should stand there' }),
    reason: text.meta({ description: 'why', example: '原本を拡大して確かめた' }),
  })
  .refine(({ value, text }) => value !== undefined || text !== undefined, {
    message: 'value or text is missing; what is right as it was read is given again',
  })
  .meta({ id: 'NewCorrection' });

/** A correction, kept beside what was read. */
export const Correction = z
  .object({
    id: z.string().meta({ example: 'shiomi-2013-shisaku-214.5f0c9e0c3a1b' }),
    sheetId: z.string(),
    field: z.enum(CORRECTABLE),
    at: Place,
    read: z.string(),
    value: z.number().nullable(),
    text: z.string().nullable(),
    reason: z.string(),
    by: z.string().meta({ description: 'who' }),
    time: z.iso.datetime().meta({ description: 'when' }),
    sha256: z.string().meta({ description: 'of the PDF that was looked at' }),
  })
  .meta({ id: 'Correction' });

export const ListedCorrection = Correction.extend({
  stands: z.boolean().meta({
    description:
      'whether the paper still says at this place what it said then; else the correction is kept and not shown',
  }),
}).meta({ id: 'ListedCorrection' });

/** What is stored under `corrections/`: a correction, and whether it was taken back. */
export const StoredCorrection = Correction.extend({ takenBack: z.boolean() });
