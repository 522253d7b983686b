import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { SAMPLES_DIR } from '../../cli/stack/samples.ts';
import { type RunningStack, startStack } from '../../cli/stack/stack.ts';
import { kinkyu2012 } from '../../samples/data/shiomi-2012-kinkyu-2.ts';
import { kyoso2014 } from '../../samples/data/shiomi-2014-kyoso-5.ts';
import { makeDocument } from '../../samples/generator/document.ts';
import { wordProcessor } from '../../samples/producers.ts';
import { stateOf } from '../backfill/state.ts';

const SHISAKU = fileURLToPath(new URL('../../cli/shisaku.js', import.meta.url));

let dir: string;
let own: string;
/** Two of the samples: reading all of them takes long. */
let few: string;
/** What a stack holds that never saw a sample. */
let expected: unknown;
const stacks: RunningStack[] = [];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shisaku-samples-'));
  own = join(dir, 'own');
  few = join(dir, 'few');
  await mkdir(own);
  await mkdir(few);
  for (const name of ['shiomi-2015-nanbu.pdf', 'shioiri-2013-jimu-0312.pdf'])
    await copyFile(join(SAMPLES_DIR, name), join(few, name));
  // Sheets of Mie itself: they name nobody.
  const style = { ...wordProcessor.style, publisher: null };
  for (const sheet of [kinkyu2012, kyoso2014]) {
    const { pdf } = await makeDocument({ ...wordProcessor, style }, [sheet]);
    await writeFile(join(own, `${sheet.program}.pdf`), pdf);
  }
  await backfill('--data', join(dir, 'reference'));
  const stack = await start('reference', false);
  expected = await everythingIn(stack);
  await close();
}, 120_000);
afterEach(close);
afterAll(() => rm(dir, { recursive: true }));

async function close() {
  for (const stack of stacks.splice(0)) await stack.close();
}

async function start(data: string, samples: boolean): Promise<RunningStack> {
  const ports = { port: 0, s3Port: 0, dynamodb: null };
  const stack = await startStack({
    ...ports,
    data: join(dir, data),
    samples: samples ? few : null,
    redrive: false,
    log: () => {},
  });
  stacks.push(stack);
  await stack.settled();
  return stack;
}

const shisaku = async (...args: string[]) =>
  (await promisify(execFile)(process.execPath, [SHISAKU, ...args])).stdout;
const backfill = (...where: string[]) => shisaku('backfill', own, ...where);

const everythingIn = async (stack: RunningStack) => ({
  state: await stateOf(stack),
  rows: await (await fetch(`${stack.apiUrl}/v1/observations?format=ndjson`)).text(),
});

async function sheetsOf({ apiUrl }: RunningStack): Promise<string[]> {
  const response = await fetch(`${apiUrl}/v1/sheets?limit=200`);
  const { items } = (await response.json()) as { items: { id: string }[] };
  return items.map(({ id }) => id);
}

test('one’s own folder, then a start: no sample is loaded', async () => {
  const data = join(dir, 'before');
  await backfill('--data', data);
  expect(await everythingIn(await start('before', true))).toEqual(expected);
});

test('a start, then one’s own folder: the samples make way before the first own sheet is told', async () => {
  const stack = await start('after', true);
  expect(await sheetsOf(stack)).toEqual(['shioiri-2013-jimu-0312', 'shiomi-2015-nanbu']);
  await backfill('--api', stack.apiUrl);
  expect(await everythingIn(stack)).toEqual(expected);
  await stack.settled();
  expect(await everythingIn(stack)).toEqual(expected);
});

test('a start that ended, one’s own folder, another start', async () => {
  await start('between', true);
  await close();
  await backfill('--data', join(dir, 'between'));
  expect(await everythingIn(await start('between', true))).toEqual(expected);
});

test('added when asked for they stay; one command removes them and nothing else', async () => {
  const stack = await start('asked', false);
  expect(await shisaku('samples', 'add', '--api', stack.apiUrl)).toBe('7 sample files added\n');
  await backfill('--api', stack.apiUrl);
  expect(await sheetsOf(stack)).toHaveLength(11);
  expect(await shisaku('samples', 'remove', '--api', stack.apiUrl)).toBe(
    '7 sample files removed\n',
  );
  expect(await everythingIn(stack)).toEqual(expected);
}, 180_000);

test('removed before the first own sheet they do not come back', async () => {
  const stack = await start('removed', true);
  expect(await shisaku('samples', 'remove', '--api', stack.apiUrl)).toBe(
    '2 sample files removed\n',
  );
  expect(await sheetsOf(stack)).toEqual([]);
  await close();
  expect(await sheetsOf(await start('removed', true))).toEqual([]);
});

test('a sample that is uploaded again is nobody’s own sheet', async () => {
  const stack = await start('again', true);
  const folder = join(dir, 'copies');
  await mkdir(folder);
  await copyFile(join(SAMPLES_DIR, 'shiomi-2015-nanbu.pdf'), join(folder, 'copy.pdf'));
  await shisaku('backfill', folder, '--api', stack.apiUrl);
  expect(await sheetsOf(stack)).toHaveLength(2);
});
