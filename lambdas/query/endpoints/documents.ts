import { createRoute, z } from '@hono/zod-openapi';
import { answerOne, found } from '../answers.ts';
import type { Api, QueryPorts } from '../api.ts';
import { everyPage, wholeBySaying } from '../every-page.ts';
import { TABLES } from '../negotiate.ts';
import { noParameters, text, updatedSince } from '../parameters.ts';
import { DocumentView, Status } from '../schemas/document.ts';
import { addWholeList } from '../whole-list.ts';

/** S3's keys end at 1,024 bytes. */
const objectKey = z
  .string()
  .min(1)
  .max(1024)
  .refine((key) => Buffer.byteLength(key) <= 1024, 'at most 1,024 bytes')
  .openapi({
    description: 'the key it was uploaded under',
    example: 'samples/shiomi-2013-shisaku-214.pdf',
  });

const filters = {
  key: objectKey.optional(),
  updatedSince,
  status: Status.optional().openapi({ description: 'how far it is', example: 'SUCCEEDED' }),
};

const document = createRoute({
  method: 'get',
  path: '/v1/documents/{sha256}',
  operationId: 'getDocument',
  tags: ['PDFs'],
  summary: 'What became of one PDF',
  request: {
    params: z.object({
      sha256: text.openapi({
        description: 'hex, in letters of either case, of the PDF’s bytes',
        example: 'c0ffee'.padEnd(64, '0'),
      }),
    }),
    query: noParameters,
  },
  responses: answerOne('The document with this content', DocumentView),
});

export function addDocuments(app: Api, ports: QueryPorts) {
  const { store } = ports;
  addWholeList(app, ports, {
    path: '/v1/documents',
    operationId: 'listDocuments',
    tag: 'PDFs',
    summary: 'What became of each PDF: where it is, and why it was refused',
    description:
      'Documents, by the time they were received; those of a key newest first, and none where the object was deleted ' +
      'or never put',
    filters,
    item: DocumentView,
    row: DocumentView,
    formats: TABLES,
    page: store.documents,
    whole: (wanted) =>
      wholeBySaying(() => everyPage((request) => store.documents(wanted, request))),
  });
  app.openapi(document, async (c) => {
    const { sha256 } = c.req.valid('param');
    return c.json(found(await store.document(sha256.toLowerCase()), `document ${sha256}`), 200);
  });
}
