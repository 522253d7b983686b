import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockData } from '../../cli/stack/data-lock.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shisaku-lock-'));
});
afterEach(() => rm(dir, { recursive: true }));

const inUse = expect.objectContaining({ code: 'data-in-use' });

test('is held by one at a time', async () => {
  const unlock = await lockData(dir);
  await expect(lockData(dir)).rejects.toThrow(inUse);
  await unlock();
  await (await lockData(dir))();
  expect(await readdir(dir)).toEqual([]);
});

test('of a process that runs is respected, of one that is gone taken over', async () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await writeFile(join(dir, 'lock'), String(other.pid));
  await expect(lockData(dir)).rejects.toThrow(`process ${other.pid}`);
  other.kill();
  await once(other, 'exit');
  await (await lockData(dir))();
});

test('with a number that this process has by chance is taken over', async () => {
  await writeFile(join(dir, 'lock'), String(process.pid));
  await (await lockData(dir))();
});
