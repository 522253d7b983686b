import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Accounts, makeBatch } from '../../lambdas/backfill/batch.ts';
import { makeReparseObject, type ReparseObject } from '../../lambdas/reparse/reparse.ts';
import { openUniverse, pdf, type World } from '../ingest/world.ts';
import { mended } from './readers.ts';

let universe: Awaited<ReturnType<typeof openUniverse>>;
let world: World;
let reparseObject: ReparseObject;
beforeAll(async () => {
  universe = await openUniverse();
});
afterAll(() => universe.close());
beforeEach(async () => {
  world = await universe.world();
  const { store, bucket } = world;
  reparseObject = makeReparseObject({ store, bucket, readPdf: mended, ownVersion: 'next' });
  const say = (number: string, value: number) => pdf([{ number, indicators: { 就職者数: value } }]);
  await world.deliver(
    await world.put('a.pdf', say('8', 120)),
    await world.put('b.pdf', say('9', 120)),
    await world.put('c.pdf', say('10', 30)),
  );
});

/** One try of a batch of the three by a run. */
function tried(run: string, reparse: ReparseObject): Promise<unknown> {
  const { store, bucket, ingest } = world;
  const { ingestObject } = ingest;
  const batch = makeBatch({ store, bucket, ingestObject, reparseObject: reparse });
  const Items = ['a.pdf', 'b.pdf', 'c.pdf'].map((Key) => ({ Key, Etag: '', LastModified: 0 }));
  return batch({ BatchInput: { mode: 'reparse', publish: true, run }, Items });
}

const incomplete = expect.objectContaining({ name: 'BatchIncomplete' });

test('a batch that comes again tells what its run published before, another run does not', async () => {
  const broken: ReparseObject = (key, how) =>
    key === 'b.pdf' ? Promise.reject(new Error('not now')) : reparseObject(key, how);
  await expect(tried('run-1', broken)).rejects.toThrow(incomplete);

  const change = { path: 'indicators[就職者数].values[2013 actual].value' };
  const published = (key: string) => ({
    key,
    outcome: 'published',
    sheets: [{ changes: [{ ...change, from: { value: 120 }, to: { value: 20 } }] }],
  });
  const second = (await tried('run-1', reparseObject)) as Accounts;
  const c = { key: 'c.pdf', outcome: 'current', sheets: [] };
  expect(second).toMatchObject([published('a.pdf'), published('b.pdf'), c]);
  expect(await tried('run-1', reparseObject)).toEqual(second);

  const current = { outcome: 'current', sheets: [] };
  expect(await tried('run-2', reparseObject)).toMatchObject([current, current, current]);
});

test('a run that broke off right before it published tells it once it has', async () => {
  const cut: ReparseObject = (key, { before, ...how }) =>
    reparseObject(key, {
      ...how,
      before: async (published) => {
        await before?.(published);
        throw new Error('the function ran out of time');
      },
    });
  await expect(tried('run-1', cut)).rejects.toThrow(incomplete);
  expect((await world.json('/v1/indicators?name=就職者数')).items).toMatchObject(
    [120, 120, 30].map((value) => ({ values: [{ value }] })),
  );
  const outcomes = ((await tried('run-1', reparseObject)) as Accounts).map((one) => one.outcome);
  expect(outcomes).toEqual(['published', 'published', 'current']);
});
