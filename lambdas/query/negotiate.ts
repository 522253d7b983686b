import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { acceptedType } from './accept.ts';
import { Problem } from './problem.ts';
import { MEDIA_TYPES, type TableFormat, type WholeFormat } from './tables/formats.ts';

/** What every list comes as whole. */
export const TABLES = ['csv', 'ndjson', 'xlsx'] as const;

/** The parameters that choose a format. */
export const formatParameters = (formats: readonly WholeFormat[]) => ({
  format: z
    .enum(['json', ...formats])
    .optional()
    .openapi({ description: 'in place of an Accept header', example: 'csv' }),
  bom: z.enum(['true', 'false']).optional().openapi({
    description: 'of CSV: begin with a byte order mark, which Excel needs to see that it is UTF-8',
    example: 'true',
  }),
});

export interface FormatQuery {
  readonly format?: TableFormat | undefined;
  readonly bom?: 'true' | 'false' | undefined;
}

/**
 * Which format the client asks for, by parameter or by header.
 * @throws Problem not-acceptable, invalid-parameter
 */
export function chosenFormat(
  c: Context,
  { format: wanted, bom }: FormatQuery,
  formats: readonly WholeFormat[],
): TableFormat {
  const all = ['json', ...formats] as const;
  const format = formatOf(c, wanted, all);
  c.header('vary', 'Accept', { append: true });
  if (format === undefined) {
    const types = all.map((one) => MEDIA_TYPES[one]).join(', ');
    throw new Problem('not-acceptable', `The answer comes as ${types}.`, 'Accept');
  }
  if (bom !== undefined && format !== 'csv') throw onlyFor('bom', 'CSV');
  return format;
}

export const onlyFor = (name: string, format: string): Problem =>
  new Problem('invalid-parameter', `${name}: ${format} only`, name);

/** Whether the answer is sent as it is made, not as one JSON text. */
export const isStreamed = (c: Context): boolean => {
  const formats = Object.keys(MEDIA_TYPES) as TableFormat[];
  return !['json', undefined].includes(formatOf(c, c.req.query('format'), formats));
};

function formatOf(
  c: Context,
  wanted: string | undefined,
  formats: readonly TableFormat[],
): TableFormat | undefined {
  if (wanted !== undefined) return formats.find((format) => format === wanted);
  const types = formats.map((format) => MEDIA_TYPES[format]);
  const type = acceptedType(c, types);
  return formats.find((format) => MEDIA_TYPES[format] === type);
}

/** What the document says of an answer in these formats; of NDJSON that of each line. */
export const wholeContent = (formats: readonly WholeFormat[], row: z.ZodType) =>
  Object.fromEntries(
    formats.map((format) => [MEDIA_TYPES[format], { schema: schemaOf(format, row) }]),
  );

function schemaOf(format: WholeFormat, row: z.ZodType): z.ZodType {
  if (format === 'ndjson') return row;
  return format === 'csv' ? z.string() : z.string().openapi({ format: 'binary' });
}
