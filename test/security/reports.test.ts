import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeReport } from '../../cli/report.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shisaku-reports-'));
});
afterAll(() => rm(dir, { recursive: true }));

it('a report names files so that no spreadsheet runs their names', async () => {
  const names = [
    '=HYPERLINK("http://x").pdf',
    '+1.pdf',
    '-1.pdf',
    '@SUM(1).pdf',
    '＝1.pdf',
    '\t=1.pdf',
  ];
  const file = join(dir, 'report.csv');
  await writeReport(
    file,
    {},
    ['path'],
    [...names, 'a.pdf'].map((path) => ({ path })),
  );
  const rows = parse(await readFile(file, 'utf8'), { from: 2 });
  expect(rows.flat()).toEqual([...names.map((name) => `'${name}`), 'a.pdf']);
});
