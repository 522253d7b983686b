import { createRoute, z } from '@hono/zod-openapi';
import { ListedSheet, RevisedSheet } from '../../store/find-sheets.ts';
import { answer, found, listOf, refused } from '../answers.ts';
import type { Api, Ports } from '../api.ts';
import { listed } from '../listed.ts';
import { listParameters, noParameters, SheetParameters, sheetId, text } from '../parameters.ts';

const sheets = createRoute({
  method: 'get',
  path: '/v1/sheets',
  request: { query: listParameters({ ...SheetParameters, grade: text.optional() }) },
  responses: answer('Sheets, by fiscal year, publisher, program and number', listOf(ListedSheet)),
});

const sheet = createRoute({
  method: 'get',
  path: '/v1/sheets/{id}',
  request: { params: sheetId, query: noParameters },
  responses: answer('The current record', RevisedSheet),
});

const pdf = createRoute({
  method: 'get',
  path: '/v1/sheets/{id}/pdf',
  request: { params: sheetId, query: noParameters },
  responses: {
    303: {
      description: 'Where the PDF of the current record is',
      headers: z.object({ location: z.url() }),
    },
    default: refused,
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
    return c.redirect(await bucket.presignedUrl(key), 303);
  });
}
