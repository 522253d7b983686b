import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { BULK_PATHS } from '../../lambdas/query/bulk.ts';
import { MEDIA_TYPES } from '../../lambdas/query/tables/formats.ts';
import { pdf } from '../ingest/world.ts';
import { publish } from '../search/library.ts';
import { type Document, openDocument } from './documented.ts';
import { type Library, openLibrary } from './library.ts';

let library: Library;
let api: Document;
beforeAll(async () => {
  library = await openLibrary(12);
  api = await openDocument(library.app);
}, 60_000);
afterAll(() => library.close());

const operations = () =>
  Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

describe('the document', () => {
  test('has every endpoint of the interface', () => {
    expect(operations().map(({ path, method }) => `${method} ${path}`)).toEqual(
      expect.arrayContaining([
        'get /v1/health',
        'get /v1/documents',
        'get /v1/documents/{sha256}',
        'get /v1/sheets',
        'get /v1/sheets/{id}',
        'get /v1/sheets/{id}/revisions',
        'get /v1/sheets/{id}/revisions/{revision}',
        'get /v1/sheets/{id}/pdf',
        'post /v1/uploads',
        'get /v1/indicators',
        'get /v1/series',
        'get /v1/series/{id}',
        'get /v1/initiatives',
        'get /v1/search',
        'get /v1/observations',
        'get /v1/findings',
        'get /v1/changes',
        'get /v1/facets',
        'get /v1/feed',
        'get /v1/corrections',
        'post /v1/corrections',
        'delete /v1/corrections/{id}',
        'get /v1/sheets/{id}/follow-up',
        'get /v1/openapi.json',
      ]),
    );
  });

  test('has every list in every format, and those that are held back among them', () => {
    const inFormat = (type: string) =>
      operations()
        .filter(({ operation }) => operation.responses['200']?.content?.[type])
        .map(({ path }) => path)
        .toSorted();
    const lists = operations().filter(
      ({ path, operation }) =>
        operation.parameters?.some(({ name }) => name === 'cursor') && !path.includes('{'),
    );
    const listed = [...lists.map(({ path }) => path), '/v1/facets'].toSorted();
    for (const format of ['csv', 'ndjson', 'xlsx'] as const) {
      expect([format, inFormat(MEDIA_TYPES[format])]).toEqual([format, listed]);
    }
    expect(inFormat(MEDIA_TYPES.parquet)).toEqual([
      '/v1/indicators',
      '/v1/observations',
      '/v1/series',
    ]);
    expect(listed).toEqual(expect.arrayContaining([...BULK_PATHS]));
  });

  test('says of each operation what it is, what it takes and how it fails', () => {
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, operation } of operations()) {
      const { operationId, summary, tags, parameters = [], responses } = operation;
      expect(operationId, path).toMatch(/^[a-z]+[A-Za-z]*$/);
      expect(summary, path).toBeTruthy();
      expect(api.document.tags.map(({ name }: { name: string }) => name)).toContain(tags[0]);
      expect(Object.keys(responses), path).toEqual(expect.arrayContaining(['400', '500']));
      const inPath = [...path.matchAll(/{(\w+)}/g)].map(([, name]) => name);
      const declared = parameters.filter((one) => one.in === 'path').map(({ name }) => name);
      expect(declared, path).toEqual(inPath);
      for (const { name, description, schema } of parameters) {
        expect(description, `${path} ${name}`).toBeTruthy();
        const shown =
          'example' in schema || 'default' in schema || ['cursor', 'limit', 'after'].includes(name);
        expect(shown, `example of ${path} ${name}`).toBe(true);
      }
    }
  });

  test('has examples that find something, all of a list at once: a page to try it fills them in', async () => {
    const key = 'samples/shiomi-2013-shisaku-214.pdf';
    await library.deliver(await library.put(key, pdf([{ number: '214' }])));
    const own = await library.json('/v1/sheets/shiomi-2013-shisaku-214');
    const { at, text: read } = own.indicators[0].values[0];
    const correction = { sheetId: own.id, field: 'value', at, read, text: read, reason: '確認' };
    await library.app.request('/v1/corrections', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(correction),
    });
    for (const { path, operation } of operations()) {
      const given = (operation.parameters ?? []).filter(({ schema }) => 'example' in schema);
      const query = new URLSearchParams();
      for (const { in: where, name, schema } of given) {
        if (where === 'query' && name !== 'format' && name !== 'bom') {
          query.set(name, String(schema.example));
        }
      }
      if (String(query) === '') continue;
      expect((await library.json(`${path}?${query}`)).items, path).not.toEqual([]);
    }
    const { parameters = [] } = api.paths['/v1/series/{id}']?.['get'] ?? {};
    const id = parameters[0]?.schema.example;
    expect((await library.app.request(`/v1/series/${id}`)).status).toBe(200);
  });

  test('has examples that its own schemas allow', () => {
    let examples = 0;
    const visit = (node: unknown, pointer: string[]): void => {
      if (typeof node !== 'object' || node === null) return;
      if ('example' in node) {
        examples += 1;
        const check = api.validator(...pointer);
        expect(check(node.example), `${pointer.join(' ')}: ${node.example}`).toBe(true);
      }
      for (const [name, child] of Object.entries(node)) {
        if (name !== 'example') visit(child, [...pointer, name]);
      }
    };
    visit(api.document.paths, ['paths']);
    visit(api.document.components.schemas, ['components', 'schemas']);
    expect(examples).toBeGreaterThan(40);
  });
});

describe('real answers are inside of the document', () => {
  const get = async (template: string, url: string, init?: RequestInit) => {
    const answer = await library.app.request(url, init);
    const status = answer.status;
    expect(await api.outside(template, 'get', answer), url).toBeUndefined();
    return status;
  };

  test.for([
    '/v1/health',
    '/v1/openapi.json',
    '/v1/documents?limit=200',
    '/v1/documents?status=FAILED',
    '/v1/sheets?limit=200',
    '/v1/indicators?limit=200',
    '/v1/series?limit=200',
    '/v1/initiatives?limit=200',
    '/v1/initiatives?phase=result&limit=200',
    '/v1/observations?limit=200',
    '/v1/observations?format=csv',
    '/v1/observations?format=ndjson',
    '/v1/findings?limit=200',
    '/v1/changes?limit=200',
    '/v1/facets?of=values&by=status',
    '/v1/facets?of=indicators&by=department',
    '/v1/search?q=企業',
    '/v1/search?q=なかったことば',
  ])('%s', async (url) => {
    expect(await get(url.split('?')[0] ?? '', encodeURI(url))).toBe(200);
  });

  test('of every sheet, its history, its revisions and its PDF', async () => {
    for (const { id } of (await library.json('/v1/sheets?limit=200')).items) {
      const url = `/v1/sheets/${encodeURIComponent(id)}`;
      expect(await get('/v1/sheets/{id}', url)).toBe(200);
      expect(await get('/v1/sheets/{id}/pdf', `${url}/pdf`)).toBe(303);
      expect(await get('/v1/sheets/{id}/revisions', `${url}/revisions`)).toBe(200);
      for (const { revision } of (await library.json(`${url}/revisions`)).items) {
        const template = '/v1/sheets/{id}/revisions/{revision}';
        expect(await get(template, `${url}/revisions/${revision}`)).toBe(200);
      }
    }
  });

  test('of every document and series', async () => {
    for (const { sha256 } of (await library.json('/v1/documents?limit=200')).items) {
      expect(await get('/v1/documents/{sha256}', `/v1/documents/${sha256}`)).toBe(200);
    }
    for (const { id } of (await library.json('/v1/series?limit=50')).items) {
      expect(await get('/v1/series/{id}', `/v1/series/${encodeURIComponent(id)}`)).toBe(200);
    }
  });

  test('of an upload', async () => {
    const answer = await library.app.request('/v1/uploads', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ fileName: '評価シート.pdf', bytes: 1000 }),
    });
    expect(answer.status).toBe(200);
    expect(await api.outside('/v1/uploads', 'post', answer)).toBeUndefined();
  });
});

test('a record of another schema is a fault of ours, told as such', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {});
  const [sheet] = library.sheets;
  if (!sheet) throw new Error('the library is empty');
  await publish(library.store, { ...sheet, id: 'shiomi-2013-new-1', schemaVersion: 2 as never });
  const answer = await library.app.request('/v1/sheets/shiomi-2013-new-1');
  expect(answer.status).toBe(500);
  expect(await answer.json()).toMatchObject({ code: 'internal-error' });
  expect(error).toHaveBeenCalledOnce();
  error.mockRestore();
});
