import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shisaku } from './shisaku.ts';
import { startAt } from './state.ts';

let dir: string;
let folder: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shisaku-publisher-'));
  folder = join(dir, 'sheets');
  await mkdir(folder);
  await copyFile('samples/shioiri-2013-jimu-0312.pdf', join(folder, '評価.pdf'));
});
afterAll(() => rm(dir, { recursive: true }));

test('backfill --publisher says whose the sheets are, also of files that were taken in before', async () => {
  const data = join(dir, 'data');
  const backfill = async (...options: string[]) =>
    (await shisaku(['backfill', folder, '--data', data, ...options]).ended).stdout;
  expect(await backfill()).toMatch('1 created');
  expect(await backfill('--publisher', '四日市市', '--dry-run')).toMatch('1 created');
  expect(await backfill('--publisher', '242021')).toMatch('1 created');
  expect(await backfill('--publisher', '24202')).toMatch('1 unchanged');
  const stack = await startAt(data);
  try {
    const list = async (name: string) =>
      (await (await fetch(`${stack.apiUrl}/v1/${name}`)).json()) as {
        items: Record<string, unknown>[];
      };
    expect((await list('sheets')).items.map(({ id }) => id)).toEqual(['242021-2013-jimu-0312']);
    expect((await list('documents')).items.map(({ keys }) => keys)).toEqual([
      [
        expect.stringMatching(/^backfill\/[0-9a-f]{64}\/評価\.pdf$/),
        expect.stringMatching(/^publisher=242021\/backfill\/[0-9a-f]{64}\/評価\.pdf$/),
      ],
    ]);
  } finally {
    await stack.close();
  }
}, 180_000);
