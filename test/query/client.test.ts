import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { transformSync } from 'esbuild';
import { generateApi } from 'swagger-typescript-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Library, openLibrary } from './library.ts';

let library: Library;
let server: Server;
let api: string;
let folder: string;
beforeAll(async () => {
  library = await openLibrary(6);
  server = createServer(getRequestListener((request) => library.app.fetch(request)));
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = mkdtempSync(join(tmpdir(), 'shisaku-client-'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const said = JSON.parse(await (await library.app.request('/v1/openapi.json')).text());
  await generateApi({ spec: said, output: folder, fileName: 'client.ts', silent: true });
}, 120_000);
afterAll(async () => {
  server.close();
  rmSync(folder, { recursive: true });
  await library.close();
});

/** Errors of the compiler over these lines behind the generated client; none where they are right. */
function compiled(lines: string): string {
  const file = join(folder, 'use.ts');
  writeFileSync(file, `import { Api } from './client.ts';\nconst api = new Api();\n${lines}\n`);
  const options = ['--noEmit', '--strict', '--target', 'esnext', '--module', 'nodenext'];
  const how = ['--ignoreConfig', '--skipLibCheck', '--allowImportingTsExtensions'];
  try {
    execFileSync(join('node_modules', '.bin', 'tsc'), [...options, ...how, file]);
    return '';
  } catch (error) {
    return String((error as { stdout: Buffer }).stdout);
  }
}

test('a client that is generated from the OpenAPI document compiles, and knows what answers hold', () => {
  const right = `const { data } = await api.v1.listSheets({ publisher: 'shiomi', fiscalYear: 2013 });
export const titles: string[] = data.items.map((sheet) => sheet.title);
export const next: string | null = data.nextCursor;
export const value: number | null = (await api.v1.getSheet('id')).data.indicators[0]!.values[0]!.value;`;
  expect(compiled(right)).toBe('');
  expect(compiled('api.v1.listSheets({ fiscalYear: 2013, nobody: 1 });')).toContain('nobody');
  expect(compiled('(await api.v1.listSheets({})).data.item;')).toContain("'item'");
});

test('it asks and is answered, and a refusal is a problem', async () => {
  const { code } = transformSync(readFileSync(join(folder, 'client.ts'), 'utf8'), { loader: 'ts' });
  const file = join(folder, 'client.mjs');
  writeFileSync(file, code);
  const { Api } = await import(file);
  const { v1 } = new Api({ baseUrl: api });
  const { data } = await v1.listSheets({ limit: 2 });
  expect(data.items).toHaveLength(2);
  const sheet = await v1.getSheet(data.items[0].id);
  expect(sheet.data.title).toBe(data.items[0].title);
  await expect(v1.getSheet('nobody-2013')).rejects.toMatchObject({
    status: 404,
    error: { code: expect.any(String) },
  });
});
