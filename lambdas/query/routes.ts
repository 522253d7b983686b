import { createRoute, z } from '@hono/zod-openapi';
import { Level } from '../../parsers/records/indicator.ts';
import { DocumentView, Status } from '../store/find-documents.ts';
import { ListedSheet, RevisedSheet, RevisionView } from '../store/find-sheets.ts';
import { ListedIndicator } from '../store/summary.ts';
import { listParameters, noParameters, SheetParameters } from './parameters.ts';
import { ProblemDetails } from './problem.ts';

const text = z.string().min(1);
const answer = <S extends z.ZodType>(description: string, schema: S) => ({
  200: { description, content: { 'application/json': { schema } } },
  default: {
    description: 'Refused or failed',
    content: { 'application/problem+json': { schema: ProblemDetails } },
  },
});
const listOf = <S extends z.ZodType>(item: S) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

const sheetId = z.object({ id: text.openapi({ example: 'mie-2013-kinkyu-8' }) });

export const health = createRoute({
  method: 'get',
  path: '/v1/health',
  request: { query: noParameters },
  responses: answer(
    'The API serves',
    z.object({ status: z.literal('ok'), readerVersion: z.string(), schemaVersion: z.int() }),
  ),
});

export const documents = createRoute({
  method: 'get',
  path: '/v1/documents',
  request: { query: listParameters({ key: text.optional(), status: Status.optional() }) },
  responses: answer('Documents, by the time they were received', listOf(DocumentView)),
});

export const document = createRoute({
  method: 'get',
  path: '/v1/documents/{sha256}',
  request: { params: z.object({ sha256: text }), query: noParameters },
  responses: answer('The document with this content', DocumentView),
});

export const sheets = createRoute({
  method: 'get',
  path: '/v1/sheets',
  request: { query: listParameters({ ...SheetParameters, grade: text.optional() }) },
  responses: answer('Sheets, by fiscal year, publisher, program and number', listOf(ListedSheet)),
});

export const sheet = createRoute({
  method: 'get',
  path: '/v1/sheets/{id}',
  request: { params: sheetId, query: noParameters },
  responses: answer('The current record', RevisedSheet),
});

export const pdf = createRoute({
  method: 'get',
  path: '/v1/sheets/{id}/pdf',
  request: { params: sheetId, query: noParameters },
  responses: {
    303: {
      description: 'Where the PDF of the current record is',
      headers: z.object({ location: z.url() }),
    },
    default: answer('', z.never()).default,
  },
});

export const revisions = createRoute({
  method: 'get',
  path: '/v1/sheets/{id}/revisions',
  request: { params: sheetId, query: listParameters({}) },
  responses: answer('What the sheet said over time, newest first', listOf(RevisionView)),
});

export const revision = createRoute({
  method: 'get',
  path: '/v1/sheets/{id}/revisions/{revision}',
  request: { params: sheetId.extend({ revision: text }), query: noParameters },
  responses: answer('The record of this revision', RevisedSheet),
});

export const indicators = createRoute({
  method: 'get',
  path: '/v1/indicators',
  request: {
    query: listParameters({ ...SheetParameters, name: text.optional(), level: Level.optional() }),
  },
  responses: answer('Indicators with their values and sheet', listOf(ListedIndicator)),
});
