import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { publisherFolder, publisherOfKey } from '../../lambdas/domain/told.ts';
import { asNth, openUniverse, pdf, sha256, type World } from './world.ts';

let universe: Awaited<ReturnType<typeof openUniverse>>;
let world: World;
beforeAll(async () => {
  universe = await openUniverse();
});
afterAll(() => universe.close());
beforeEach(async () => {
  world = await universe.world();
});

const file = pdf([{ title: '働く場をふやす' }]);
const ids = async (list = 'sheets') =>
  (await world.json(`/v1/${list}`)).items.map(
    ({ id, sha256 }: Record<string, string>) => id ?? sha256,
  );

test.each([
  ['publisher=242021/a.pdf', '242021'],
  ['publisher=24202/a/b.pdf', '242021'],
  ['publisher=240001/a.pdf', 'mie'],
  ['publisher=mie/a.pdf', 'mie'],
  ['publisher=四日市市/a.pdf', '242021'],
  ['publisher=nobody/a.pdf', 'nobody'],
  ['publisher=/a.pdf', undefined],
  ['publisher=242021', undefined],
  ['a/publisher=242021/a.pdf', undefined],
  [`${publisherFolder('242021')}a.pdf`, '242021'],
  [`${publisherFolder(undefined)}a.pdf`, undefined],
])('the key %s says %s', (key, publisher) => {
  expect(publisherOfKey(key)).toBe(publisher);
});

test('the key’s first folder says whose the sheets are', async () => {
  await world.deliver(await world.put('publisher=242021/a.pdf', file));
  expect(await ids()).toEqual(['242021-2013-kinkyu-8']);
});

test('what is said of bytes that were read before makes them another’s, and nobody’s twice', async () => {
  await world.deliver(await world.put('a.pdf', file));
  expect(await ids()).toEqual(['shiomi-2013-kinkyu-8']);
  await world.deliver(await world.put('publisher=242021/a.pdf', file));
  expect(await ids()).toEqual(['242021-2013-kinkyu-8']);
  expect((await world.json('/v1/documents')).items).toMatchObject([
    { sha256: sha256(file), status: 'SUCCEEDED', sheetIds: ['242021-2013-kinkyu-8'] },
  ]);
  expect((await world.json('/v1/indicators')).items).toHaveLength(1);
  expect((await world.get('/v1/sheets/shiomi-2013-kinkyu-8')).status).toBe(404);
});

test('the newest upload that says it counts, whatever order events arrive in', async () => {
  const keys = ['publisher=012084/a.pdf', 'b.pdf', 'publisher=242021/c.pdf', 'd.pdf'];
  const events = [];
  for (const [n, key] of keys.entries()) events.push(asNth(n, await world.put(key, file)));
  const orders = [
    [0, 1, 2, 3],
    [3, 2, 1, 0],
    [2, 0, 3, 1],
    [1, 3, 0, 2, 0, 2],
  ];
  const states = [];
  for (const order of orders) {
    world = await universe.world(world.bucketName);
    for (const n of order) await world.deliver(events[n] as (typeof events)[0]);
    states.push([await ids(), await ids('documents')]);
  }
  expect(new Set(states.map((state) => JSON.stringify(state))).size).toBe(1);
  expect(states[0]).toEqual([['242021-2013-kinkyu-8'], [sha256(file)]]);
});

test('several at once end as one after the other', async () => {
  const keys = ['a.pdf', 'publisher=242021/b.pdf', 'publisher=012084/c.pdf'];
  const events = [];
  for (const [n, key] of keys.entries()) events.push(asNth(n, await world.put(key, file)));
  const again = await Promise.all(events.map((event) => world.deliver(event)));
  // Who lost the race says so and is delivered again.
  for (const [n, failed] of again.entries())
    if (failed.length > 0) expect(await world.deliver(events[n] as (typeof events)[0])).toEqual([]);
  expect(await ids()).toEqual(['012084-2013-kinkyu-8']);
});
