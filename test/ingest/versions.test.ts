import type { S3Event } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { decodeNotification } from '../../lambdas/ingest/events.ts';
import { openUniverse, pdf, type World } from './world.ts';

// Buckets on AWS keep versions: https://docs.aws.amazon.com/AmazonS3/latest/userguide/DeletingObjectVersions.html

let universe: Awaited<ReturnType<typeof openUniverse>>;
let world: World;
beforeAll(async () => {
  universe = await openUniverse();
});
afterAll(() => universe.close());
beforeEach(async () => {
  world = await universe.world();
});

const first = pdf([{ title: '働く場をふやす' }]);
const corrected = pdf([{ title: '働く場を大きくふやす' }]);
const titles = async () =>
  (await world.json('/v1/sheets')).items.map(({ title }: { title: string }) => title);

/** What S3 sends when a version of the event's object is removed for good, after everything so far. */
const removedForGood = (event: S3Event): S3Event => {
  const { s3, ...record } = event.Records[0] ?? expect.fail('an event has a record');
  const { key } = s3.object;
  const object = { key, sequencer: 'FFFFFFFFFFFFFFFFFF', versionId: 'HrGNq1JTU_GZ9x8SDH9E' };
  const removal = { ...record, eventName: 'ObjectRemoved:Delete', s3: { ...s3, object } };
  return { Records: [removal] } as unknown as S3Event;
};

test('a version that is not the current one goes unnoticed', async () => {
  const event = await world.put('a.pdf', first);
  await world.deliver(event);
  const before = await world.json('/v1/documents');
  expect(await world.deliver(removedForGood(event))).toEqual([]);
  expect(await titles()).toEqual(['働く場をふやす']);
  const [{ updatedAt: _, ...document }] = (await world.json('/v1/documents')).items;
  expect(before.items).toMatchObject([document]);
  expect(world.readings).toHaveLength(1);
});

test('where the current version is removed the one before it is what the bucket says', async () => {
  await world.deliver(await world.put('a.pdf', first));
  const event = await world.put('a.pdf', corrected);
  await world.deliver(event);
  expect(await titles()).toEqual(['働く場を大きくふやす']);
  await world.put('a.pdf', first); // the server keeps no versions: this stands for the one that comes back
  expect(await world.deliver(removedForGood(event))).toEqual([]);
  expect(await titles()).toEqual(['働く場をふやす']);
});

test('where a delete marker is removed the object is back', async () => {
  const event = await world.put('a.pdf', first);
  await world.deliver(event, await world.remove('a.pdf'));
  expect(await titles()).toEqual([]);
  await world.put('a.pdf', first);
  expect(await world.deliver(removedForGood(event))).toEqual([]);
  expect(await titles()).toEqual(['働く場をふやす']);
});

test('where the last version is removed nothing is left', async () => {
  const event = await world.put('a.pdf', first);
  await world.deliver(event);
  await world.remove('a.pdf');
  expect(await world.deliver(removedForGood(event))).toEqual([]);
  expect(await titles()).toEqual([]);
});

test('a delete marker removes, and what the service itself writes is no upload', () => {
  const record = (eventName: string, key: string) => ({
    eventName,
    eventTime: '2014-07-01T09:30:00.000Z',
    responseElements: { 'x-amz-request-id': 'C3D13FE58DE4C810' },
    s3: { object: { key, sequencer: '0055AED6DCD90281E5', eTag: 'e', versionId: 'v' } },
  });
  const decode = (...Records: object[]) => decodeNotification(JSON.stringify({ Records }));
  expect(decode(record('ObjectRemoved:DeleteMarkerCreated', 'a.pdf'))).toMatchObject([
    { kind: 'removed', key: 'a.pdf', requestId: 'C3D13FE58DE4C810' },
  ]);
  for (const key of ['answers/1.csv', 'runs/1/SUCCEEDED_0.json']) {
    expect(decode(record('ObjectCreated:Put', key))).toEqual([]);
  }
});

/** What S3 sends when a rule of the bucket has counted the days of the event's object, or of a version of it. */
const expired = (event: S3Event, kind: 'Delete' | 'DeleteMarkerCreated', told: object): S3Event => {
  const { s3, ...record } = event.Records[0] ?? expect.fail('an event has a record');
  const object = { key: s3.object.key, ...told };
  const expiry = { ...record, eventName: `LifecycleExpiration:${kind}`, s3: { ...s3, object } };
  return { Records: [expiry] } as unknown as S3Event;
};

test.for([
  { sequencer: 'FFFFFFFFFFFFFFFFFF', versionId: 'HrGNq1JTU_GZ9x8SDH9E' },
  { versionId: 'HrGNq1JTU_GZ9x8SDH9E' },
  { sequencer: 'FFFFFFFFFFFFFFFFFF' },
  {},
])('an object that a lifecycle rule removes is withdrawn: %j', async (told) => {
  for (const kind of ['DeleteMarkerCreated', 'Delete'] as const) {
    const event = await world.put('a.pdf', first);
    await world.deliver(event);
    expect(await titles()).toEqual(['働く場をふやす']);
    await world.remove('a.pdf');
    const expiry = expired(event, kind, told);
    expect(await world.deliver(expiry, expiry)).toEqual([]);
    expect(await titles()).toEqual([]);
    world = await universe.world();
  }
});

test('a version that a lifecycle rule removes, while a newer one is current, goes unnoticed', async () => {
  const event = await world.put('a.pdf', first);
  await world.deliver(event);
  for (const told of [{ sequencer: 'FFFFFFFFFFFFFFFFFF', versionId: 'v' }, { versionId: 'v' }]) {
    expect(await world.deliver(expired(event, 'Delete', told))).toEqual([]);
    expect(await titles()).toEqual(['働く場をふやす']);
  }
  expect(world.readings).toHaveLength(1);
});

test('where all sequencers are the same, as of what stands in for S3, the times tell what came later', async () => {
  const events: S3Event[] = [];
  for (const change of [
    () => world.put('a.pdf', first),
    () => world.put('a.pdf', corrected),
    () => world.remove('a.pdf'),
    () => world.put('a.pdf', corrected),
    () => world.put('a.pdf', first),
  ]) {
    const event = structuredClone(await change());
    for (const record of event.Records) {
      record.eventTime = new Date(Date.UTC(2014, 6, 1) + events.length).toISOString();
      record.s3.object.sequencer = '0055AED6DCD90281E5';
    }
    events.push(event);
    expect(await world.deliver(event)).toEqual([]);
    expect(await titles()).toEqual(
      [
        '働く場をふやす',
        '働く場を大きくふやす',
        undefined,
        '働く場を大きくふやす',
        '働く場をふやす',
      ]
        .slice(events.length - 1, events.length)
        .filter((title) => title !== undefined),
    );
  }
  // Again, and the wrong way round.
  expect(await world.deliver(...events.toReversed())).toEqual([]);
  expect(await titles()).toEqual(['働く場をふやす']);
});
