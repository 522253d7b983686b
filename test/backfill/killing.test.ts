import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { killedBackfill, randomFrom } from './killing.ts';
import { openPlace } from './places.ts';

let dir: string;
let folder: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shisaku-kill-'));
  folder = join(dir, 'in');
  await mkdir(folder);
  const samples = [
    'book-2015',
    'shiomi-2012-kinkyu-2',
    'shiomi-2014-kyoso-5',
    'shioiri-2013-jimu-0312',
  ];
  for (const name of samples) await copyFile(`samples/${name}.pdf`, join(folder, `${name}.pdf`));
  await copyFile('samples/shiomi-2014-kyoso-5.pdf', join(folder, 'もう一度.pdf'));
  await copyFile('test/fixtures/truncated.pdf', join(folder, '途中まで.pdf'));
});
afterAll(() => rm(dir, { recursive: true }));

test.each([
  ['sqlite', 3],
  ['dynamodb', 1],
] as const)(
  'over %s, killed again and again and resumed, it ends where an uninterrupted run does',
  async (adapter, times) => {
    await using whole = await openPlace(adapter, join(dir, adapter, 'whole'));
    const { code, stdout, stderr } = await whole.backfill(folder).ended;
    expect(code, stderr).toBe(0);
    await using killed = await openPlace(adapter, join(dir, adapter, 'killed'));
    const ended = await killedBackfill(folder, killed, times, randomFrom(20140701));
    expect(ended.kills).toBeGreaterThan(0);
    expect(ended.stdout).toBe(stdout);
    expect(await killed.state()).toEqual(await whole.state());
  },
  240_000,
);
