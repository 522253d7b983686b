import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openUniverse, pdf, sha256, type World } from '../ingest/world.ts';
import { makeSheet, type Said } from '../store/make-record.ts';
import { pagesOf } from './pages.ts';

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
  const { revision, sha256, file, updatedAt, ...record } = await world.json(
    '/v1/sheets/shiomi-2014-kinkyu-8',
  );
  expect(record).toEqual(makeSheet(sheets[11]));
  const content = createHash('sha256').update(book).digest('hex');
  expect({ sha256, file }).toEqual({ sha256: content, file: '冊子 2014.pdf' });
  expect(Date.parse(updatedAt)).toBeLessThanOrEqual(Date.now());
  expect(await world.json(`/v1/sheets/shiomi-2014-kinkyu-8/revisions/${revision}`)).toEqual({
    ...record,
    revision,
    sha256,
    file,
    updatedAt,
  });
});

describe('lists', () => {
  test('are in the order of years, publishers, programs and numbers', async () => {
    const order = [...sheets.slice(0, 11), sheets[13], sheets[11], sheets[12]];
    expect(await idsAt('/v1/sheets')).toEqual(order.map((said) => idOf(said ?? {})));
  });

  test.for([
    ['fiscalYear=2014', 3],
    ['fiscalYear=2014&publisher=shiomi', 2],
    ['fiscalYear=2014&publisher=shiomi&program=kyoso', 1],
    ['publisher=gifu', 1],
    ['program=kinkyu&grade=A', 1],
    [`department=${encodeURIComponent('環境生活部')}`, 1],
    ['fiscalYear=2012', 0],
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

  test.for(['/v1/sheets?program=kinkyu', '/v1/indicators?publisher=shiomi', '/v1/documents?'])(
    '%s comes whole in pages of any size',
    async (path) => {
      const all = (await world.json(`${path}&limit=200`)).items;
      for (const limit of [1, 2, 3, all.length]) {
        const pages = await Array.fromAsync(pagesOf(world.json, path, limit));
        expect(pages.flat()).toEqual(all);
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
  const answer = await world.get('/v1/sheets/shiomi-2014-kinkyu-8/pdf');
  expect(answer.status).toBe(303);
  const original = await fetch(answer.headers.get('location') ?? '');
  expect(await original.text()).toBe(book);
});

test('a HEAD of the PDF is led to its size and type', async () => {
  const server = createServer(getRequestListener(world.app.fetch)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/v1/sheets/shiomi-2014-kinkyu-8/pdf`;
  const answer = await fetch(url, { method: 'HEAD' });
  expect([answer.redirected, answer.status]).toEqual([true, 200]);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(answer.headers.get('content-length')).toBe(String(Buffer.byteLength(book)));
  server.close();
});

test('health', async () => {
  expect(await world.json('/v1/health')).toMatchObject({ status: 'ok', schemaVersion: 1 });
});
