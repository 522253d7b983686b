import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { ReaderCrashed } from '../../lambdas/reader/crashed.ts';
import { sandboxBoundsOf } from '../../lambdas/reader/limits.ts';
import { sandboxedReader } from '../../lambdas/reader/sandbox.ts';
import { ALLOWED, HARMLESS, HOSTILE } from './hostile.ts';
import { endlessForms } from './pages.ts';
import { tryFile } from './trial.ts';

const sheet = new Uint8Array(readFileSync('samples/shiomi-2018-shisaku-326.pdf'));
const ended: readonly string[] = [...ALLOWED, ...HARMLESS, 'read'];

/** The ones that end soon; `npm run bounds` tries them all. */
const QUICK = [
  '3,000 pages',
  'content inflates to 3 GB of blanks',
  'a picture of 30,000 × 30,000 pixels without its data',
  'a JPEG of 30,000 × 30,000 pixels',
  'a page tree that contains itself',
  'arrays 100,000 deep around the contents',
  'dictionaries 100,000 deep in the resources',
  'two forms that draw each other',
  'cross-references that go round',
  'widths of 2,000,000,000 letters',
  'a letter that is drawn with itself',
];

it('hostile files end in a code, and a sheet is read beside each', async () => {
  const bounds = sandboxBoundsOf({ SHISAKU_TIMEOUT_MS: '10000' });
  const [read, serve] = [sandboxedReader(1, bounds), sandboxedReader(1, sandboxBoundsOf({}))];
  const chosen = HOSTILE.filter(({ name }) => QUICK.includes(name));
  expect(chosen).toHaveLength(QUICK.length);
  for (const { name, make } of chosen) {
    const [{ outcome, peak }, { sheets }] = await Promise.all([
      tryFile(read, make()),
      serve(sheet),
    ]);
    expect(ended, `${name}: ${outcome}`).toContain(outcome);
    expect(peak ?? 0, name).toBeLessThan(1024);
    expect(sheets).toHaveLength(1);
  }
}, 180_000);

it('a reading that takes more memory than its bound is too-large, and the next one is read', async () => {
  const { maxMemory, ...bounds } = sandboxBoundsOf({});
  const tight = sandboxedReader(1, { ...bounds, maxMemory: maxMemory / 8 });
  await expect(tight(sheet)).rejects.toMatchObject({ code: 'too-large' });
  const read = sandboxedReader(1, { ...bounds, maxMemory });
  expect((await read(sheet)).sheets).toHaveLength(1);
}, 60_000);

it('a reading process that dies is a ReaderCrashed, and the next one begins', async () => {
  const read = sandboxedReader(1, sandboxBoundsOf({}));
  const hostile = read(endlessForms());
  const crashed = expect(hostile).rejects.toBeInstanceOf(ReaderCrashed);
  await pause(3000);
  const children = execFileSync('pgrep', ['-P', String(process.pid)], { encoding: 'utf8' });
  for (const pid of children.trim().split('\n')) process.kill(Number(pid), 'SIGKILL');
  await crashed;
  expect((await read(sheet)).sheets).toHaveLength(1);
}, 60_000);

it('of a Lambda function the reading process takes what the function has', () => {
  const { maxMemory } = sandboxBoundsOf({ AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '1024' });
  expect(maxMemory).toBe(800 * 1024 * 1024);
  expect(() => sandboxBoundsOf({ SHISAKU_MAX_MEMORY_MB: 'lots' })).toThrow('SHISAKU_MAX_MEMORY_MB');
});
