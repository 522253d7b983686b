import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { killedBackfill, randomFrom } from './killing.ts';
import { shisaku } from './shisaku.ts';
import { stateAt } from './state.ts';

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

test('killed again and again and resumed, it ends where an uninterrupted run does', {
  timeout: 240_000,
}, async () => {
  const whole = join(dir, 'whole');
  const { code, stdout } = await shisaku(['backfill', folder, '--data', whole]).ended;
  expect(code).toBe(0);
  const killed = join(dir, 'killed');
  const ended = await killedBackfill(folder, killed, 3, randomFrom(20140701));
  expect(ended.kills).toBeGreaterThan(0);
  expect(ended.stdout).toBe(stdout);
  expect(await stateAt(killed)).toEqual(await stateAt(whole));
});
