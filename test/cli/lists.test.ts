import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { IndicatorRow } from '../../lambdas/query/schemas/indicator-row.ts';
import { Observation } from '../../lambdas/query/schemas/observation.ts';
import { SeriesRow } from '../../lambdas/query/schemas/series-row.ts';
import { listColumnsOf } from '../../lambdas/query/tables/columns.ts';
import { differing, openDuckDb, readInto, rowsInto } from '../exports/read-back.ts';
import { type Library, openLibrary } from '../query/library.ts';

const SHISAKU = fileURLToPath(new URL('../../cli/shisaku.js', import.meta.url));

let library: Library;
let server: Server;
let api: string;
let dir: string;
beforeAll(async () => {
  library = await openLibrary(10);
  server = createServer(getRequestListener(library.app.fetch));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  dir = await mkdtemp(join(tmpdir(), 'shisaku-lists-'));
}, 240_000);
afterAll(async () => {
  server.close();
  await library.close();
  await rm(dir, { recursive: true });
});

async function shisaku(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [SHISAKU, ...args], {
    env: { ...process.env, LANG: 'C', LC_ALL: '', SHISAKU_API: api, ...env },
  });
  const told = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    told.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    told.stderr += text;
  });
  const [code] = await once(child, 'close');
  return { ...told, code };
}

describe('a list', () => {
  test('is a table for people, and what the API says for programs', async () => {
    const { stdout, stderr, code } = await shisaku(['sheets', '--table', '--limit', '3']);
    const [header, rule, ...rows] = stdout.trimEnd().split('\n');
    expect([code, rows.length]).toEqual([0, 3]);
    expect(header).toMatch(/^id +fiscalYear +title +department +grade$/);
    expect(rule).toMatch(/^[- ]+$/);
    expect(rows[0]).toMatch(/^shiomi-2012-kinkyu-2 +2012 /);
    expect(stderr).toContain('--all');
    const json = await shisaku(['sheets', '--json', '--limit', '3']);
    expect(JSON.parse(json.stdout)).toEqual(await library.json('/v1/sheets?limit=3'));
    expect((await shisaku(['sheets', '--limit', '3'])).stdout).toBe(json.stdout);
  });

  test.for([
    'series',
    'indicators',
    'documents',
    'findings',
    'changes',
    'initiatives',
    'observations',
  ])('%s has rows and examples that run', async (list) => {
    const { stdout, code } = await shisaku([list, '--table']);
    expect([code, stdout.split('\n').length]).toEqual([0, expect.any(Number)]);
    expect(stdout.split('\n').length).toBeGreaterThan(3);
    expect((await shisaku([list, '--help'])).stdout).toMatch(/Examples:\n {2}npm run -s shisaku/);
  });

  test('speaks Japanese where the environment does, or as --lang says', async () => {
    const table = await shisaku(['sheets', '--table'], { LANG: 'ja_JP.UTF-8' });
    expect(table.stdout).toMatch(/^ID +年度 +名前 +主担当部局 +進展度/);
    const help = await shisaku(['sheets', '--help', '--lang', 'ja']);
    expect(help.stdout).toContain('使い方:');
    expect(help.stdout).toContain('シートを一行ずつ表示する');
    expect((await shisaku(['--help'], { LANG: 'ja_JP.UTF-8' })).stdout).toContain('コマンド:');
    expect(
      (await shisaku(['sheets', '--help', '--lang', 'en'], { LANG: 'ja_JP.UTF-8' })).stdout,
    ).toContain('Usage:');
  });
});

test('a refusal says what to do next', async () => {
  const file = join(dir, 'picture.pdf');
  await writeFile(file, await readFile('test/fixtures/picture-only.pdf'));
  const { stderr, code } = await shisaku(['parse', '--no-ocr', file, '--lang', 'ja']);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^error: no-text: .*\n→ .*OCR/);
  const list = await shisaku(['export', 'nothing']);
  expect([list.code, list.stderr]).toEqual([2, expect.stringContaining('unknown-list')]);
});

test('one file of SQLite is narrowed as far as its lists can be, and says which cannot', async () => {
  const file = join(dir, 'narrowed.db');
  const to = ['export', '--format', 'sqlite', '--output', file];
  const { code, stderr } = await shisaku([...to, '--fiscal-year', '2013', '--met', 'false']);
  expect([code, stderr]).toEqual([
    0,
    expect.stringMatching(/^Not narrowed by fiscalYear: .*series/m),
  ]);
  const database = new DatabaseSync(file, { readOnly: true });
  const only = (sql: string) => Object.values(database.prepare(sql).get() ?? {});
  expect(only('SELECT min(fiscalYear), max(fiscalYear) FROM sheets')).toEqual([2013, 2013]);
  expect(only('SELECT min(met), max(met) FROM indicators')).toEqual([0, 0]);
  database.close();
  for (const [option, value] of [
    ['--status', 'nonsense'],
    ['--shape', 'wide'],
  ] as const) {
    const refused = await shisaku([...to, option, value]);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('unknown-filter')]);
  }
  const facets = await shisaku(['export', 'facets', '--format', 'json']);
  expect(JSON.parse(facets.stdout)).toMatchObject({ of: 'sheets', by: 'fiscalYear' });
});

test('one file of SQLite has the rows of the lists, documents its columns and finds words', async () => {
  const file = join(dir, 'all.db');
  expect(await shisaku(['export', '--format', 'sqlite', '--output', file])).toMatchObject({
    code: 0,
  });
  const database = new DatabaseSync(file, { readOnly: true });
  const duckDb = await openDuckDb();
  try {
    for (const [list, columns] of [
      ['observations', listColumnsOf(Observation)],
      ['series', listColumnsOf(SeriesRow)],
      ['indicators', listColumnsOf(IndicatorRow)],
    ] as const) {
      const csv = join(dir, `${list}.csv`);
      const { code } = await shisaku(['export', list, '--output', csv]);
      expect(code).toBe(0);
      await readInto(duckDb, 'csv', { table: `${list} csv`, columns, file: csv });
      const booleans = columns.filter(({ type }) => type === 'boolean').map(({ name }) => name);
      const rows = database
        .prepare(`SELECT * FROM "${list}"`)
        .all()
        .map((row) => ({
          ...row,
          ...Object.fromEntries(
            booleans.map((name) => [name, row[name] === null ? null : Boolean(row[name])]),
          ),
        }));
      expect(rows.length).toBeGreaterThan(20);
      const table = `${list} sqlite`;
      await rowsInto(duckDb, rows, { table, columns, file: join(dir, `${list}.ndjson`) });
      expect([list, await differing(duckDb, `${list} csv`, table)]).toEqual([list, []]);
    }
    const documented = database
      .prepare(`SELECT count(*) AS n FROM columns WHERE title = column_name`)
      .get();
    expect(documented).toEqual({ n: 0 });
    const schema = database.prepare(`SELECT sql FROM sqlite_schema WHERE name = 'series'`).get();
    expect(schema?.['sql']).toContain('-- 目標値:');
    const found = database
      .prepare(`SELECT text FROM initiatives_fts WHERE initiatives_fts MATCH '図書館' LIMIT 3`)
      .all();
    expect(found.length).toBeGreaterThan(0);
    // As Datasette looks for a table's search, and for what its cells lead to.
    const searches = database
      .prepare(
        `SELECT name FROM sqlite_schema WHERE rootpage = 0 AND sql LIKE '%VIRTUAL TABLE%USING FTS%content="initiatives"%'`,
      )
      .all();
    expect(searches).toEqual([{ name: 'initiatives_fts' }]);
    expect(database.prepare('PRAGMA foreign_key_list(observations)').all()).toEqual([
      expect.objectContaining({ table: 'publishers', from: 'publisher', to: 'publisher' }),
      expect.objectContaining({ table: 'sheets', from: 'sheet', to: 'id' }),
    ]);
    expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
  } finally {
    database.close();
    duckDb.closeSync();
  }
});
