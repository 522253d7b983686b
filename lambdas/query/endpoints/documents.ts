import { createRoute, z } from '@hono/zod-openapi';
import { DocumentView, Status } from '../../store/find-documents.ts';
import { answer, found, listOf } from '../answers.ts';
import type { Api, Ports } from '../api.ts';
import { listed } from '../listed.ts';
import { listParameters, noParameters, text } from '../parameters.ts';

const documents = createRoute({
  method: 'get',
  path: '/v1/documents',
  request: { query: listParameters({ key: text.optional(), status: Status.optional() }) },
  responses: answer('Documents, by the time they were received', listOf(DocumentView)),
});

const document = createRoute({
  method: 'get',
  path: '/v1/documents/{sha256}',
  request: { params: z.object({ sha256: text }), query: noParameters },
  responses: answer('The document with this content', DocumentView),
});

export function addDocuments(app: Api, { store }: Ports) {
  app.openapi(documents, async (c) =>
    c.json(await listed('documents', c.req.valid('query'), store.documents), 200),
  );
  app.openapi(document, async (c) => {
    const { sha256 } = c.req.valid('param');
    return c.json(found(await store.document(sha256), `document ${sha256}`), 200);
  });
}
