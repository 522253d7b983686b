import { randomUUID } from 'node:crypto';
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Page, PageRequest } from '../store/lists.ts';
import { acceptedType } from './accept.ts';
import { answer, listOf } from './answers.ts';
import type { Api, Ports } from './api.ts';
import { BULK_PATHS } from './bulk.ts';
import { columnsOf, rowOf } from './columns.ts';
import { csvLines } from './csv.ts';
import { isKnown, keptName } from './kept.ts';
import { listed } from './listed.ts';
import { listParameters } from './parameters.ts';
import { Problem } from './problem.ts';

const TYPES = {
  json: 'application/json',
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
} as const;
const Format = z.enum(['json', 'csv', 'ndjson']);
type Format = z.infer<typeof Format>;

/** All rows of a list, some at a time, and a name for the state of the store that they are of. */
export interface Whole<Row> {
  readonly state: string;
  readonly rows: () => AsyncIterable<readonly Row[]>;
}

/** A list that also comes whole, as a table: what its items are, and where pages and rows come from. */
export interface WholeList<
  Filters extends z.ZodRawShape,
  Item extends z.ZodType,
  Row extends z.ZodType,
> {
  readonly path: `/v1/${string}`;
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly filters: Filters;
  readonly item: Item;
  /** what a row of the table is made from, where that is no item */
  readonly row: Row;
  readonly page: (
    filters: z.output<z.ZodObject<Filters>>,
    request: PageRequest,
  ) => Promise<Page<z.infer<Item>>>;
  readonly whole: (filters: z.output<z.ZodObject<Filters>>) => Promise<Whole<z.infer<Row>>>;
}

const FORMAT = {
  format: Format.optional().openapi({
    description: 'in place of an Accept header',
    example: 'csv',
  }),
  bom: z.enum(['true', 'false']).optional().openapi({
    description: 'of CSV: begin with a byte order mark, which Excel needs to see that it is UTF-8',
    example: 'true',
  }),
};

/** Whether the answer is sent as it is made, not as one JSON text. */
export const isStreamed = (c: Context): boolean =>
  BULK_PATHS.includes(c.req.path) && formatOf(c, c.req.query('format')) !== 'json';

/** Adds a list to the API: pages as JSON, all of it as CSV or NDJSON. */
export function addWholeList<F extends z.ZodRawShape, I extends z.ZodType, R extends z.ZodType>(
  app: Api,
  { edition = randomUUID() }: Ports,
  list: WholeList<F, I, R>,
): void {
  const { 200: asJson, ...others } = answer(
    `${list.description}. As JSON a page; as CSV (a header, then a row each) or NDJSON (an object each) all of them`,
    listOf(list.item),
  );
  const limit = listParameters({}).shape.limit.unwrap().optional();
  const route = createRoute({
    method: 'get',
    path: list.path,
    operationId: list.operationId,
    tags: ['What the sheets say'],
    summary: list.summary,
    request: {
      query: listParameters({ ...list.filters, ...FORMAT }).extend({
        limit: limit.openapi({
          description: 'of JSON: how many items a page has at most; CSV and NDJSON come whole',
        }),
      }),
    },
    responses: {
      200: {
        ...asJson,
        content: {
          ...asJson.content,
          'text/csv': { schema: z.string() },
          // Of each line.
          'application/x-ndjson': { schema: list.row },
        },
      },
      ...others,
    },
  });
  const columns = columnsOf(list.row);
  const name = list.path.slice(list.path.lastIndexOf('/') + 1);

  app.openapi(route, async (c) => {
    const { format: wanted, bom, limit, cursor, ...rest } = c.req.valid('query') as Query;
    const filters = rest as z.output<z.ZodObject<F>>;
    const format = formatOf(c, wanted);
    c.header('vary', 'Accept', { append: true });
    if (format === undefined) {
      throw new Problem('not-acceptable', `The answer comes as ${Object.values(TYPES)}.`, 'Accept');
    }
    if (bom !== undefined) onlyFor(format === 'csv', 'bom', 'CSV');
    if (format === 'json') {
      const query = { ...filters, limit: limit ?? 50, cursor };
      return c.json((await listed(name, query, list.page as never)) as never, 200);
    }
    if (limit !== undefined) onlyFor(false, 'limit', 'JSON');
    if (cursor !== undefined) onlyFor(false, 'cursor', 'JSON');
    const { state, rows } = await list.whole(filters);
    const kept = keptName(edition, name, format, bom === 'true', state);
    c.header('etag', `"${kept}"`);
    if (isKnown(c, kept)) return c.body(null, 304) as never;
    c.set('kept', kept);
    const tables = (async function* () {
      for await (const some of rows()) yield some.map((row) => rowOf(row, columns));
    })();
    const names = columns.map((column) => column.name);
    const lines = format === 'csv' ? csv(tables, names, bom === 'true') : ndjson(rows());
    return c.body(await begun(lines), 200, {
      'content-type': format === 'csv' ? 'text/csv; charset=utf-8; header=present' : TYPES.ndjson,
      'content-disposition': `attachment; filename="${name}.${format}"`,
    }) as never;
  });
}

interface Query {
  readonly format?: Format;
  readonly bom?: 'true' | 'false';
  readonly limit?: number;
  readonly cursor?: string;
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

async function* csv(
  tables: AsyncIterable<readonly object[]>,
  columns: readonly string[],
  bom: boolean,
): AsyncGenerator<string> {
  let header = `${bom ? '\ufeff' : ''}${columns.join(',')}\r\n`;
  for await (const rows of tables) {
    yield header + csvLines(rows, columns);
    header = '';
  }
  yield header;
}

async function* ndjson(tables: AsyncIterable<readonly unknown[]>): AsyncGenerator<string> {
  for await (const rows of tables) yield rows.map((row) => `${JSON.stringify(row)}\n`).join('');
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
