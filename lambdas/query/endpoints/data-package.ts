import { createRoute, z } from '@hono/zod-openapi';
import { answer } from '../answers.ts';
import type { Api } from '../api.ts';
import { noParameters } from '../parameters.ts';
import { dataPackage } from '../tables/described.ts';

const Field = z.object({
  name: z.string(),
  type: z.enum(['string', 'integer', 'number', 'boolean', 'datetime']),
  title: z.string().meta({ description: 'in Japanese' }),
  description: z.string(),
  constraints: z.object({ required: z.boolean(), enum: z.array(z.string()).optional() }),
});

const DataPackage = z
  .object({
    profile: z.literal('tabular-data-package'),
    name: z.string(),
    resources: z.array(
      z.looseObject({
        name: z.string(),
        path: z.url().meta({ description: 'the list as CSV' }),
        schema: z.object({ fields: z.array(Field), missingValues: z.array(z.string()) }),
      }),
    ),
  })
  .meta({ id: 'DataPackage' });

const route = createRoute({
  method: 'get',
  path: '/v1/datapackage.json',
  operationId: 'getDataPackage',
  tags: ['The API itself'],
  summary: 'The columns of every list, as a Frictionless tabular data package',
  request: { query: noParameters },
  responses: answer('Made from the schemas of the lists', DataPackage),
});

export const addDataPackage = (app: Api) =>
  app.openapi(route, (c) => c.json(dataPackage(app, new URL(c.req.url).origin) as never, 200));
