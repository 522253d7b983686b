import { createRoute } from '@hono/zod-openapi';
import { Level } from '../../../parsers/records/indicator.ts';
import { answer, listOf } from '../answers.ts';
import type { Api, Ports } from '../api.ts';
import { listed } from '../listed.ts';
import { listParameters, name, SheetParameters } from '../parameters.ts';
import { ListedIndicator } from '../schemas/indicator.ts';

const indicators = createRoute({
  method: 'get',
  path: '/v1/indicators',
  operationId: 'listIndicators',
  tags: ['What the sheets say'],
  summary: 'What was measured, with its values over the years',
  request: {
    query: listParameters({
      ...SheetParameters,
      name,
      level: Level.optional().openapi({
        description: 'outcome 県民指標 and activity 活動指標 are those of measures',
        example: 'activity',
      }),
    }),
  },
  responses: answer('Indicators with their values and sheet', listOf(ListedIndicator)),
});

export const addIndicators = (app: Api, { store }: Ports) =>
  app.openapi(indicators, async (c) =>
    c.json(await listed('indicators', c.req.valid('query'), store.indicators), 200),
  );
