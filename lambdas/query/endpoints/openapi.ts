import { createRoute, z } from '@hono/zod-openapi';
import { answer } from '../answers.ts';
import type { Api, QueryPorts } from '../api.ts';
import { noParameters } from '../parameters.ts';

const INFO = {
  openapi: '3.1.0',
  info: {
    title: 'shisaku',
    version: '1',
    description:
      'Japanese policy evaluation sheets as numbers, each with the place on the page that it came from.\n\n' +
      'Lists come in pages: give `nextCursor` as `cursor` for the next one. A page goes on where the one before ' +
      'ended, whatever was inserted meanwhile. Every GET may be a HEAD. Every answer to one has an `ETag`, and is ' +
      '304 where `If-None-Match` names it, but for the address of a PDF, which has none. Problems are `application/problem+json` with a stable `code`; unknown and repeated ' +
      'parameters are refused.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/', description: 'where this document is' }],
  tags: [
    { name: 'What the sheets say', description: 'indicators, their series, items, figures' },
    { name: 'Sheets', description: 'whole records and their history' },
    { name: 'Corrections', description: 'what people say should stand where something was read' },
    { name: 'PDFs', description: 'uploading, and how reading went' },
    { name: 'The API itself' },
  ],
};

const openapi = createRoute({
  method: 'get',
  path: '/v1/openapi.json',
  operationId: 'getOpenApi',
  tags: ['The API itself'],
  summary: 'This document',
  request: { query: noParameters },
  responses: answer(
    'OpenAPI 3.1',
    z.looseObject({ openapi: z.string(), info: z.looseObject({}), paths: z.looseObject({}) }),
  ),
});

/** Without a token where the API is public; on one machine nobody asks for one. */
const SECURITY = [{}, { token: [] }];

export function addOpenApi(app: Api, { whoAsks }: QueryPorts): void {
  const asksForTokens = whoAsks !== undefined;
  if (asksForTokens) {
    app.openAPIRegistry.registerComponent('securitySchemes', 'token', {
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'JWT',
    });
  }
  let made: ReturnType<Api['getOpenAPI31Document']> | undefined;
  app.openapi(openapi, (c) => {
    made ??= app.getOpenAPI31Document({
      ...INFO,
      ...(asksForTokens && { security: SECURITY }),
    });
    return c.json({ ...made, paths: made.paths ?? {} }, 200);
  });
}
