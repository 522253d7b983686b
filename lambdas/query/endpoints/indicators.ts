import { createRoute } from '@hono/zod-openapi';
import { Level } from '../../../parsers/records/indicator.ts';
import { ListedIndicator } from '../../store/summary.ts';
import { answer, listOf } from '../answers.ts';
import type { Api, Ports } from '../api.ts';
import { listed } from '../listed.ts';
import { listParameters, SheetParameters, text } from '../parameters.ts';

const indicators = createRoute({
  method: 'get',
  path: '/v1/indicators',
  request: {
    query: listParameters({ ...SheetParameters, name: text.optional(), level: Level.optional() }),
  },
  responses: answer('Indicators with their values and sheet', listOf(ListedIndicator)),
});

export const addIndicators = (app: Api, { store }: Ports) =>
  app.openapi(indicators, async (c) =>
    c.json(await listed('indicators', c.req.valid('query'), store.indicators), 200),
  );
