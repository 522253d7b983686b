import { createRoute, z } from '@hono/zod-openapi';
import { answer } from '../answers.ts';
import type { Api, Ports } from '../api.ts';
import { grade, SheetParameters } from '../parameters.ts';

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

const Facets = z
  .object({
    of: Of,
    by: By,
    total: z.int(),
    counts: z
      .array(z.object({ value: z.union([z.string(), z.int()]).nullable(), count: z.int() }))
      .meta({ description: 'most first; null for what has none' }),
  })
  .meta({ id: 'Facets' });

const facets = createRoute({
  method: 'get',
  path: '/v1/facets',
  operationId: 'getFacets',
  tags: ['What the sheets say'],
  summary: 'How many sheets, indicators, values, items or findings there are, by year, publisher …',
  request: {
    query: z.strictObject({
      ...SheetParameters,
      grade,
      of: Of.default('sheets').openapi({ description: 'what is counted', example: 'sheets' }),
      by: By.default('fiscalYear').openapi({
        description: 'by which property; status is one of values, code of findings',
        example: 'fiscalYear',
      }),
    }),
  },
  responses: answer('Counts', Facets),
});

type Value = string | number | null;

export const addFacets = (app: Api, { store }: Ports) =>
  app.openapi(facets, async (c) => {
    const { of, by, ...filters } = c.req.valid('query');
    const counts = new Map<Value, number>();
    const count = (value: Value, n: number) => {
      if (n > 0) counts.set(value, (counts.get(value) ?? 0) + n);
    };
    const { records } = await store.standing(filters);
    for await (const record of records()) {
      const values = record.indicators.flatMap((indicator) => indicator.values);
      const items = record.initiatives.flatMap((initiative) => initiative.items);
      const { indicators, warnings: findings } = record;
      if (by === 'status') {
        if (of === 'values') for (const { status } of values) count(status, 1);
      } else if (by === 'code') {
        if (of === 'findings') for (const { code } of findings) count(code, 1);
      } else {
        const value = by === 'grade' ? (record.progress?.grade ?? null) : record[by];
        count(value, of === 'sheets' ? 1 : { indicators, values, items, findings }[of].length);
      }
    }
    const sorted = [...counts]
      .map(([value, number]) => ({ value, count: number }))
      .toSorted((a, b) => b.count - a.count || (String(a.value) < String(b.value) ? -1 : 1));
    const total = sorted.reduce((sum, one) => sum + one.count, 0);
    return c.json({ of, by, total, counts: sorted }, 200);
  });
