import { createRoute } from '@hono/zod-openapi';
import type { PageRequest } from '../../store/lists.ts';
import { answerOne, found, listOf, notFound } from '../answers.ts';
import type { Api, QueryPorts } from '../api.ts';
import { pageOfList } from '../listed.ts';
import { listParameters, noParameters, sheetId, text } from '../parameters.ts';
import { RevisedSheet, RevisionView } from '../schemas/sheet.ts';

const revisions = createRoute({
  method: 'get',
  path: '/v1/sheets/{id}/revisions',
  operationId: 'listRevisions',
  tags: ['Sheets'],
  summary: 'What a sheet said over time',
  request: { params: sheetId, query: listParameters({}) },
  responses: answerOne('What the sheet said over time, newest first', listOf(RevisionView)),
});

const revision = createRoute({
  method: 'get',
  path: '/v1/sheets/{id}/revisions/{revision}',
  operationId: 'getRevision',
  tags: ['Sheets'],
  summary: 'An older record of a sheet',
  request: {
    params: sheetId.extend({
      revision: text.openapi({ description: 'as the history names it', example: '4f1c0a9b7d3e' }),
    }),
    query: noParameters,
  },
  responses: answerOne('The record of this revision', RevisedSheet),
});

export function addRevisions(app: Api, { store }: QueryPorts) {
  app.openapi(revisions, async (c) => {
    const { id } = c.req.valid('param');
    const all = await store.revisions(id);
    if (all.length === 0) throw notFound(`sheet ${id}`);
    const page = async (_: object, request: PageRequest) => pageOf(all, request);
    return c.json(await pageOfList(`revisions of ${id}`, c.req.valid('query'), page), 200);
  });
  app.openapi(revision, async (c) => {
    const { id, revision } = c.req.valid('param');
    const record = await store.sheet(id, revision);
    return c.json(found(record, `revision ${revision} of a sheet ${id}`), 200);
  });
}

function pageOf<T extends { revision: string }>(all: T[], { after, limit }: PageRequest) {
  const start = all.findIndex(({ revision }) => revision === after) + 1;
  const items = all.slice(start, start + limit);
  return { items, next: start + limit < all.length ? (items.at(-1)?.revision ?? null) : null };
}
