import { createRoute, z } from '@hono/zod-openapi';
import { SCHEMA_VERSION } from '../../../parsers/version.ts';
import { ownVersion } from '../../reader/format-files.ts';
import { answer } from '../answers.ts';
import type { Api } from '../api.ts';
import { noParameters } from '../parameters.ts';

const health = createRoute({
  method: 'get',
  path: '/v1/health',
  operationId: 'getHealth',
  tags: ['The API itself'],
  summary: 'Whether the API serves, and what reads the sheets',
  request: { query: noParameters },
  responses: answer(
    'The API serves',
    z.object({ status: z.literal('ok'), readerVersion: z.string(), schemaVersion: z.int() }),
  ),
});

export const addHealth = (app: Api) =>
  app.openapi(health, (c) =>
    c.json({ status: 'ok', readerVersion: ownVersion(), schemaVersion: SCHEMA_VERSION }, 200),
  );
