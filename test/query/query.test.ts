import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openUniverse, pdf, sha256, type World } from '../ingest/world.ts';
import { makeSheet, type Said } from '../store/make-record.ts';

const sheets: Said[] = [
  ...Array.from({ length: 11 }, (_, n) => ({ number: String(n + 1) })),
  {
    fiscalYear: 2014,
    number: '8',
    grade: 'A',
    indicators: { 新規就職者数: 130, '求 人（件）': 7 },
  },
  { fiscalYear: 2014, program: 'kyoso', number: '1', department: '環境生活部' },
  { fiscalYear: 2014, publisher: 'gifu', program: 'shisaku', number: '1', department: null },
];
const idOf = (said: Said): string => makeSheet(said).id;
const book = pdf(sheets);

let universe: Awaited<ReturnType<typeof openUniverse>>;
let world: World;
beforeAll(async () => {
  universe = await openUniverse();
  world = await universe.world();
  await world.deliver(await world.put('冊子 2014.pdf', book), await world.put('x.txt', 'x'));
});
afterAll(() => universe.close());

const idsAt = async (path: string): Promise<string[]> =>
  (await world.json(path)).items.map((one: { id: string }) => one.id);

test('a sheet is the record that the reader gave, and its revision', async () => {
  const { revision, ...record } = await world.json('/v1/sheets/mie-2014-kinkyu-8');
  expect(record).toEqual(makeSheet(sheets[11]));
  expect(await world.json(`/v1/sheets/mie-2014-kinkyu-8/revisions/${revision}`)).toEqual({
    ...record,
    revision,
  });
});

describe('lists', () => {
  test('are in the order of years, publishers, programs and numbers', async () => {
    const order = [...sheets.slice(0, 11), sheets[13], sheets[11], sheets[12]];
    expect(await idsAt('/v1/sheets')).toEqual(order.map((said) => idOf(said ?? {})));
  });

  test.for([
    ['fiscalYear=2014', 3],
    ['fiscalYear=2014&publisher=mie', 2],
    ['fiscalYear=2014&publisher=mie&program=kyoso', 1],
    ['publisher=gifu', 1],
    ['program=kinkyu&grade=A', 1],
    [`department=${encodeURIComponent('環境生活部')}`, 1],
    ['fiscalYear=2012', 0],
    ['publisher=mi', 0],
  ] as const)('sheets with %s', async ([query, count]) => {
    expect(await idsAt(`/v1/sheets?${query}`)).toHaveLength(count);
  });

  test.for([
    ['', 15],
    [`?name=${encodeURIComponent('新規就職者数')}`, 14],
    [`?name=${encodeURIComponent('求人(件)')}`, 1],
    [`?name=${encodeURIComponent('新規')}`, 0],
    ['?level=initiative', 1],
    ['?fiscalYear=2014&level=project', 3],
    [`?name=${encodeURIComponent('新規 就職者数')}&fiscalYear=2014&program=kinkyu`, 1],
    [`?department=${encodeURIComponent('環境生活部')}`, 1],
  ] as const)('indicators with %s', async ([query, count]) => {
    const { items } = await world.json(`/v1/indicators${query}`);
    expect(items).toHaveLength(count);
    for (const { sheet } of items) expect(sheet.revision).toMatch(/^[0-9a-f]{12}$/);
  });

  test.for(['/v1/sheets?program=kinkyu', '/v1/indicators?publisher=mie', '/v1/documents?'])(
    '%s comes whole in pages of any size',
    async (path) => {
      const all = (await world.json(`${path}&limit=200`)).items;
      for (const limit of [1, 2, 3, all.length]) {
        const seen: unknown[] = [];
        let cursor: string | null = '';
        while (cursor !== null) {
          const page = await world.json(`${path}&limit=${limit}${cursor && `&cursor=${cursor}`}`);
          expect(page.items.length).toBeLessThanOrEqual(limit);
          seen.push(...page.items);
          cursor = page.nextCursor;
        }
        expect(seen).toEqual(all);
      }
    },
  );

  test('documents by key and status', async () => {
    const key = encodeURIComponent('冊子 2014.pdf');
    expect((await world.json(`/v1/documents?key=${key}`)).items).toMatchObject([
      { sha256: sha256(book), status: 'SUCCEEDED' },
    ]);
    expect((await world.json(`/v1/documents?key=${key}&status=FAILED`)).items).toEqual([]);
    expect((await world.json('/v1/documents?status=FAILED')).items).toMatchObject([
      { keys: ['x.txt'], error: { code: 'not-a-pdf' } },
    ]);
  });
});

test('the PDF is where the 303 points', async () => {
  const answer = await world.get('/v1/sheets/mie-2014-kinkyu-8/pdf');
  expect(answer.status).toBe(303);
  const original = await fetch(answer.headers.get('location') ?? '');
  expect(await original.text()).toBe(book);
});

describe('problems', () => {
  test.for([
    ['/v1/sheets?year=2013', 400, 'unknown-parameter', 'year'],
    ['/v1/health?x=1', 400, 'unknown-parameter', 'x'],
    ['/v1/sheets/mie-2014-kinkyu-8?revision=1', 400, 'unknown-parameter', 'revision'],
    ['/v1/sheets?fiscalYear=H25', 400, 'invalid-parameter', 'fiscalYear'],
    ['/v1/sheets?publisher=', 400, 'invalid-parameter', 'publisher'],
    ['/v1/sheets?publisher=mie&publisher=gifu', 400, 'invalid-parameter', 'publisher'],
    ['/v1/indicators?level=top', 400, 'invalid-parameter', 'level'],
    ['/v1/documents?status=done', 400, 'invalid-parameter', 'status'],
    ['/v1/sheets?limit=0', 400, 'invalid-parameter', 'limit'],
    ['/v1/sheets?limit=201', 400, 'invalid-parameter', 'limit'],
    ['/v1/sheets?cursor=abc', 400, 'invalid-cursor', 'cursor'],
    ['/v1/sheets/mie-1999-kinkyu-1', 404, 'not-found', undefined],
    ['/v1/sheets/mie-1999-kinkyu-1/pdf', 404, 'not-found', undefined],
    ['/v1/sheets/mie-1999-kinkyu-1/revisions', 404, 'not-found', undefined],
    ['/v1/sheets/mie-2014-kinkyu-8/revisions/0', 404, 'not-found', undefined],
    [`/v1/documents/${'0'.repeat(64)}`, 404, 'not-found', undefined],
    ['/v1/nothing', 404, 'not-found', undefined],
  ] as const)('%s is %i %s', async ([path, status, code, parameter]) => {
    const answer = await world.get(path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    const problem = (await answer.json()) as { parameter?: string; detail: string };
    expect(problem).toMatchObject({ type: 'about:blank', status, code });
    expect(problem.parameter).toBe(parameter);
    expect(problem.detail).toMatch(/\.$|: /);
  });

  test('a cursor is good for its own list only, and only unchanged', async () => {
    const { nextCursor } = await world.json('/v1/sheets?limit=2');
    const place = Buffer.from(nextCursor, 'base64url').toString().replace('2013', '2014');
    for (const path of [
      `/v1/sheets?fiscalYear=2013&cursor=${nextCursor}`,
      `/v1/indicators?cursor=${nextCursor}`,
      `/v1/sheets?cursor=${nextCursor.slice(0, -1)}`,
      `/v1/sheets?cursor=${Buffer.from(place).toString('base64url')}`,
    ]) {
      expect(await (await world.get(path)).json()).toMatchObject({ code: 'invalid-cursor' });
    }
    expect((await world.get(`/v1/sheets?limit=5&cursor=${nextCursor}`)).status).toBe(200);
  });

  test('a method that is none is 405 with those that are', async () => {
    for (const path of ['/v1/sheets', '/v1/sheets/mie-2014-kinkyu-8', '/v1/openapi.json']) {
      const answer = await world.app.request(path, { method: 'DELETE' });
      expect(answer.status).toBe(405);
      expect(answer.headers.get('allow')).toBe('GET, HEAD');
      expect(await answer.json()).toMatchObject({ code: 'method-not-allowed' });
    }
    expect((await world.app.request('/v1/sheets', { method: 'HEAD' })).status).toBe(200);
  });
});

test('health', async () => {
  expect(await world.json('/v1/health')).toMatchObject({ status: 'ok', schemaVersion: 1 });
});
