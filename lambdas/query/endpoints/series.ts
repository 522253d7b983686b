import { createRoute, z } from '@hono/zod-openapi';
import { rowsOfSeries, SeriesRow } from '../../analysis/series-row.ts';
import { answerOne, found } from '../answers.ts';
import type { Api, Ports } from '../api.ts';
import { everyPage } from '../every-page.ts';
import { TABLES } from '../negotiate.ts';
import { name, noParameters, SheetParameters, text } from '../parameters.ts';
import { MatchedSeries, Series } from '../schemas/series.ts';
import { addWholeList } from '../whole-list.ts';

const { publisher } = SheetParameters;

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

export function addSeries(app: Api, ports: Ports) {
  const { store } = ports;
  addWholeList(app, ports, {
    path: '/v1/series',
    operationId: 'listSeries',
    tag: 'What the sheets say',
    summary: 'Indicators over all years and sheets',
    description:
      'Indicators over all years and sheets, by publisher and name; the same name in several places at a time is ' +
      'several series. The rows of CSV and NDJSON are one indicator in one fiscal year each',
    filters: { name, publisher },
    item: Series,
    row: SeriesRow,
    formats: [...TABLES, 'parquet'],
    page: store.seriesList,
    async whole(filters) {
      const { state } = await store.standing({ publisher: filters.publisher });
      return {
        state: JSON.stringify([state, filters]),
        async *rows() {
          for await (const some of everyPage((page) => store.seriesList(filters, page))) {
            yield some.flatMap(rowsOfSeries);
          }
        },
      };
    },
  });
  app.openapi(one, async (c) => {
    const { id } = c.req.valid('param');
    return c.json(found(await store.series(id), `series ${id}`), 200);
  });
}
