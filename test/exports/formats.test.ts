import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { IndicatorRow } from '../../lambdas/query/schemas/indicator-row.ts';
import { Observation } from '../../lambdas/query/schemas/observation.ts';
import { SeriesRow } from '../../lambdas/query/schemas/series-row.ts';
import { type ListColumn, listColumnsOf } from '../../lambdas/query/tables/columns.ts';
import { isNamed } from '../../lambdas/query/tables/names-ja.ts';
import { type Library, openLibrary } from '../query/library.ts';
import { differing, openDuckDb, readInto, rowsInto, rowsOfWorkbook } from './read-back.ts';

let library: Library;
let dir: string;
let duckDb: DuckDBConnection;
beforeAll(async () => {
  library = await openLibrary(12);
  dir = await mkdtemp(join(tmpdir(), 'shisaku-formats-'));
  duckDb = await openDuckDb();
}, 240_000);
afterAll(async () => {
  duckDb.closeSync();
  await rm(dir, { recursive: true });
  await library.close();
});

const ORIGIN = 'http://localhost';

async function bytesOf(path: string): Promise<Uint8Array> {
  const answer = await library.app.request(ORIGIN + path);
  expect([path, answer.status]).toEqual([path, 200]);
  expect(answer.headers.get('etag')).toMatch(/^"[\w-]+"$/);
  return new Uint8Array(await answer.arrayBuffer());
}

describe.each([
  ['observations', listColumnsOf(Observation)],
  ['series', listColumnsOf(SeriesRow)],
  ['indicators', listColumnsOf(IndicatorRow)],
] as const)('%s', (list, columns: readonly ListColumn[]) => {
  test('has the same rows as CSV, NDJSON, Parquet and Excel, as DuckDB sees it', async () => {
    for (const format of ['csv', 'ndjson', 'parquet'] as const) {
      const file = join(dir, `${list}.${format}`);
      await writeFile(file, await bytesOf(`/v1/${list}?format=${format}`));
      const table = `${list} ${format}`;
      await readInto(duckDb, format === 'ndjson' ? 'json' : format, { table, columns, file });
    }
    // CSV alone puts an apostrophe before what a spreadsheet would run.
    for (const { name } of columns.filter(({ type }) => type === 'string')) {
      const bare = `regexp_replace("${name}", '^''([-=+@＋－])', '\\1')`;
      await duckDb.run(`UPDATE "${list} csv" SET "${name}" = ${bare}`);
    }
    const book = await bytesOf(`/v1/${list}?format=xlsx`);
    const table = `${list} xlsx`;
    const file = join(dir, `${list}.xlsx.ndjson`);
    await rowsInto(duckDb, await rowsOfWorkbook(book, columns, ORIGIN), { table, columns, file });

    const counted = await duckDb.runAndReadAll(`SELECT count(*)::INTEGER AS n FROM "${list} csv"`);
    expect(Number(counted.getRowObjects()[0]?.['n'])).toBeGreaterThan(20);
    for (const format of ['ndjson', 'parquet', 'xlsx']) {
      expect([format, await differing(duckDb, `${list} csv`, `${list} ${format}`)]).toEqual([
        format,
        [],
      ]);
    }
  });
});

test.each([
  'sheets',
  'documents',
  'indicators',
  'series',
  'initiatives',
  'observations',
  'search?q=図書館',
  'findings',
  'changes',
  'facets',
])('/v1/%s as a workbook names and explains each of its columns in Japanese', async (path) => {
  const query = path.includes('?') ? '&' : '?';
  const { sheets } = await readXlsx(await bytesOf(`/v1/${path}${query}format=xlsx`), {
    readStyles: true,
  });
  const [rows, explained] = sheets;
  const header = rows?.rows[0] ?? [];
  expect(new Set(header).size).toBe(header.length);
  expect(explained?.rows.slice(1).map(([title]) => title)).toEqual(header);
  for (const [, name, type, explanation] of explained?.rows.slice(1) ?? []) {
    expect([name, isNamed(String(name)), Boolean(type && explanation)]).toEqual([name, true, true]);
  }
  expect(rows?.freezePane).toMatchObject({ rows: 1 });
  const csv = new TextDecoder().decode(await bytesOf(`/v1/${path}${query}format=csv`));
  expect(
    explained?.rows
      .slice(1)
      .map(([, name]) => name)
      .join(),
  ).toBe(csv.split('\r\n')[0]);
});
