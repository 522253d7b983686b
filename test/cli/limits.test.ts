import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { shisaku } from '../backfill/shisaku.ts';
import { startStackProcess } from '../faults/stack-process.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shisaku-limits-'));
});
afterEach(() => rm(dir, { recursive: true }));

const FILES = ['samples/shiomi-2012-kinkyu-2.pdf', 'samples/shiomi-2014-kyoso-5.pdf'];
/** The first file is larger than this, the second of more pages. */
const STRICT = { SHISAKU_MAX_PAGES: '1', SHISAKU_MAX_BYTES: '100000' };

async function outcomes(...args: string[]): Promise<string[]> {
  const report = join(dir, 'report.json');
  const { stderr } = await shisaku(['backfill', ...FILES, '--report', report, ...args]).ended;
  expect(stderr).not.toContain('error: ');
  const { files } = JSON.parse(await readFile(report, 'utf8'));
  return files.map(({ path, outcome, code }: Record<string, string>) => [path, outcome, code]);
}

test('what a running stack would do is told by its bounds, and reparse reads within them', {
  timeout: 120_000,
}, async () => {
  const data = join(dir, 'data');
  const strict = await startStackProcess(data, { env: STRICT });
  const foretold = await outcomes('--api', strict.url(''), '--dry-run');
  expect(foretold.toSorted()).toEqual([
    [FILES[0], 'rejected', 'too-large'],
    [FILES[1], 'rejected', 'too-many-pages'],
  ]);
  expect(await outcomes('--api', strict.url(''))).toEqual(foretold);
  await strict.stop();

  const patient = await startStackProcess(data);
  const { stdout } = await shisaku(['reparse', '--api', patient.url('')], STRICT).ended;
  expect(stdout).toMatch(/^1 object: 1 changed$/m);
  await patient.stop();
});
