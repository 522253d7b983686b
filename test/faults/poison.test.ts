import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BUCKET } from '../../cli/stack/defaults.ts';
import { POISON } from './poison.ts';
import { type StackProcess, startStackProcess } from './stack-process.ts';

let dir: string;
const stacks: StackProcess[] = [];
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shisaku-poison-'));
});
afterEach(async () => {
  for (const stack of stacks.splice(0)) await stack.stop('SIGKILL');
  await rm(dir, { recursive: true });
});
const start = async (how: Parameters<typeof startStackProcess>[1] = {}) => {
  const stack = await startStackProcess(join(dir, 'data'), how);
  stacks.push(stack);
  return stack;
};

const sample = (name: string) => readFile(new URL(`../../samples/${name}.pdf`, import.meta.url));
const put = ({ s3 }: StackProcess, Key: string, Body: Uint8Array) =>
  s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body }));
const documentOf = async (stack: StackProcess, key: string) =>
  (await stack.json(`/v1/documents?key=${key}`)).items[0];
const dead = () => readdir(join(dir, 'data/queue/dead'));

test('a document that kills the reader is told of, set aside, and read after the fault is mended', async () => {
  const faulty = await start({
    env: { NODE_OPTIONS: `--import=${import.meta.resolve('./poison.ts')}` },
  });
  const good = await sample('shiomi-2018-shisaku-326');
  await put(faulty, 'poison.pdf', Buffer.concat([good, Buffer.from(`\n${POISON}\n`)]));
  await put(faulty, 'neighbour.pdf', await sample('shioiri-2013-jimu-0312'));
  await put(faulty, 'text.pdf', Buffer.from('no PDF'));

  // The neighbours do not wait for the five tries.
  await expect
    .poll(async () => (await documentOf(faulty, 'neighbour.pdf'))?.status, { timeout: 40_000 })
    .toBe('SUCCEEDED');
  expect(await dead()).toEqual([]);
  await expect.poll(dead, { timeout: 50_000 }).toHaveLength(1);

  const [name = ''] = await dead();
  const letter = JSON.parse(await readFile(join(dir, 'data/queue/dead', name), 'utf8'));
  expect(letter).toMatchObject({ receives: 5, reason: expect.stringContaining('SIGABRT') });
  expect(letter.body).toContain('poison.pdf');
  expect(await documentOf(faulty, 'poison.pdf')).toMatchObject({
    status: 'FAILED',
    error: { code: 'reader-crashed' },
    sheetIds: [],
  });
  expect(await documentOf(faulty, 'text.pdf')).toMatchObject({ error: { code: 'not-a-pdf' } });
  await faulty.stop();

  const mended = await start();
  expect(mended.said.stderr).toMatch(/given up: 1, .*--redrive/);
  await mended.stop();
  const redriven = await start({ options: ['--redrive'] });
  await expect
    .poll(() => documentOf(redriven, 'poison.pdf'), { timeout: 40_000 })
    .toMatchObject({ status: 'SUCCEEDED', error: null, sheetIds: ['shiomi-2018-shisaku-326'] });
  expect(await dead()).toEqual([]);
}, 150_000);
