import { createRoute, z } from '@hono/zod-openapi';
import { indicatorHasSuch, isSuch } from '../../analysis/such-figures.ts';
import { answer } from '../answers.ts';
import type { Api, QueryPorts } from '../api.ts';
import { wholeBySaying } from '../every-page.ts';
import { refuseUnknown } from '../known-slugs.ts';
import { chosenFormat, formatParameters, onlyFor, TABLES, wholeContent } from '../negotiate.ts';
import { FigureParameters, grade, SheetParameters, updatedSince } from '../parameters.ts';
import { sendWhole } from '../send-whole.ts';
import { listColumnsOf } from '../tables/columns.ts';

const Of = z.enum(['sheets', 'indicators', 'values', 'items', 'findings']);
const By = z.enum([
  'fiscalYear',
  'publisher',
  'program',
  'department',
  'grade',
  'format',
  'status',
  'code',
]);

/** Properties that only one of these things has. */
const OWNERS: Readonly<Partial<Record<z.infer<typeof By>, z.infer<typeof Of>>>> = {
  status: 'values',
  code: 'findings',
};

/** How many have one value of the property; null for those that have none. */
const Count = z
  .object({ value: z.union([z.string(), z.int()]).nullable(), count: z.int() })
  .meta({ id: 'FacetCount' });

const Facets = z
  .object({
    of: Of,
    by: By,
    total: z.int(),
    counts: z.array(Count).meta({ description: 'most first; null for what has none' }),
  })
  .meta({ id: 'Facets' });

const { 200: asJson, ...others } = answer(
  'Counts; in any other format than JSON a row for each value',
  Facets,
);

const facets = createRoute({
  method: 'get',
  path: '/v1/facets',
  operationId: 'getFacets',
  tags: ['What the sheets say'],
  summary: 'How many sheets, indicators, values, items or findings there are, by year, publisher …',
  request: {
    query: z.strictObject({
      ...SheetParameters,
      ...FigureParameters,
      updatedSince,
      grade,
      of: Of.optional().openapi({
        description: 'what is counted: sheets, or what alone has the property',
        example: 'sheets',
      }),
      by: By.default('fiscalYear').openapi({
        description: 'by which property; status is one of values, code of findings',
        example: 'fiscalYear',
      }),
      ...formatParameters(TABLES),
    }),
  },
  responses: {
    200: { ...asJson, content: { ...asJson.content, ...wholeContent(TABLES, Count) } },
    ...others,
  },
});

type Value = string | number | null;

const table = { name: 'facets', columns: listColumnsOf(Count) };

export const addFacets = (app: Api, ports: QueryPorts) =>
  app.openapi(facets, async (c) => {
    const { of: asked, by, format: wanted, bom, ...filters } = c.req.valid('query');
    const owner = OWNERS[by];
    const of = asked ?? owner ?? 'sheets';
    if (owner !== undefined && of !== owner) throw onlyFor('by', `of=${owner}`);
    const format = chosenFormat(c, { format: wanted, bom }, TABLES);
    await refuseUnknown(ports.store, filters, c.req.query());
    const counts = new Map<Value, number>();
    const count = (value: Value, n: number) => {
      if (n > 0) counts.set(value, (counts.get(value) ?? 0) + n);
    };
    const { records } = await ports.store.standing(filters);
    for await (const record of records()) {
      const indicators = record.indicators.filter((one) =>
        indicatorHasSuch(one, record.fiscalYear, filters),
      );
      const values = indicators
        .flatMap((indicator) => indicator.values)
        .filter((one) => isSuch(one, filters));
      const items = record.initiatives.flatMap((initiative) => initiative.items);
      const { warnings: findings } = record;
      if (by === 'status') {
        for (const { status } of values) count(status, 1);
      } else if (by === 'code') {
        for (const { code } of findings) count(code, 1);
      } else {
        const value = by === 'grade' ? (record.progress?.grade ?? null) : record[by];
        count(value, of === 'sheets' ? 1 : { indicators, values, items, findings }[of].length);
      }
    }
    const sorted = [...counts]
      .map(([value, number]) => ({ value, count: number }))
      .toSorted((a, b) => b.count - a.count || (String(a.value) < String(b.value) ? -1 : 1));
    const total = sorted.reduce((sum, one) => sum + one.count, 0);
    if (format === 'json') return c.json({ of, by, total, counts: sorted }, 200);
    const whole = await wholeBySaying(async function* () {
      yield sorted;
    });
    const sent = { ...table, format, bom: bom === 'true' };
    return (await sendWhole(c, ports, sent, whole)) as never;
  });
