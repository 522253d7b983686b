import { createRoute, z } from '@hono/zod-openapi';
import { answer, answerOne, found, listOf } from '../answers.ts';
import type { Api, Ports } from '../api.ts';
import { listed } from '../listed.ts';
import { grade, listParameters, noParameters, SheetParameters, sheetId } from '../parameters.ts';
import { problems } from '../problem.ts';
import { ListedSheet, RevisedSheet } from '../schemas/sheet.ts';

const sheets = createRoute({
  method: 'get',
  path: '/v1/sheets',
  operationId: 'listSheets',
  tags: ['Sheets'],
  summary: 'Sheets, a line each',
  request: { query: listParameters({ ...SheetParameters, grade }) },
  responses: answer('Sheets, by fiscal year, publisher, program and number', listOf(ListedSheet)),
});

const sheet = createRoute({
  method: 'get',
  path: '/v1/sheets/{id}',
  operationId: 'getSheet',
  tags: ['Sheets'],
  summary: 'Everything a sheet says, with its places on paper',
  request: { params: sheetId, query: noParameters },
  responses: answerOne('The current record', RevisedSheet),
});

const pdf = createRoute({
  method: 'get',
  path: '/v1/sheets/{id}/pdf',
  operationId: 'getPdf',
  tags: ['PDFs'],
  summary: 'The original PDF',
  description: 'A redirect: in a browser, open this address itself to see the PDF.',
  request: { params: sheetId, query: noParameters },
  responses: {
    303: {
      description: 'Where the PDF of the current record is',
      headers: z.object({ location: z.url() }),
    },
    ...problems(400, 404, 500),
  },
});

export function addSheets(app: Api, { store, bucket }: Ports) {
  app.openapi(sheets, async (c) =>
    c.json(await listed('sheets', c.req.valid('query'), store.sheets), 200),
  );
  app.openapi(sheet, async (c) => {
    const { id } = c.req.valid('param');
    return c.json(found(await store.sheet(id), `sheet ${id}`), 200);
  });
  app.openapi(pdf, async (c) => {
    const { id } = c.req.valid('param');
    const key = found(await store.pdf(id), `PDF of a sheet ${id}`);
    c.header('cache-control', 'no-store');
    const method = c.req.method === 'HEAD' ? 'HEAD' : 'GET';
    return c.redirect(await bucket.presignedUrl(key, method), 303);
  });
}
