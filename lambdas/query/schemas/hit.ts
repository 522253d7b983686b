import { z } from 'zod';
import { Phase } from '../../../parsers/records/initiative.ts';
import { Places } from '../../../parsers/records/place.ts';
import { FIELDS, KINDS } from '../../domain/search/units.ts';
import { ListedSheet } from './sheet.ts';

export const Hit = z
  .object({
    kind: z.enum(KINDS).meta({ description: 'sheet: found by its titles' }),
    score: z.number().meta({ description: 'BM25F; compares within one answer' }),
    field: z.enum(FIELDS).meta({ description: 'which text it is' }),
    text: z.string().meta({ description: 'as printed, whole' }),
    highlights: z
      .array(z.object({ start: z.int(), end: z.int() }))
      .meta({ description: 'what was found in `text`: from start to before end, in UTF-16 units' }),
    snippet: z
      .array(z.object({ text: z.string(), match: z.boolean() }))
      .meta({ description: 'a line to show: pieces of the text, those found marked' }),
    at: Places.meta({ description: 'of an indicator those of its values; empty for titles' }),
    initiative: z.string().nullable(),
    phase: Phase.nullable().meta({ description: 'of an item' }),
    ordinal: z.int().nullable().meta({ description: 'of an item, a goal or a field' }),
    indicator: z.string().nullable().meta({ description: "the indicator's id in its sheet" }),
    name: z
      .string()
      .nullable()
      .meta({ description: 'of an indicator or a labelled text: what it is called' }),
    sheet: ListedSheet,
  })
  .meta({ id: 'Hit' });
