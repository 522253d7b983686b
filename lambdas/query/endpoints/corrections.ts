import { randomBytes } from 'node:crypto';
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Correction as Kept } from '../../domain/corrections.ts';
import { correctionKey } from '../../domain/prefixes.ts';
import { CorrectionRefused } from '../../store/corrections.ts';
import { notFound } from '../answers.ts';
import type { Api, QueryPorts } from '../api.ts';
import { everyPage, wholeBySaying } from '../every-page.ts';
import { TABLES } from '../negotiate.ts';
import { exampled, grade, noParameters, RecordParameters, SheetParameters } from '../parameters.ts';
import { Problem, problems } from '../problem.ts';
import { Correction, ListedCorrection, NewCorrection } from '../schemas/correction.ts';
import { smallBody } from '../small-body.ts';
import { addWholeList } from '../whole-list.ts';

const MAX_BODY = 64 * 1024;

const create = createRoute({
  method: 'post',
  path: '/v1/corrections',
  operationId: 'createCorrection',
  tags: ['Corrections'],
  summary: 'Say what should stand in place of what was read',
  description:
    'Kept beside what was read, which stays. The last correction of a place is shown wherever the place is, as long as ' +
    'the paper says there what it said; what is right as it was read is given again.',
  middleware: [smallBody(MAX_BODY)],
  request: {
    query: noParameters,
    body: { required: true, content: { 'application/json': { schema: NewCorrection } } },
  },
  responses: {
    200: {
      description: 'The correction as it is kept',
      content: { 'application/json': { schema: Correction } },
    },
    ...problems(400, 403, 404, 406, 409, 413, 415, 500),
  },
});

const remove = createRoute({
  method: 'delete',
  path: '/v1/corrections/{id}',
  operationId: 'deleteCorrection',
  tags: ['Corrections'],
  summary: 'Take a correction back',
  request: {
    params: z.object({
      id: z.string().min(1).max(120).openapi({
        description: 'id of a correction',
        example: 'shiomi-2013-shisaku-214.5f0c9e0c3a1b',
      }),
    }),
    query: noParameters,
  },
  responses: {
    204: { description: 'What was read stands alone again, or under the correction before' },
    ...problems(400, 403, 404, 500),
  },
});

const { sheet } = RecordParameters;
const filters = exampled(
  { ...SheetParameters, grade, sheet },
  { sheet: 'shiomi-2013-shisaku-214', department: '教育委員会事務局', grade: 'B' },
);

export function addCorrections(app: Api, ports: QueryPorts) {
  const { store, bucket, whoAsks = () => 'local' } = ports;
  addWholeList(app, ports, {
    path: '/v1/corrections',
    operationId: 'listCorrections',
    tag: 'Corrections',
    summary: 'What people corrected',
    description: 'Corrections in the order of the sheets, of each sheet the oldest first',
    filters,
    item: ListedCorrection,
    row: ListedCorrection,
    formats: TABLES,
    page: store.corrections,
    whole: (wanted) => wholeBySaying(() => everyPage((page) => store.corrections(wanted, page))),
  });

  app.openapi(create, async (c) => {
    refuseForeign(c);
    const { value = null, text = null, ...said } = c.req.valid('json');
    const { sha256 } = await checked(() => store.checkCorrection(said));
    const id = `${said.sheetId}.${randomBytes(6).toString('hex')}`;
    const time = new Date().toISOString();
    const correction = { id, ...said, value, text, by: whoAsks(c), time, sha256 };
    await bucket.putJson(correctionKey(id), kept(correction, false));
    await checked(() => store.keepCorrection(correction));
    return c.json(correction, 200, { 'cache-control': 'no-store' });
  });

  app.openapi(remove, async (c) => {
    refuseForeign(c);
    const { id } = c.req.valid('param');
    const [, sheetId] = /^(.+)\.[^.]+$/su.exec(id) ?? [];
    const all = sheetId === undefined ? [] : await store.correctionsOf(sheetId);
    const found = all.find((one) => one.id === id);
    if (!found) throw notFound(`correction ${id}`);
    const { stands: _, ...correction } = found;
    await bucket.putJson(correctionKey(id), kept(correction, true));
    await store.dropCorrection(correction);
    return c.body(null, 204);
  });
}

/** The bucket keeps what was taken back too: a store that is made anew from it ends with the same corrections. */
const kept = (correction: Kept, takenBack: boolean): string =>
  JSON.stringify({ ...correction, takenBack });

/** A page from elsewhere may read; it may not write in the name of whoever looks at it. */
function refuseForeign(c: Context): void {
  const origin = c.req.header('origin');
  if (c.req.header('authorization') !== undefined || origin === undefined) return;
  if (origin !== new URL(c.req.url).origin) {
    throw new Problem('foreign-origin', `A page of ${origin} may not write here without a token.`);
  }
}

const CODES = {
  'no-sheet': 'not-found',
  'not-as-read': 'not-as-read',
  'too-many': 'too-many-corrections',
} as const;

async function checked<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CorrectionRefused)) throw error;
    throw new Problem(CODES[error.why], error.message);
  }
}
