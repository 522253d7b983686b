import type { S3Event } from 'aws-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { padSequencer } from '../../lambdas/domain/claims.ts';
import { openUniverse, pdf, sha256, type World } from '../ingest/world.ts';

let universe: Awaited<ReturnType<typeof openUniverse>>;
let world: World;
beforeAll(async () => {
  universe = await openUniverse();
});
afterAll(() => universe.close());

const [one, two, three] = ['1', '2', '3'].map((number) => pdf([{ number }])) as [
  string,
  string,
  string,
];

/** What is said of the key itself, newest first: which document, how far it is, how it stands. */
async function underKey(key: string, query = '') {
  const { items } = await world.json(`/v1/documents?key=${encodeURIComponent(key)}${query}`);
  return items.map(({ sha256, status, standings }: Told) => {
    const here = standings.filter((standing) => standing.key === key);
    expect(here).toHaveLength(1);
    return [sha256, status, here[0]?.state];
  });
}

interface Told {
  readonly sha256: string;
  readonly status: string;
  readonly standings: readonly { readonly key: string; readonly state: string }[];
}

/** The event has come, and the object is being read. */
async function receive(event: S3Event, content: string) {
  for (const { eventTime, s3 } of event.Records) {
    const at = {
      sequencer: padSequencer(s3.object.sequencer),
      eTag: s3.object.eTag,
      time: eventTime,
    };
    const id = sha256(content);
    await world.store.receive(s3.object.key, at, { id, sha256: id, bytes: content.length });
  }
}

test('of a key that was overwritten, what was put there last comes first and says that it stands', async () => {
  world = await universe.world();
  await world.deliver(await world.put('a.pdf', one));
  expect(await underKey('a.pdf')).toEqual([[sha256(one), 'SUCCEEDED', 'live']]);
  await world.deliver(await world.put('a.pdf', two));
  expect(await underKey('a.pdf')).toEqual([
    [sha256(two), 'SUCCEEDED', 'live'],
    [sha256(one), 'SUCCEEDED', 'past'],
  ]);
  await world.deliver(await world.put('a.pdf', one));
  expect(await underKey('a.pdf')).toEqual([
    [sha256(one), 'SUCCEEDED', 'live'],
    [sha256(two), 'SUCCEEDED', 'past'],
  ]);
  const put = await world.put('a.pdf', three);
  await receive(put, three);
  const whole = [
    [sha256(three), 'RECEIVED', 'pending'],
    [sha256(one), 'SUCCEEDED', 'live'],
    [sha256(two), 'SUCCEEDED', 'past'],
  ];
  expect(await underKey('a.pdf')).toEqual(whole);
  expect(await underKey('a.pdf', '&status=SUCCEEDED')).toEqual(whole.slice(1));

  let cursor = '';
  for (const line of whole) {
    expect(await underKey('a.pdf', `&limit=1${cursor}`)).toEqual([line]);
    const { nextCursor } = await world.json(`/v1/documents?key=a.pdf&limit=1${cursor}`);
    cursor = `&cursor=${nextCursor}`;
  }
  expect(cursor).toBe('&cursor=null');

  await world.deliver(put);
  expect((await underKey('a.pdf'))[0]).toEqual([sha256(three), 'SUCCEEDED', 'live']);
});

test('of a key that was deleted there is nothing, and what it held stands under other keys alone', async () => {
  world = await universe.world();
  await world.deliver(
    await world.put('a.pdf', one),
    await world.put('a.pdf', two),
    await world.put('b.pdf', two),
    await world.remove('a.pdf'),
  );
  expect(await underKey('a.pdf')).toEqual([]);
  expect((await world.get(`/v1/documents/${sha256(one)}`)).status).toBe(404);
  expect(await underKey('b.pdf')).toEqual([[sha256(two), 'SUCCEEDED', 'live']]);
  const document = await world.json(`/v1/documents/${sha256(two)}`);
  expect(document).toMatchObject({ keys: ['b.pdf'], standings: [{ key: 'b.pdf', state: 'live' }] });

  await world.deliver(await world.put('a.pdf', three));
  expect(await underKey('a.pdf')).toEqual([[sha256(three), 'SUCCEEDED', 'live']]);
});

test('a document is found by its hash as any tool prints it', async () => {
  world = await universe.world();
  await world.deliver(await world.put('a.pdf', one));
  const found = await world.json(`/v1/documents/${sha256(one).toUpperCase()}`);
  expect(found.sha256).toBe(sha256(one));
});
