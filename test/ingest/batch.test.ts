import type { S3Event } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connectBucket } from '../../lambdas/adapters/s3/connect.ts';
import {
  type Accounts,
  type Batch,
  BatchIncomplete,
  makeBatch,
} from '../../lambdas/backfill/batch.ts';
import { type Elsewhere, MESSAGE_BYTES } from '../../lambdas/backfill/details.ts';
import { sequencerAfter } from '../../lambdas/domain/claims.ts';
import { readOtherwise } from '../backfill/read-otherwise.ts';
import { openUniverse, pdf, type World } from './world.ts';

let universe: Awaited<ReturnType<typeof openUniverse>>;
let world: World;
let run: (...events: S3Event[]) => Promise<Accounts | Elsewhere>;
beforeAll(async () => {
  universe = await openUniverse();
});
afterAll(() => universe.close());
beforeEach(async () => {
  world = await universe.world();
  const { store, bucket, ingest } = world;
  const batch = makeBatch({
    store,
    bucket,
    ingestObject: ingest.ingestObject,
    reparseObject: async (key) => ({
      key,
      outcome: 'current',
      code: null,
      changes: [],
      sheets: [],
    }),
  });
  run = (...events) => batch(batchOf(events, 'backfill'));
});

const batchOf = (events: readonly S3Event[], mode: 'backfill' | 'reparse'): Batch => ({
  BatchInput: { mode, publish: false, run: 'run-1' },
  Items: events.map(({ Records: [record] }) => ({
    Key: decodeURIComponent(record?.s3.object.key.replaceAll('+', ' ') ?? ''),
    Etag: `"${record?.s3.object.eTag}"`,
    LastModified: Math.floor(Date.parse(record?.eventTime ?? '') / 1000),
  })),
});
const sheet = (title: string, id?: string) => pdf([{ title, ...(id ? { id } : {}) }]);
const titles = async () =>
  (await world.json('/v1/sheets')).items.map(({ title }: { title: string }) => title);

test('objects that no event has told of are read, each with one outcome; again tells the same', async () => {
  const events = [
    await world.put('平成 25/a.pdf', sheet('働く場をふやす')),
    await world.put('平成 25/b.pdf', sheet('働く場をふやす')),
    await world.put('b.txt', 'no PDF'),
    await world.put('runs/1/manifest.json', '{}'),
  ];
  const accounts = await run(...events);
  expect(accounts).toMatchObject([
    { key: '平成 25/a.pdf', outcome: 'created', code: null, sheetIds: ['shiomi-2013-kinkyu-8'] },
    { key: '平成 25/b.pdf', outcome: 'unchanged', code: null },
    { key: 'b.txt', outcome: 'rejected', code: 'not-a-pdf', sheetIds: [] },
  ]);
  expect(accounts).toHaveLength(3);
  expect(await run(...events)).toEqual(accounts);
  expect(world.readings).toHaveLength(1);
  expect(await titles()).toEqual(['働く場をふやす']);
});

test('events that come later, of the same objects or of newer ones, have their way', async () => {
  const first = await world.put('a.pdf', sheet('働く場をふやす'));
  await run(first);
  await world.deliver(first);
  expect(world.readings).toHaveLength(1);
  const second = await world.put('a.pdf', sheet('働く場を大きくふやす'));
  await world.deliver(second);
  await world.deliver(first);
  expect(await titles()).toEqual(['働く場を大きくふやす']);
  await world.deliver(await world.remove('a.pdf'));
  expect(await titles()).toEqual([]);
});

test('an object that replaces a known one without an event is read', async () => {
  await world.deliver(await world.put('a.pdf', sheet('働く場をふやす')));
  const unheard = await world.put('a.pdf', sheet('働く場を大きくふやす'));
  expect(await run(unheard)).toMatchObject([{ key: 'a.pdf', code: null }]);
  expect(await titles()).toEqual(['働く場を大きくふやす']);
});

test('an object that went meanwhile is accounted for', async () => {
  const event = await world.put('a.pdf', sheet('働く場をふやす'));
  await world.remove('a.pdf');
  expect(await run(event)).toMatchObject([{ outcome: 'failed', code: 'overtaken' }]);
});

test('where the world fails the batch is to be tried again, and says what it came to', async () => {
  const events = [
    await world.put('a.pdf', sheet('働く場をふやす')),
    await world.put('b.txt', 'no'),
  ];
  const batch = makeBatch({
    store: world.store,
    bucket: world.bucket,
    ingestObject: async (event) => {
      if (event.key === 'a.pdf') throw new Error('the table is not there');
      return world.ingest.ingestObject(event);
    },
    reparseObject: () => Promise.reject(new Error('not now')),
  });
  const error = await batch(batchOf(events, 'backfill')).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'BatchIncomplete' });
  expect(JSON.parse((error as Error).message)).toMatchObject([
    { key: 'a.pdf', outcome: 'failed', code: 'fault' },
    { key: 'b.txt', outcome: 'rejected', code: 'not-a-pdf' },
  ]);
});

/** Of objects that are read otherwise, but for those whose keys begin with `broken`: there the reader breaks off. */
function reparse(fields: number, keys: readonly string[], bucket = world.bucket) {
  const batch = makeBatch({
    store: world.store,
    bucket,
    ingestObject: world.ingest.ingestObject,
    reparseObject: async (key) => {
      if (key.startsWith('broken')) throw new Error('not now');
      return readOtherwise(key, fields);
    },
  });
  return batch({
    BatchInput: { mode: 'reparse', publish: false, run: 'run-1' },
    Items: keys.map((Key) => ({ Key, Etag: '""', LastModified: 1404207000 })),
  });
}
const storedUnder = async (key: string) =>
  (await fetch(await world.bucket.presignedUrl(key))).json();

const broken = { key: 'broken.pdf', outcome: 'failed', code: 'fault', changes: [], sheets: [] };

test('what is too much for a result of Step Functions is stored, and named; again in the same place', async () => {
  const keys = Array.from({ length: 10 }, (_, n) => `平成 25/${n}.pdf`);
  const read = (fields: number) => keys.map((key) => readOtherwise(key, fields));
  const result = (await reparse(400, keys)) as Elsewhere;
  expect(result).toEqual({
    details: expect.stringMatching(/^runs\/details\/run-1\/[0-9a-f]{64}\.json$/),
    objects: keys.map((key) => ({ key, outcome: 'changed', code: null })),
  });
  expect(await storedUnder(result.details)).toEqual(read(400));
  await world.deliver(world.lastEvent());
  expect((await world.json('/v1/documents')).items).toEqual([]);

  expect(await reparse(300, keys)).toEqual(result);
  expect(await storedUnder(result.details)).toEqual(read(300));
  const other = (await reparse(400, keys.slice(1))) as Elsewhere;
  expect(other.details).not.toBe(result.details);
  expect(await reparse(1, keys)).toEqual(read(1));
});

test('so is what is too much for a cause, which is cut off much earlier', async () => {
  const told = reparse(50, ['a.pdf', 'broken.pdf', 'c.pdf']);
  const { name, message, stack } = await told.then(
    () => Promise.reject(new Error('the batch did not fail')),
    (error: Error) => error,
  );
  expect(name).toBe('BatchIncomplete');
  const cause = { errorType: name, errorMessage: message, trace: stack?.split('\n') };
  expect(JSON.stringify(cause).length).toBeLessThan(32_768);
  const { details, objects } = JSON.parse(message);
  expect(objects).toEqual([
    { key: 'a.pdf', outcome: 'changed', code: null },
    { key: 'broken.pdf', outcome: 'failed', code: 'fault' },
    { key: 'c.pdf', outcome: 'changed', code: null },
  ]);
  const all = [readOtherwise('a.pdf', 50), broken, readOtherwise('c.pdf', 50)];
  expect(await storedUnder(details)).toEqual(all);
});

test('the longest message that is told as it is fits a cause, whatever it says', () => {
  const { name, message, stack } = new BatchIncomplete('"'.repeat(MESSAGE_BYTES));
  const cause = { errorType: name, errorMessage: message, trace: stack?.split('\n') };
  expect(JSON.stringify(cause).length).toBeLessThan(32_768);
});

test('where the accounts cannot be stored the batch is to be tried again', async () => {
  const nowhere = connectBucket('none', {
    endpoint: 'http://127.0.0.1:1',
    region: 'ap-northeast-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test-secret' },
    maxAttempts: 1,
  });
  const message = JSON.stringify([{ ...broken, key: 'a.pdf' }]);
  await expect(reparse(4000, ['a.pdf'], nowhere)).rejects.toMatchObject({
    name: 'BatchIncomplete',
    message,
  });
});

test('a sequencer made up comes after all that are known and before all to come', () => {
  const known = (sequencer: string) => ({ removedAt: sequencer, claims: [] });
  const next = sequencerAfter(known('0055AED6DCD90281E5'.padEnd(64, '0')));
  expect(next > '0055AED6DCD90281E5'.padEnd(64, '0')).toBe(true);
  expect(next < '0055AED6DCD90281E6'.padEnd(64, '0')).toBe(true);
  expect(sequencerAfter(known(next)) > next).toBe(true);
  expect(sequencerAfter(known('')) > ''.padEnd(64, '0')).toBe(true);
});
