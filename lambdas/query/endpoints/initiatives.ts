import { createRoute } from '@hono/zod-openapi';
import { answer, listOf } from '../answers.ts';
import type { Api, Ports } from '../api.ts';
import { listed } from '../listed.ts';
import { listParameters, phase, RecordParameters } from '../parameters.ts';
import { ListedItem } from '../schemas/item.ts';

const initiatives = createRoute({
  method: 'get',
  path: '/v1/initiatives',
  operationId: 'listInitiatives',
  tags: ['What the sheets say'],
  summary: 'What was done, what came of it, what is to change: items of the narrative sections',
  request: {
    query: listParameters({
      ...RecordParameters,
      phase,
    }),
  },
  responses: answer('Items in the order of the sheets', listOf(ListedItem)),
});

export const addInitiatives = (app: Api, { store }: Ports) =>
  app.openapi(initiatives, async (c) =>
    c.json(await listed('initiatives', c.req.valid('query'), store.items), 200),
  );
