import { createRoute, z } from '@hono/zod-openapi';
import { answerOne, found } from '../answers.ts';
import type { Api, QueryPorts } from '../api.ts';
import { everyPage } from '../every-page.ts';
import { TABLES } from '../negotiate.ts';
import {
  FigureParameters,
  name,
  nameContains,
  noParameters,
  SheetParameters,
  text,
  updatedSince,
} from '../parameters.ts';
import { MatchedSeries, Series } from '../schemas/series.ts';
import { SeriesRow } from '../schemas/series-row.ts';
import { WideSeriesRow } from '../schemas/wide-series-row.ts';
import { ReviewRow, Shape, shaped } from '../series-shapes.ts';
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

const shape = Shape.optional().openapi({
  description:
    'of any format but JSON. long: a row for each indicator and year (the default); wide: a row for each indicator, ' +
    'with columns for each year; review, review-wide: the columns of the ministries’ review data (RS system, 3-1)',
  example: 'wide',
});

export function addSeries(app: Api, ports: QueryPorts) {
  const { store } = ports;
  addWholeList(app, ports, {
    path: '/v1/series',
    operationId: 'listSeries',
    tag: 'What the sheets say',
    summary: 'Indicators over all years and sheets',
    description:
      'Indicators over all years and sheets, by publisher and name; the same name in several places at a time is ' +
      'several series. The rows of the other formats are one indicator in one fiscal year each, or as `shape` says',
    filters: { name, nameContains, publisher, ...FigureParameters, updatedSince, shape },
    tableOnly: ['shape'],
    item: Series,
    row: SeriesRow,
    otherRows: [WideSeriesRow, ReviewRow],
    formats: [...TABLES, 'parquet'],
    page: store.seriesList,
    async whole({ shape = 'long', ...filters }) {
      const { state } = await store.standing({ publisher: filters.publisher });
      const series = () => everyPage((page) => store.seriesList(filters, page));
      return {
        state: JSON.stringify([state, filters, shape]),
        ...(await shaped(shape, series, filters)),
      };
    },
  });
  app.openapi(one, async (c) => {
    const { id } = c.req.valid('param');
    return c.json(found(await store.series(id), `series ${id}`), 200);
  });
}
