import { createRoute, z } from '@hono/zod-openapi';
import type { ListPage, PageRequest } from '../store/lists.ts';
import { answer, listOf } from './answers.ts';
import type { Api, QueryPorts } from './api.ts';
import { refuseUnknown } from './known-slugs.ts';
import { pageOfList } from './listed.ts';
import {
  chosenFormat,
  type FormatQuery,
  formatParameters,
  onlyFor,
  wholeContent,
} from './negotiate.ts';
import { listParameters } from './parameters.ts';
import { sendWhole, type Whole } from './send-whole.ts';
import { listColumnsOf } from './tables/columns.ts';
import { describe } from './tables/described.ts';
import type { WholeFormat } from './tables/formats.ts';

/** A list that also comes whole, as a table: what its items are, and where pages and rows come from. */
export interface WholeList<
  Filters extends z.ZodRawShape,
  Item extends z.ZodType,
  Row extends z.ZodType,
> {
  readonly path: `/v1/${string}`;
  readonly operationId: string;
  readonly tag: 'What the sheets say' | 'Sheets' | 'PDFs' | 'Corrections';
  readonly summary: string;
  readonly description: string;
  readonly filters: Filters;
  /** those of them that shape the table and are of no use for JSON */
  readonly tableOnly?: readonly (keyof Filters & string)[];
  readonly item: Item;
  /** what a row of the table is made from */
  readonly row: Row;
  /** what it may be made from instead, as a parameter says */
  readonly otherRows?: readonly z.ZodType[];
  readonly formats: readonly WholeFormat[];
  readonly page: (
    filters: z.output<z.ZodObject<Filters>>,
    request: PageRequest,
  ) => Promise<ListPage<object>>;
  readonly whole: (filters: z.output<z.ZodObject<Filters>>) => Promise<Whole<object>>;
}

/** Adds a list to the API: pages as JSON, all of it as CSV, NDJSON, Excel or Parquet. */
export function addWholeList<F extends z.ZodRawShape, I extends z.ZodType, R extends z.ZodType>(
  app: Api,
  ports: QueryPorts,
  list: WholeList<F, I, R>,
): void {
  const { formats, page, whole } = list;
  const { 200: asJson, ...others } = answer(
    `${list.description}. As JSON a page; in any other format all of them: CSV (a header, then a row each), NDJSON ` +
      '(an object each), an Excel workbook with a sheet that explains its columns, or Parquet',
    listOf(list.item),
  );
  const route = createRoute({
    method: 'get',
    path: list.path,
    operationId: list.operationId,
    tags: [list.tag],
    summary: list.summary,
    request: {
      query: listParameters({ ...list.filters, ...formatParameters(formats) }).extend({ limit }),
    },
    responses: {
      200: { ...asJson, content: { ...asJson.content, ...wholeContent(formats, anyOf(list)) } },
      ...others,
    },
  });
  const name = list.path.slice(list.path.lastIndexOf('/') + 1);
  const table = { name, columns: listColumnsOf(list.row) };
  describe(app, { ...table, summary: list.summary });

  app.openapi(route, async (c) => {
    const { format: wanted, bom, limit, cursor, ...rest } = c.req.valid('query') as Query;
    const filters = rest as z.output<z.ZodObject<F>>;
    const format = chosenFormat(c, { format: wanted, bom }, formats);
    await refuseUnknown(ports.store, rest, c.req.query());
    if (format === 'json') {
      const given = list.tableOnly?.find((one) => (rest as Given)[one] !== undefined);
      if (given !== undefined) throw onlyFor(given, formats.join(', '));
      const query = { ...filters, limit: limit ?? 50, cursor };
      return c.json((await pageOfList(name, query, page as never)) as never, 200);
    }
    if (limit !== undefined) throw onlyFor('limit', 'JSON');
    if (cursor !== undefined) throw onlyFor('cursor', 'JSON');
    const sent = { ...table, format, bom: bom === 'true' };
    return (await sendWhole(c, ports, sent, await whole(filters))) as never;
  });
}

const anyOf = ({
  row,
  otherRows = [],
}: Pick<WholeList<z.ZodRawShape, z.ZodType, z.ZodType>, 'row' | 'otherRows'>) =>
  otherRows.length === 0 ? row : z.union([row, ...otherRows]);

interface Query extends FormatQuery {
  readonly limit?: number;
  readonly cursor?: string;
}
type Given = Readonly<Record<string, unknown>>;

const limit = listParameters({}).shape.limit.unwrap().optional().openapi({
  description: 'of JSON: how many items a page has at most; the other formats come whole',
});
