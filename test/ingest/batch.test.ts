import type { S3Event } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Accounts, type Batch, makeBatch } from '../../lambdas/backfill/batch.ts';
import { sequencerAfter } from '../../lambdas/store/claims.ts';
import { openUniverse, pdf, type World } from './world.ts';

let universe: Awaited<ReturnType<typeof openUniverse>>;
let world: World;
let run: (...events: S3Event[]) => Promise<Accounts>;
beforeAll(async () => {
  universe = await openUniverse();
});
afterAll(() => universe.close());
beforeEach(async () => {
  world = await universe.world();
  const { store, ingest } = world;
  const batch = makeBatch({
    store,
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
    { key: '平成 25/a.pdf', outcome: 'created', code: null, sheetIds: ['mie-2013-kinkyu-8'] },
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

test('a sequencer made up comes after all that are known and before all to come', () => {
  const known = (sequencer: string) => ({ removedAt: sequencer, claims: [] });
  const next = sequencerAfter(known('0055AED6DCD90281E5'.padEnd(64, '0')));
  expect(next > '0055AED6DCD90281E5'.padEnd(64, '0')).toBe(true);
  expect(next < '0055AED6DCD90281E6'.padEnd(64, '0')).toBe(true);
  expect(sequencerAfter(known(next)) > next).toBe(true);
  expect(sequencerAfter(known('')) > ''.padEnd(64, '0')).toBe(true);
});
