import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it, test } from 'vitest';
import { csvOf } from '../../cli/tables.ts';
import type { InspectedPage } from '../../parsers/layout/inspection.ts';
import { shisaku } from '../backfill/shisaku.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shisaku-tables-'));
});
afterAll(() => rm(dir, { recursive: true }));

const cell = (row: number, col: number, text: string, rowSpan = 1, colSpan = 1) => ({
  ...{ row, col, rowSpan, colSpan, text },
  box: [0, 0, 1, 1] as [number, number, number, number],
});

it('quotes what RFC 4180 quotes, keeps lines, and leaves the rest of a merged cell empty', () => {
  const cells = [
    cell(0, 0, '目標\n値', 2),
    cell(0, 1, '1,234', 1, 2),
    cell(1, 1, '=1+1'),
    cell(1, 2, '「"a"」'),
  ];
  const text = csvOf({ box: [0, 0, 1, 1], ruled: true, cells });
  expect(text).toBe(`"目標\n値","1,234",\r\n,'=1+1,"「""a""」"\r\n`);
  expect(parse(text)).toEqual([
    ['目標\n値', '1,234', ''],
    ['', "'=1+1", '「"a"」'],
  ]);
});

test('inspect --csv writes every table, cell for cell what it prints', async () => {
  const folder = join(dir, 'new', 'tables');
  const args = ['inspect', 'samples/shiomi-2012-kinkyu-2.pdf', '--csv', folder];
  const { code, stdout, stderr } = await shisaku(args).ended;
  expect(code).toBe(0);
  const { pages } = JSON.parse(stdout) as { pages: InspectedPage[] };
  const tables = pages.flatMap(({ page, tables }) =>
    tables.map((table, n) => ({ name: `page-${page}-table-${n + 1}.csv`, table })),
  );
  expect(tables.length).toBeGreaterThan(3);
  expect((await readdir(folder)).sort()).toEqual(tables.map(({ name }) => name).sort());
  expect(stderr).toContain(`${tables.length} tables`);
  for (const { name, table } of tables) {
    const rows: string[][] = parse(await readFile(join(folder, name), 'utf8'));
    for (const { row, col, text } of table.cells) expect(rows[row]?.[col], name).toBe(text);
    const written = rows.flat().filter((text) => text !== '');
    expect(written).toHaveLength(table.cells.filter(({ text }) => text !== '').length);
  }
});

test('a folder that cannot be made is refused', async () => {
  const args = ['inspect', 'samples/shiomi-2012-kinkyu-2.pdf', '--csv', 'README.md/tables'];
  const { code, stdout, stderr } = await shisaku(args).ended;
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^error: csv-not-writable: /);
});
