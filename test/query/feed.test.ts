import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { BackendName } from '../adapters/backends.ts';
import { openUniverse, pdf, type World } from '../ingest/world.ts';

type Held = Map<string, string>;

/** Follows the feed from a cursor to its end, as a client does that keeps what each sheet says. */
async function follow(world: World, held: Held, after?: string, limit = 7): Promise<string> {
  for (let cursor = after; ; ) {
    const query = cursor === undefined ? '' : `&after=${cursor}`;
    const { items, nextCursor, upToDate } = await world.json(`/v1/feed?limit=${limit}${query}`);
    for (const { sheet, kind } of items) {
      const answer = await world.app.request(`/v1/sheets/${sheet}`);
      if (kind === 'withdrawn' || answer.status === 404) held.delete(sheet);
      else held.set(sheet, await answer.text());
    }
    cursor = nextCursor;
    if (upToDate) return nextCursor;
  }
}

/** What a fresh download gives. */
async function download(world: World): Promise<Held> {
  const held: Held = new Map();
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = await world.json(`/v1/sheets?limit=50${cursor && `&cursor=${cursor}`}`);
    for (const { id } of page.items) {
      held.set(id, await (await world.app.request(`/v1/sheets/${id}`)).text());
    }
    cursor = page.nextCursor;
  }
  return held;
}

const sorted = (held: Held) => [...held].toSorted(([a], [b]) => (a < b ? -1 : 1));

test.for<BackendName>(['sqlite', 'dynamodb'])(
  'who follows it while sheets come, change and go holds what a fresh download gives (%s)',
  { timeout: 180_000 },
  async (backend) => {
    const universe = await openUniverse(backend);
    try {
      const world = await universe.world();
      const held: Held = new Map();
      let cursor: string | undefined;
      let following = true;
      const follower = (async () => {
        let turns = 0;
        while (following) {
          cursor = await follow(world, held, cursor);
          turns += 1;
          await sleep(200);
        }
        return turns;
      })();
      // Four writers, each with keys of its own and sheets that others have too.
      const writers = [0, 1, 2, 3].map(async (writer) => {
        for (let n = 0; n < 6; n++) {
          const key = `${writer}/${n % 4}.pdf`;
          const numbers = [n % 5, 10 + writer, 20 + ((n * 7) % 3)];
          const sheets = numbers.map((number) => ({
            number: `${number}`,
            title: `${writer} ${n}`,
          }));
          await world.deliver(await world.put(key, pdf(sheets)));
          if (n % 3 === 2) await world.deliver(await world.remove(key));
        }
      });
      await Promise.all(writers);
      following = false;
      expect(await follower).toBeGreaterThan(1);
      await follow(world, held, cursor);
      const fresh = await download(world);
      expect(fresh.size).toBeGreaterThan(5);
      expect(sorted(held)).toEqual(sorted(fresh));
    } finally {
      await universe.close();
    }
  },
);

let universe: Awaited<ReturnType<typeof openUniverse>>;
let world: World;
beforeAll(async () => {
  universe = await openUniverse('sqlite');
});
afterAll(() => universe.close());
beforeEach(async () => {
  world = await universe.world();
});

const kinds = async (after?: string) => {
  const query = after === undefined ? '' : `&after=${after}`;
  const { items } = await world.json(`/v1/feed?limit=50${query}`);
  return items.map(({ kind, sheet }: { kind: string; sheet: string }) => `${kind} ${sheet}`);
};

test('a sheet is created, revised, withdrawn and created again; what says the same is nothing new', async () => {
  await world.deliver(await world.put('a.pdf', pdf([{}])));
  const id = 'shiomi-2013-kinkyu-8';
  expect(await kinds()).toEqual([`created ${id}`]);
  await world.deliver(await world.put('a.pdf', pdf([{}])));
  expect(await kinds()).toEqual([`created ${id}`]);
  await world.deliver(await world.put('a.pdf', pdf([{ title: '改めた題' }])));
  expect(await kinds()).toEqual([`revised ${id}`]);
  await world.deliver(await world.remove('a.pdf'));
  expect(await kinds()).toEqual([`withdrawn ${id}`]);
  await world.deliver(await world.put('a.pdf', pdf([{}])));
  expect(await kinds()).toEqual([`created ${id}`]);
});

test('a cursor of a store that was made anew is refused, so that nothing is held that is gone', async () => {
  await world.deliver(await world.put('a.pdf', pdf([{}])));
  const { nextCursor } = await world.json('/v1/feed?');
  const anew = await universe.world();
  const before = await anew.app.request(`/v1/feed?after=${nextCursor}`);
  expect([before.status, await before.json()]).toMatchObject([410, { code: 'feed-restarted' }]);
  await anew.deliver(await anew.put('b.pdf', pdf([{ number: '9' }])));
  const after = await anew.app.request(`/v1/feed?after=${nextCursor}`);
  expect(after.status).toBe(410);
});

test('a cursor that the feed did not give is refused', async () => {
  const answer = await world.app.request('/v1/feed?after=x');
  expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'invalid-cursor' }]);
});
