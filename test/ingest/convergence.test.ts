import type { S3Event } from 'aws-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openUniverse, pdf, type World } from './world.ts';

let universe: Awaited<ReturnType<typeof openUniverse>>;
beforeAll(async () => {
  universe = await openUniverse();
});
afterAll(() => universe.close());

const X = 'mie-2013-kinkyu-8';
const x1 = pdf([{ title: '一' }]);
const x2 = pdf([{ title: '二' }]);
const x2moved = pdf([{ title: '二', page: 2 }]);
const y = pdf([{ number: '9' }]);

/** What happens to the bucket, in this order. */
const happenings: ((world: World) => Promise<S3Event>)[] = [
  (world) => world.put('a.pdf', x1),
  (world) => world.put('b.pdf', x2),
  (world) => world.put('a.pdf', y),
  (world) => world.put('c.pdf', x1),
  (world) => world.remove('b.pdf'),
  (world) => world.put('b.pdf', 'not a sheet'),
  (world) => world.put('a.pdf', x2moved),
];

test('events that come late, shuffled and more than once give one state', async () => {
  const original = await universe.world();
  const events: S3Event[] = [];
  for (const [n, happen] of happenings.entries()) events.push(at(n, await happen(original)));
  await original.deliver(...events);
  const expected = await everything(original);
  expect(expected.sheets).toMatchObject([{ id: X, title: '二' }]);

  for (let seed = 1; seed <= 12; seed++) {
    const random = randomFrom(seed);
    const order = shuffled([...events, ...events.filter(() => random() < 0.5)], random);
    const world = await universe.world(original.bucketName);
    for (const event of order) expect(await world.deliver(event)).toEqual([]);
    expect(await everything(world), `seed ${seed}`).toEqual(expected);
  }
});

test('events that come while more happens give one present, whatever was seen on the way', async () => {
  let expected: unknown;
  for (let seed = 1; seed <= 12; seed++) {
    const random = randomFrom(seed);
    const world = await universe.world();
    const waiting: S3Event[] = [];
    for (const [n, happen] of happenings.entries()) {
      waiting.push(at(n, await happen(world)));
      while (waiting.length > 0 && random() < 0.5) await deliverOne(world, waiting, random);
    }
    while (waiting.length > 0) await deliverOne(world, waiting, random);
    const present = await presentOf(world);
    expected ??= present;
    expect(present, `seed ${seed}`).toEqual(expected);
  }
});

test('events handled side by side give the same state as one after the other', async () => {
  const original = await universe.world();
  const events: S3Event[] = [];
  for (const [n, happen] of happenings.entries()) events.push(at(n, await happen(original)));
  await original.deliver(...events);
  const expected = await everything(original);
  for (let round = 0; round < 3; round++) {
    const world = await universe.world(original.bucketName);
    const failures = await Promise.all([...events, ...events].map((one) => world.deliver(one)));
    expect(failures.flat()).toEqual([]);
    expect(await everything(world)).toEqual(expected);
  }
});

/** Delivers any of the waiting; sometimes it will come again. */
async function deliverOne(world: World, waiting: S3Event[], random: () => number): Promise<void> {
  const [event] = waiting.splice(Math.floor(random() * waiting.length), 1);
  if (!event) return;
  if (random() < 0.3) waiting.push(event);
  expect(await world.deliver(event)).toEqual([]);
}

async function presentOf(world: World) {
  const sheets = (await world.json('/v1/sheets')).items;
  const records = await Promise.all(
    sheets.map(({ id }: { id: string }) => world.json(`/v1/sheets/${id}`)),
  );
  const pdfs = sheets.map(async ({ id }: { id: string }) => {
    const location = (await world.get(`/v1/sheets/${id}/pdf`)).headers.get('location') ?? '';
    return new URL(location).pathname.split('/').at(-1);
  });
  const indicators = (await world.json('/v1/indicators')).items;
  return { sheets, records, pdfs: await Promise.all(pdfs), indicators };
}

async function everything(world: World) {
  const documents = (await world.json('/v1/documents')).items
    .map(({ receivedAt: _, updatedAt: __, ...rest }: Record<string, unknown>) => rest)
    .toSorted((a: { sha256: string }, b: { sha256: string }) => (a.sha256 < b.sha256 ? -1 : 1));
  const histories = [X, 'mie-2013-kinkyu-9'].map((id) => world.json(`/v1/sheets/${id}/revisions`));
  return { ...(await presentOf(world)), documents, histories: await Promise.all(histories) };
}

/** The event as if it had happened in that minute, so that runs compare. */
function at(minute: number, event: S3Event): S3Event {
  const copy = structuredClone(event);
  for (const record of copy.Records) record.eventTime = `2014-07-01T09:${10 + minute}:00.000Z`;
  return copy;
}

/** Park–Miller. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

function shuffled<T>(all: readonly T[], random: () => number): T[] {
  const keyed = all.map((one) => ({ one, place: random() }));
  return keyed.toSorted((a, b) => a.place - b.place).map(({ one }) => one);
}
