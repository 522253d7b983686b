import { createRoute, z } from '@hono/zod-openapi';
import { publisherSaid } from '../../../parsers/publishers/publishers.ts';
import { unknownPublisher } from '../../../parsers/publishers/unknown.ts';
import { publisherFolder } from '../../domain/told.ts';
import type { Api, QueryPorts } from '../api.ts';
import { noParameters } from '../parameters.ts';
import { Problem, problems } from '../problem.ts';
import { smallBody } from '../small-body.ts';

/**
 * No control, formatting or unassigned characters, no path, nothing that a form fills in by itself, and more than blanks.
 * The ending is asked for so that who picked another kind of file learns it before sending that; what is read is told by
 * its content.
 */
const FILE_NAME =
  /^(?!.*\$\{)(?![\s\u2800\p{Default_Ignorable_Code_Point}]*\.[Pp][Dd][Ff]$)[^\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Zl}\p{Zp}/\\]+\.[Pp][Dd][Ff]$/u;
const MAX_BODY = 16_384;

const Upload = z
  .object({
    url: z.url().openapi({ description: 'POST a multipart form there' }),
    fields: z
      .record(z.string(), z.string())
      .openapi({ description: 'fields of the form; the file comes last, in a field `file`' }),
    key: z.string().openapi({
      description: 'where the PDF will be; asks `GET /v1/documents?key=…` how reading it went',
      example: 'uploads/6b0f2a52-3c1f-4a8f-9a63-0d3a1f0c7e11/評価シート.pdf',
    }),
    expiresAt: z.iso.datetime().openapi({ example: '2026-04-01T09:15:00.000Z' }),
  })
  .openapi('Upload');

const uploads = (maxBytes: number) =>
  createRoute({
    method: 'post',
    path: '/v1/uploads',
    operationId: 'createUpload',
    tags: ['PDFs'],
    summary: 'How to upload a PDF from a browser, without AWS credentials',
    description:
      'The answer is a form to be sent to `url`: as `curl URL -F NAME=VALUE … -F file=@sheet.pdf`, or by a page of your own.',
    middleware: [smallBody(MAX_BODY)],
    request: {
      query: noParameters,
      body: {
        required: true,
        content: {
          'application/json': {
            schema: z
              .strictObject({
                fileName: z
                  .string()
                  .min(1)
                  .max(255)
                  .regex(
                    FILE_NAME,
                    'the name of a PDF, which ends in .pdf, without its path or control characters',
                  )
                  .openapi({ pattern: FILE_NAME.source, example: '評価シート.pdf' }),
                bytes: z.int().min(1).max(maxBytes).openapi({
                  description: 'how large the file is; no larger one will be taken',
                  example: 81_920,
                }),
                publisher: z.string().min(1).max(60).optional().openapi({
                  description:
                    'whose sheets these are, whatever they print: an official code (全国地方公共団体コード), a slug or a name',
                  example: 'shiomi',
                }),
              })
              .openapi('NewUpload'),
          },
        },
      },
    },
    responses: {
      200: {
        description:
          'One upload, to its key, of a PDF of at most that size, for a quarter of an hour',
        content: { 'application/json': { schema: Upload } },
      },
      ...problems(400, 406, 413, 415, 500),
    },
  });

export const addUploads = (app: Api, { bucket }: QueryPorts) =>
  app.openapi(uploads(bucket.maxBytes), async (c) => {
    const { fileName, bytes, publisher } = c.req.valid('json');
    const said = publisher === undefined ? undefined : publisherSaid(publisher);
    if (said === null) {
      throw new Problem('invalid-parameter', unknownPublisher(publisher ?? ''), 'publisher');
    }
    const folder = publisherFolder(said?.slug);
    return c.json(await bucket.presignedUpload(fileName, bytes, folder), 200, {
      'cache-control': 'no-store',
    });
  });
