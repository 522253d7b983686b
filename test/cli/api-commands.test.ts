import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Library, openLibrary } from '../query/library.ts';

const SHISAKU = fileURLToPath(new URL('../../cli/shisaku.js', import.meta.url));

let library: Library;
let server: Server;
let api: string;
let lastToken: string | undefined;
beforeAll(async () => {
  library = await openLibrary(10);
  const answer = getRequestListener(library.app.fetch);
  server = createServer((request, response) => {
    lastToken = request.headers.authorization;
    return answer(request, response);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 60_000);
afterAll(async () => {
  server.close();
  await library.close();
});

function start(...args: string[]): ChildProcess {
  return spawn(process.execPath, [SHISAKU, ...args], { env: { ...process.env, SHISAKU_API: api } });
}

async function shisaku(...args: string[]) {
  const child = start(...args);
  const said = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    said.stdout += text;
  });
  child.stderr?.on('data', (text) => {
    said.stderr += text;
  });
  const [code] = await once(child, 'close');
  return { ...said, code };
}

test('get prints the answer of the API, whatever the id is of', async () => {
  const [document] = (await library.json('/v1/documents')).items;
  const [series] = (await library.json('/v1/series')).items;
  for (const [id, path] of [
    ['shiomi-2012-kinkyu-2', '/v1/sheets/shiomi-2012-kinkyu-2'],
    [document.sha256, `/v1/documents/${document.sha256}`],
    [series.id, `/v1/series/${series.id}`],
  ]) {
    const { stdout, stderr, code } = await shisaku('get', id, '--token', 'a.b.c');
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toEqual(await library.json(path));
    expect(lastToken).toBe('Bearer a.b.c');
  }
});

test('search prints a page, or all of them', async () => {
  const args = ['search', '避難', '--fiscal-year', '2015', '--limit', '2'];
  const path = `/v1/search?q=${encodeURIComponent('避難')}&fiscalYear=2015`;
  expect(JSON.parse((await shisaku(...args)).stdout)).toEqual(
    await library.json(`${path}&limit=2`),
  );
  const all = await library.json(`${path}&limit=200`);
  expect(all.items.length).toBeGreaterThan(2);
  expect(JSON.parse((await shisaku(...args, '--all')).stdout)).toEqual(all);
});

test('export streams what the API sends', async () => {
  const text = async (query: string) =>
    (await library.app.request(`/v1/observations?${query}`)).text();
  const csv = await shisaku('export', '--program', 'kinkyu');
  expect([csv.code, csv.stdout]).toEqual([0, await text('format=csv&program=kinkyu')]);
  const ndjson = await shisaku('export', '--format', 'ndjson', '--sheet', 'shiomi-2012-kinkyu-2');
  expect(ndjson.stdout).toBe(await text('format=ndjson&sheet=shiomi-2012-kinkyu-2'));
});

test('a reader that leaves early is no fault', async () => {
  const child = start('export');
  child.stdout?.once('data', () => child.stdout?.destroy());
  let stderr = '';
  child.stderr?.on('data', (text) => {
    stderr += text;
  });
  const [code] = await once(child, 'close');
  expect([code, stderr]).toEqual([0, '']);
});

test.for([
  [
    ['get', 'shiomi-1999-kinkyu-1'],
    2,
    /^error: not-found: There is no sheet shiomi-1999-kinkyu-1\.\n$/,
  ],
  [['export', '--sheet', 'nope'], 2, /^error: not-found: There is no sheet nope\.\n$/],
  [
    ['export', '--fiscal-year', 'H25'],
    2,
    /^error: invalid-parameter: fiscalYear: a year of four digits\n$/,
  ],
  [
    ['sheets', '--publisher', '無名市', '--lang', 'ja'],
    2,
    /^error: invalid-parameter: 「publisher」：「無名市」はありません。あるのは .*shiomi.* です。\n$/,
  ],
  [['export', '--format', 'docx'], 2, /^error: usage: /],
  [['search', 'x', '--api', 'nowhere'], 2, /^error: invalid-url: /],
  [['get', 'x', '--api', 'http://127.0.0.1:59'], 1, /^error: failed: .*ECONNREFUSED.*npm start\n$/],
] as const)('%o exits with %i and says why', async ([args, exit, why]) => {
  const { stdout, stderr, code } = await shisaku(...args);
  expect([stdout, code]).toEqual(['', exit]);
  expect(stderr).toMatch(why);
});
