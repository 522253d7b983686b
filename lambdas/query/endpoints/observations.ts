import { randomUUID } from 'node:crypto';
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { RevisedSheet } from '../../store/find-sheets.ts';
import { Observation, observationsOf } from '../../store/observation.ts';
import { acceptedType } from '../accept.ts';
import { answer, listOf } from '../answers.ts';
import type { Api, Ports } from '../api.ts';
import { BULK_PATHS } from '../bulk.ts';
import { csvLines } from '../csv.ts';
import { isKnown, keptName } from '../kept.ts';
import { listed } from '../listed.ts';
import { listParameters, RecordParameters } from '../parameters.ts';
import { Problem } from '../problem.ts';

const TYPES = {
  json: 'application/json',
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
} as const;
const Format = z.enum(['json', 'csv', 'ndjson']);
type Format = z.infer<typeof Format>;

const { 200: list, ...others } = answer(
  'As JSON a page; as CSV (a header, then a row each) or NDJSON (an object each) all of them',
  listOf(Observation),
);

const observations = createRoute({
  method: 'get',
  path: '/v1/observations',
  operationId: 'listObservations',
  tags: ['What the sheets say'],
  summary: 'Every figure as a row of its own: for spreadsheets, pandas, DuckDB',
  request: {
    query: listParameters({
      ...RecordParameters,
      format: Format.optional().openapi({
        description: 'in place of an Accept header',
        example: 'csv',
      }),
      bom: z.enum(['true', 'false']).optional().openapi({
        description:
          'of CSV: begin with a byte order mark, which Excel needs to see that it is UTF-8',
        example: 'true',
      }),
    }).extend({
      limit: listParameters({}).shape.limit.unwrap().optional().openapi({
        description: 'of JSON: how many items a page has at most; CSV and NDJSON come whole',
      }),
    }),
  },
  responses: {
    200: {
      ...list,
      content: {
        ...list.content,
        'text/csv': { schema: z.string() },
        'application/x-ndjson': { schema: z.string() },
      },
    },
    ...others,
  },
});

/** Whether the answer is sent as it is made, not as one JSON text. */
export const isStreamed = (c: Context): boolean =>
  BULK_PATHS.includes(c.req.path) && formatOf(c, c.req.query('format')) !== 'json';

export function addObservations(app: Api, { store, edition = randomUUID() }: Ports) {
  app.openapi(observations, async (c) => {
    const { format: wanted, bom, limit, cursor, ...filters } = c.req.valid('query');
    const format = formatOf(c, wanted);
    c.header('vary', 'Accept', { append: true });
    if (format === undefined) {
      throw new Problem('not-acceptable', `The answer comes as ${Object.values(TYPES)}.`, 'Accept');
    }
    if (bom !== undefined) onlyFor(format === 'csv', 'bom', 'CSV');
    if (format === 'json') {
      const query = { ...filters, limit: limit ?? 50, cursor };
      return c.json(await listed('observations', query, store.observations), 200);
    }
    if (limit !== undefined) onlyFor(false, 'limit', 'JSON');
    if (cursor !== undefined) onlyFor(false, 'cursor', 'JSON');
    const { state, records } = await store.standing(filters);
    const kept = keptName(edition, format, bom === 'true', state);
    c.header('etag', `"${kept}"`);
    if (isKnown(c, kept)) return c.body(null, 304);
    c.set('kept', kept);
    const lines = format === 'csv' ? csv(records(), bom === 'true') : ndjson(records());
    return c.body(await begun(lines), 200, {
      'content-type': format === 'csv' ? 'text/csv; charset=utf-8; header=present' : TYPES.ndjson,
      'content-disposition': `attachment; filename="observations.${format}"`,
    });
  });
}

function formatOf(c: Context, wanted: string | undefined): Format | undefined {
  const type = acceptedType(c, Object.values(TYPES));
  return Format.options.find((format) =>
    wanted === undefined ? TYPES[format] === type : format === wanted,
  );
}

function onlyFor(fits: boolean, name: string, format: string): void {
  if (!fits) throw new Problem('invalid-parameter', `${name}: ${format} only`, name);
}

const COLUMNS = Object.keys(Observation.shape);

type Records = AsyncIterable<RevisedSheet>;

async function* csv(records: Records, bom: boolean): AsyncGenerator<string> {
  let header = `${bom ? '\ufeff' : ''}${COLUMNS.join(',')}\r\n`;
  for await (const rows of rowsOf(records)) {
    yield header + csvLines(rows, COLUMNS);
    header = '';
  }
  yield header;
}

async function* ndjson(records: Records): AsyncGenerator<string> {
  for await (const rows of rowsOf(records)) {
    yield rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  }
}

/** The rows of one sheet at a time. */
async function* rowsOf(records: Records) {
  for await (const record of records) {
    yield z.array(Observation).parse(observationsOf(record));
  }
}

/**
 * The texts as a stream that makes the next one when it is asked for it, and none any more once the client has left.
 * The first is there before the answer begins: what fails at once is told by a status.
 */
async function begun(texts: AsyncGenerator<string>): Promise<ReadableStream<Uint8Array>> {
  const first = await texts.next();
  const all = async function* () {
    const encoder = new TextEncoder();
    if (!first.done) yield encoder.encode(first.value);
    for await (const text of texts) if (text) yield encoder.encode(text);
  };
  return ReadableStream.from(all());
}
