import { createRoute, z } from '@hono/zod-openapi';
import { answer, answerOne, found, listOf } from '../answers.ts';
import type { Api, Ports } from '../api.ts';
import { listed } from '../listed.ts';
import { listParameters, noParameters, text } from '../parameters.ts';
import { DocumentView, Status } from '../schemas/document.ts';

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

const documents = createRoute({
  method: 'get',
  path: '/v1/documents',
  operationId: 'listDocuments',
  tags: ['PDFs'],
  summary: 'What became of each PDF: where it is, and why it was refused',
  request: {
    query: listParameters({
      key: objectKey.optional(),
      status: Status.optional().openapi({ description: 'how far it is', example: 'SUCCEEDED' }),
    }),
  },
  responses: answer(
    'Documents, by the time they were received; those of a key newest first, and none where the object was deleted or never put',
    listOf(DocumentView),
  ),
});

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

export function addDocuments(app: Api, { store }: Ports) {
  app.openapi(documents, async (c) =>
    c.json(await listed('documents', c.req.valid('query'), store.documents), 200),
  );
  app.openapi(document, async (c) => {
    const { sha256 } = c.req.valid('param');
    return c.json(found(await store.document(sha256.toLowerCase()), `document ${sha256}`), 200);
  });
}
