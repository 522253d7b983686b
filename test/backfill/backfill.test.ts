import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FileAccount } from '../../cli/backfill/account.ts';
import { dryRunAll } from '../../cli/backfill/dry-run.ts';
import { filesUnder } from '../../cli/backfill/sources.ts';
import { uploadAll } from '../../cli/backfill/upload.ts';
import { withStack, withStore } from '../../cli/local.ts';
import { checkReport, writeReport } from '../../cli/report.ts';
import { discoverEndpoints } from '../../cli/stack/endpoint-discovery.ts';
import { readPdf } from '../../lambdas/reader/read.ts';
import { type Expected, LIMITS, makeBad, makeSheets } from './folder.ts';
import { shisaku } from './shisaku.ts';
import { startAt, stateOf } from './state.ts';

let dir: string;
let folder: string;
let expected: Expected;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shisaku-backfill-'));
  folder = join(dir, 'in');
  const bad = await makeBad(join(folder, 'bad'));
  const inBad = Object.entries(bad).map(([name, outcome]) => [join('bad', name), outcome]);
  expected = { ...Object.fromEntries(inBad), ...(await makeSheets(folder)) };
});
afterAll(() => rm(dir, { recursive: true }));

const AGAIN: Record<string, string> = { created: 'unchanged', revised: 'unchanged' };
const repeated = () =>
  Object.fromEntries(Object.entries(expected).map(([path, one]) => [path, AGAIN[one] ?? one]));

const unwanted = () => Promise.reject(new Error('nothing is to be uploaded'));

interface Report {
  files: FileAccount[];
  counts: Record<string, number>;
}

async function outcomesOf(accounts: Iterable<FileAccount> | AsyncIterable<FileAccount>) {
  const told = ({ path, outcome, code }: FileAccount) => [
    path.slice(folder.length + 1),
    code === null ? outcome : `${outcome}: ${code}`,
  ];
  return Object.fromEntries(await Array.fromAsync(accounts, told));
}

/** Runs it over the folder and tells each file's outcome as the report has it. */
async function backfill(...options: string[]) {
  const report = join(dir, 'report.json');
  const run = shisaku(['backfill', folder, '--report', report, ...options], LIMITS);
  const ended = await run.ended;
  const { files, counts }: Report = JSON.parse(await readFile(report, 'utf8'));
  const outcomes = await outcomesOf(files);
  const sum = Object.values(counts).reduce((a, b) => a + b);
  return { ...ended, outcomes, files, seen: [files.length, sum] };
}

test('every file has its outcome: foretold, come true, and after a restart nothing is done twice', {
  timeout: 240_000,
}, async () => {
  const data = join(dir, 'data');
  const all = Object.keys(expected).length;

  const foretold = await backfill('--data', data, '--dry-run');
  expect(foretold.outcomes).toEqual(expected);
  await expect(stat(data)).rejects.toThrow('ENOENT');

  const first = await backfill('--data', data);
  expect(first.outcomes).toEqual(expected);
  expect(first.seen).toEqual([all, all]);
  // lost.pdf failed
  expect(first.code).toBe(1);
  expect(first.stdout).toMatch(new RegExp(`^${all} files: 7 created, 1 revised, 3 unchanged, `));
  const told = first.stderr.trim().split('\n');
  expect(told).toHaveLength(all + 1);
  expect(told.at(-1)).toMatch(/^findings: wrong \d+.* → npm run -s shisaku -- findings$/);

  const objects = () => readdir(join(data, 's3', 'buckets', 'sheets', 'objects'));
  const before = await objects();
  const resumed = await backfill('--data', data, '--resume');
  expect(resumed.files).toEqual(first.files);

  const stack = await startAt(data);
  try {
    const state = await stateOf(stack);
    const where = { api: stack.apiUrl, log: () => {} };
    const files = await filesUnder([folder]);
    const how = { width: 4, maxBytes: 3_000_000, readPdf, stop: new AbortController().signal };
    const later = await withStore(where, (store) => outcomesOf(dryRunAll(files, store, how)));
    expect(later).toEqual(repeated());
    const again = await withStack(where, (local) =>
      outcomesOf(uploadAll(files, { ...local, put: unwanted }, { ...how, resume: false })),
    );
    // This process reads larger files; that one the stack was never given.
    expect(again).toEqual({ ...repeated(), 'bad/large.pdf': 'failed: stack-error' });
    expect(await stateOf(stack)).toEqual(state);
    const reparsed = await shisaku(['reparse', '--api', stack.apiUrl], LIMITS).ended;
    expect(reparsed.code).toBe(0);
    // What a limit refused is tried again: this stack takes longer documents.
    expect(reparsed.stdout).toMatch(/^backfill\/\S+\/long\.pdf: now empty-document\n/);
    expect(reparsed.stdout).toContain(
      '\n22 objects: 1 changed, 2 unchanged, 17 current, 2 skipped\n' +
        '  2 skipped: another-key (the same PDF stands under another key and is told there)\n',
    );
  } finally {
    await stack.close();
  }
  expect(await objects()).toEqual(before);
});

test('two runs at once are one; of two PDFs of a sheet the one saved last is current', {
  timeout: 120_000,
}, async () => {
  const stack = await startAt(join(dir, 'running'));
  try {
    const names = ['shiomi-2012-kinkyu-2.pdf', '案.pdf', '確定版'];
    const sheets = names.map((name) => join(folder, name));
    const args = ['backfill', ...sheets, '--api', stack.apiUrl, '--concurrency', '2'];
    const runs = await Promise.all([shisaku(args).ended, shisaku(args).ended]);
    for (const { code, stderr } of runs) expect(code, stderr).toBe(0);
    const state = JSON.stringify(await stateOf(stack));
    expect(state.match(/"current":(true|false)/g)).toEqual(['"current":true', '"current":false']);
    expect(await (await fetch(`${stack.apiUrl}/v1/sheets`)).json()).toMatchObject({
      items: [{ title: '雨に強い流域をつくる' }],
    });
  } finally {
    await stack.close();
  }
});

test('a CSV report is no spreadsheet’s program', async () => {
  const report = join(dir, 'report.csv');
  const paths = ['=SUM(A1).PDF', '+1+cmd', '+1', '-1', '@x', '\tx', 'a,"b"'];
  const rows = paths.map((path) => ({ path }));
  await writeReport(report, {}, ['path'], rows);
  expect((await readFile(report, 'utf8')).split('\r\n')).toEqual([
    'path',
    "'=SUM(A1).PDF",
    "'+1+cmd",
    '+1',
    '-1',
    "'@x",
    "'\tx",
    '"a,""b"""',
    '',
  ]);
});

test('Ctrl-C leaves every file accounted for, and says how to go on', {
  timeout: 120_000,
}, async () => {
  const report = join(dir, 'broken-off.json');
  const args = ['backfill', folder, '--data', join(dir, 'broken'), '--report', report];
  const { child, said, ended } = shisaku([...args, '--concurrency', '2'], LIMITS);
  await expect.poll(() => said.stderr, { timeout: 50_000 }).toContain(' created ');
  child.kill('SIGINT');
  const { code, stderr } = await ended;
  expect(code).toBe(130);
  expect(stderr).toContain('--resume');
  const { files, counts }: Report = JSON.parse(await readFile(report, 'utf8'));
  expect(files).toHaveLength(Object.keys(expected).length);
  expect(counts['failed']).toBeGreaterThan(1);
});

test('what cannot be done is refused before anything is', async () => {
  const other = createServer((_, response) => response.end('hello'));
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const code = (code: string) => expect.objectContaining({ code });
  await expect(filesUnder([join(dir, 'nowhere')])).rejects.toThrow(code('file-not-found'));
  await expect(checkReport(join(dir, 'report.xls'))).rejects.toThrow(code('report-format'));
  await expect(checkReport(join(dir, 'no', 'a.csv'))).rejects.toThrow(code('report-not-writable'));
  await expect(discoverEndpoints(`http://127.0.0.1:${port}`)).rejects.toThrow(
    code('not-a-local-stack'),
  );
  other.close();

  const away = withStack({ api: 'http://127.0.0.1:1', log: () => {} }, async () => 'never');
  await expect(away).rejects.toThrow('Nothing answers at ');
});
