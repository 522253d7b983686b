import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RevisedSheet } from '../../lambdas/domain/summary.ts';
import { makeApp } from '../../lambdas/query/app.ts';
import { openUniverse, pdf, type World } from '../ingest/world.ts';

let universe: Awaited<ReturnType<typeof openUniverse>>;
let world: World;
/** How many records were made into rows. */
let read: number;
beforeAll(async () => {
  universe = await openUniverse();
});
afterAll(() => universe.close());
beforeEach(async () => {
  world = await universe.world();
  const numbers = Array.from({ length: 12 }, (_, n) => ({ number: String(n + 1) }));
  await world.deliver(await world.put('book.pdf', pdf(numbers)));
  read = 0;
});

/** The API as on Lambda, made from this code. */
function appOf(edition: string, maxAnswerBytes = 4_000_000) {
  const { store, bucket } = world;
  async function* counted(records: AsyncGenerator<RevisedSheet>) {
    for await (const record of records) {
      read += 1;
      yield record;
    }
  }
  const standing: typeof store.standing = async (filters) => {
    const { state, records } = await store.standing(filters);
    return { state, records: () => counted(records()) };
  };
  return makeApp({ store: { ...store, standing }, bucket, maxAnswerBytes, edition });
}

const CSV = '/v1/observations?format=csv';
/** Of an answer that is made and thrown away: no more than its first rows. */
const A_FEW = 4;

describe('what answers in bulk', () => {
  test('is made once for each state of the store', async () => {
    const app = appOf('one');
    const first = await app.request(CSV);
    const text = await first.text();
    expect([first.status, read]).toEqual([200, 12]);
    expect(text).toBe(await (await world.app.request(CSV)).text());
    read = 0;
    const again = await appOf('one').request(CSV);
    expect(await again.text()).toBe(text);
    expect(read).toBeLessThanOrEqual(A_FEW);
    for (const name of ['etag', 'content-type', 'content-disposition', 'cache-control', 'vary']) {
      expect([name, again.headers.get(name)]).toEqual([name, first.headers.get(name)]);
    }
  });

  test('is made again once a sheet is revised, withdrawn or back as it was', async () => {
    const app = appOf('one');
    const seen: [string | null, string][] = [];
    const look = async () => {
      const answer = await app.request(CSV);
      const text = await answer.text();
      expect(text).toBe(await (await world.app.request(CSV)).text());
      seen.push([answer.headers.get('etag'), text]);
      return text;
    };
    const before = await look();
    await world.deliver(await world.put('new.pdf', pdf([{ number: '1', title: '改めた題' }])));
    expect(await look()).not.toBe(before);
    await world.deliver(await world.remove('new.pdf'));
    expect(await look()).toBe(before);
    await world.deliver(await world.remove('book.pdf'));
    expect((await look()).split('\r\n')).toHaveLength(2);
    // What says the same at another time is another state: of what was kept in between nothing may come back.
    expect(new Set(seen.map(([etag]) => etag)).size).toBe(seen.length);
  });

  test('is not sent to who has it, and not made for them', async () => {
    const app = appOf('one');
    const etag = (await app.request(CSV)).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      read = 0;
      const answer = await app.request(CSV, { headers: { 'if-none-match': known } });
      expect([answer.status, await answer.text(), read]).toEqual([304, '', 0]);
      expect(answer.headers.get('etag')).toBe(etag);
    }
    const other = await app.request(CSV, { headers: { 'if-none-match': '"other"' } });
    expect(other.status).toBe(200);
    const head = await app.request(CSV, { method: 'HEAD' });
    expect([head.status, head.headers.get('etag')]).toEqual([200, etag]);
  });

  test('has a name of its own for each form, selection and code', async () => {
    const etags = new Map<string, string>();
    const [{ id }] = (await world.json('/v1/sheets')).items;
    for (const [edition, path] of [
      ['one', CSV],
      ['two', CSV],
      ['one', `${CSV}&bom=true`],
      ['one', '/v1/observations?format=ndjson'],
      ['one', `${CSV}&fiscalYear=2014`],
      ['one', `${CSV}&sheet=${id}`],
    ] as const) {
      const answer = await appOf(edition).request(path);
      expect(await answer.text()).toBe(await (await world.app.request(path)).text());
      etags.set(answer.headers.get('etag') ?? '', path);
    }
    expect(etags.size).toBe(6);
  });

  test('is kept compressed and not, each as it is sent', async () => {
    const app = appOf('one');
    const plain = await (await app.request(CSV)).text();
    for (const _ of ['made', 'kept']) {
      const packed = await app.request(CSV, { headers: { 'accept-encoding': 'gzip' } });
      expect(packed.headers.get('content-encoding')).toBe('gzip');
      expect(String(gunzipSync(Buffer.from(await packed.arrayBuffer())))).toBe(plain);
    }
  });

  test('waits at one place where it is too large to be sent', async () => {
    const places = [];
    for (const _ of ['made', 'kept']) {
      const answer = await appOf('one', 1000).request(CSV);
      expect([answer.status, answer.headers.get('etag')]).toEqual([303, null]);
      const location = new URL(answer.headers.get('location') ?? '');
      expect(await (await fetch(location)).text()).toBe(
        await (await world.app.request(CSV)).text(),
      );
      places.push(location.pathname);
    }
    expect(new Set(places).size).toBe(1);
  });
});

test('without a bucket for answers, as on one machine, it has an ETag all the same', async () => {
  const answer = await world.app.request(CSV);
  const etag = answer.headers.get('etag') ?? '';
  await answer.text();
  const again = await world.app.request(CSV, { headers: { 'if-none-match': etag } });
  expect([again.status, await again.text()]).toEqual([304, '']);
});
