import { OpenAPIHono } from '@hono/zod-openapi';
import { SCHEMA_VERSION } from '../../parsers/records/sheet.ts';
import { READER_VERSION } from '../../parsers/version.ts';
import type { Bucket } from '../bucket/bucket.ts';
import type { Page, PageRequest } from '../store/lists.ts';
import type { Store } from '../store/store.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { parameterProblem } from './parameters.ts';
import { Problem, problemResponse } from './problem.ts';
import * as routes from './routes.ts';

/** The query API: `app.fetch(Request)` answers; it only reads. */
export function makeApp({ store, bucket }: { store: Store; bucket: Bucket }) {
  const app = new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) throw parameterProblem(result.error);
    },
  });

  app.openapi(routes.health, (c) =>
    c.json({ status: 'ok', readerVersion: READER_VERSION, schemaVersion: SCHEMA_VERSION }, 200),
  );
  app.openapi(routes.documents, async (c) => {
    const query = c.req.valid('query');
    return c.json(await listed('documents', query, store.documents), 200);
  });
  app.openapi(routes.document, async (c) => {
    const { sha256 } = c.req.valid('param');
    return c.json(found(await store.document(sha256), `document ${sha256}`), 200);
  });
  app.openapi(routes.sheets, async (c) => {
    const query = c.req.valid('query');
    return c.json(await listed('sheets', query, store.sheets), 200);
  });
  app.openapi(routes.sheet, async (c) => {
    const { id } = c.req.valid('param');
    return c.json(found(await store.sheet(id), `sheet ${id}`), 200);
  });
  app.openapi(routes.pdf, async (c) => {
    const { id } = c.req.valid('param');
    const key = found(await store.pdf(id), `PDF of a sheet ${id}`);
    return c.redirect(await bucket.presignedUrl(key), 303);
  });
  app.openapi(routes.revisions, async (c) => {
    const { id } = c.req.valid('param');
    const all = await store.revisions(id);
    if (all.length === 0) throw notFound(`sheet ${id}`);
    const page = await listed(
      `revisions of ${id}`,
      c.req.valid('query'),
      async (_, { after, limit }) => {
        const start =
          after === undefined ? 0 : all.findIndex(({ revision }) => revision === after) + 1;
        const items = all.slice(start, start + limit);
        return {
          items,
          next: start + limit < all.length ? (items.at(-1)?.revision ?? null) : null,
        };
      },
    );
    return c.json(page, 200);
  });
  app.openapi(routes.revision, async (c) => {
    const { id, revision } = c.req.valid('param');
    const record = await store.sheet(id, revision);
    return c.json(found(record, `revision ${revision} of a sheet ${id}`), 200);
  });
  app.openapi(routes.indicators, async (c) => {
    const query = c.req.valid('query');
    return c.json(await listed('indicators', query, store.indicators), 200);
  });
  app.doc31('/v1/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'shisaku', version: '1', description: 'Policy evaluation sheets as numbers' },
  });

  for (const path of new Set(app.routes.map((route) => route.path))) {
    app.all(path, (c) => {
      const detail = `${c.req.method} is not a method of ${c.req.path}; GET is.`;
      const response = problemResponse(new Problem('method-not-allowed', detail));
      response.headers.set('allow', 'GET, HEAD');
      return response;
    });
  }
  app.notFound((c) => problemResponse(notFound(`address ${c.req.path}`)));
  app.onError((error) => {
    if (error instanceof Problem) return problemResponse(error);
    console.error(error);
    return problemResponse(new Problem('internal-error', 'Something went wrong on our side.'));
  });
  return app;
}

/** One page of a list; its cursor is good for the same list with the same filters. */
async function listed<F extends object, T>(
  name: string,
  { limit, cursor, ...filters }: F & { limit: number; cursor?: string | undefined },
  find: (filters: Omit<F, 'limit' | 'cursor'>, request: PageRequest) => Promise<Page<T>>,
) {
  const list = JSON.stringify([name, Object.entries(filters).toSorted()]);
  const after = cursor === undefined ? undefined : decodeCursor(cursor, list);
  const { items, next } = await find(filters as Omit<F, 'limit' | 'cursor'>, { limit, after });
  return { items, nextCursor: next === null ? null : encodeCursor(next, list) };
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw notFound(what);
  return value;
}

const notFound = (what: string) => new Problem('not-found', `There is no ${what}.`);
