import { createRoute, z } from '@hono/zod-openapi';
import { answerOne, found } from '../answers.ts';
import type { Api, QueryPorts } from '../api.ts';
import { everyPage } from '../every-page.ts';
import { TABLES } from '../negotiate.ts';
import {
  FigureParameters,
  grade,
  noParameters,
  SheetParameters,
  sheetId,
  updatedSince,
} from '../parameters.ts';
import { problems } from '../problem.ts';
import { ListedSheet, RevisedSheet } from '../schemas/sheet.ts';
import { addWholeList } from '../whole-list.ts';

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

export function addSheets(app: Api, ports: QueryPorts) {
  const { store, bucket } = ports;
  addWholeList(app, ports, {
    path: '/v1/sheets',
    operationId: 'listSheets',
    tag: 'Sheets',
    summary: 'Sheets, a line each',
    description: 'Sheets, by fiscal year, publisher, program and number',
    filters: { ...SheetParameters, ...FigureParameters, updatedSince, grade },
    item: ListedSheet,
    row: ListedSheet,
    formats: TABLES,
    page: store.sheets,
    async whole(wanted) {
      const { state } = await store.standing(wanted);
      return {
        state: JSON.stringify([state, wanted]),
        rows: () => everyPage((request) => store.sheets(wanted, request)),
      };
    },
  });
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
