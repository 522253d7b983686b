import { createRoute, z } from '@hono/zod-openapi';
import { MatchedSeries, Series } from '../../series/series.ts';
import { answer, answerOne, found, listOf } from '../answers.ts';
import type { Api, Ports } from '../api.ts';
import { listed } from '../listed.ts';
import { listParameters, name, noParameters, SheetParameters, text } from '../parameters.ts';

const { publisher } = SheetParameters;

const list = createRoute({
  method: 'get',
  path: '/v1/series',
  operationId: 'listSeries',
  tags: ['What the sheets say'],
  summary: 'Indicators over all years and sheets',
  request: { query: listParameters({ name, publisher }) },
  responses: answer(
    'Indicators over all years and sheets, by publisher and name; the same name in several places at a time is several series',
    listOf(Series),
  ),
});

const one = createRoute({
  method: 'get',
  path: '/v1/series/{id}',
  operationId: 'getSeries',
  tags: ['What the sheets say'],
  summary: 'One indicator over all years and sheets',
  request: {
    params: z.object({
      id: text.openapi({
        description: 'id of a series or of one of its stages',
        example: 'shiomi-922677789f050032-23df9252',
      }),
    }),
    query: noParameters,
  },
  responses: answerOne('The series, with those that may be the same indicator', MatchedSeries),
});

export function addSeries(app: Api, { store }: Ports) {
  app.openapi(list, async (c) =>
    c.json(await listed('series', c.req.valid('query'), store.seriesList), 200),
  );
  app.openapi(one, async (c) => {
    const { id } = c.req.valid('param');
    return c.json(found(await store.series(id), `series ${id}`), 200);
  });
}
