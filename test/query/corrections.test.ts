import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Correction } from '../../lambdas/domain/corrections.ts';
import { correctionsInBucket, restoreCorrections } from '../../lambdas/rebuild/corrections.ts';
import type { SheetRecord } from '../../parsers/records/sheet.ts';
import { openUniverse, pdf, type World } from '../ingest/world.ts';

let universe: Awaited<ReturnType<typeof openUniverse>>;
let world: World;
const ID = 'shiomi-2013-kinkyu-8';
beforeAll(async () => {
  universe = await openUniverse('sqlite');
});
afterAll(() => universe.close());
beforeEach(async () => {
  world = await universe.world();
  await world.deliver(await world.put('評価/sheet.pdf', pdf([{}])));
});

const sheetNow = (): Promise<SheetRecord & { revision: string }> => world.json(`/v1/sheets/${ID}`);
const valueNow = async () => (await sheetNow()).indicators[0]?.values[0];

async function correct(more: object, headers: Record<string, string> = {}) {
  const value = await valueNow();
  const body = {
    ...{ sheetId: ID, field: 'value', at: value?.at, read: value?.text, reason: '原本で確かめた' },
    ...more,
  };
  const answer = await world.app.request('/v1/corrections', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Correction & { code?: string } };
}

const remove = (id: string, headers: Record<string, string> = {}) =>
  world.app.request(`/v1/corrections/${id}`, { method: 'DELETE', headers });

describe('a correction', () => {
  test('stands beside what was read, wherever that is told', async () => {
    const { status, body } = await correct({ value: 210, text: '210人' });
    expect([status, body.by]).toEqual([200, 'local']);
    const corrected = {
      ...{ id: body.id, value: 210, text: '210人', by: 'local', at: body.time },
      ...{ reason: '原本で確かめた', read: '120人' },
    };
    expect(await valueNow()).toMatchObject({ value: 120, status: 'reported', corrected });
    const { items: indicators } = await world.json('/v1/indicators?');
    expect(indicators[0].values[0]).toMatchObject({ value: 120, corrected });
    const { items: series } = await world.json('/v1/series?');
    expect(series[0].years[0].actual).toMatchObject({ value: 120, corrected });
    const { items: listed } = await world.json(`/v1/corrections?sheet=${ID}`);
    expect(listed).toEqual([{ ...body, stands: true }]);
    const observations = await (await world.app.request('/v1/observations?format=ndjson')).text();
    expect(JSON.parse(observations.split('\n')[0] ?? '')).toMatchObject({
      ...{ value: 120, corrected: 210, correctedText: '210人' },
    });
  });

  test('may be of a text, of a grade, and that something is right as it was read', async () => {
    const { progress } = await sheetNow();
    const grade = { field: 'grade', at: progress?.at, read: 'B' };
    expect((await correct({ ...grade, text: 'A' })).status).toBe(200);
    expect((await sheetNow()).progress).toMatchObject({ grade: 'B', corrected: { text: 'A' } });
    const same = { ...grade, text: 'B', reason: '見直した' };
    expect((await correct(same)).status).toBe(200);
    expect((await sheetNow()).progress).toMatchObject({ corrected: { text: 'B' } });
    expect((await world.json('/v1/corrections?')).items).toHaveLength(2);
  });

  test('can be taken back', async () => {
    const { body } = await correct({ value: 210 });
    expect((await remove(body.id)).status).toBe(204);
    expect(await valueNow()).not.toHaveProperty('corrected');
    expect((await world.json('/v1/corrections?')).items).toEqual([]);
    expect((await remove(body.id)).status).toBe(404);
  });

  test('changes the answers that were kept of the state before, and is told in the feed', async () => {
    const etag = async () =>
      (await world.app.request('/v1/observations?format=csv')).headers.get('etag');
    const [before, { nextCursor }] = [await etag(), await world.json('/v1/feed?')];
    await correct({ value: 210 });
    expect(await etag()).not.toBe(before);
    const { items } = await world.json(`/v1/feed?after=${nextCursor}`);
    expect(items.at(-1)).toMatchObject({ sheet: ID, kind: 'revised' });
  });

  test('stays while the paper says the same there, in another PDF too, and waits while it does not', async () => {
    await correct({ value: 210 });
    await world.deliver(await world.put('評価/sheet.pdf', pdf([{ title: '改めた題' }])));
    expect(await sheetNow()).toMatchObject({ title: '改めた題' });
    expect(await valueNow()).toMatchObject({ corrected: { value: 210 } });
    const other = pdf([{ title: '改めた題', indicators: { 新規就職者数: 121 } }]);
    await world.deliver(await world.put('評価/sheet.pdf', other));
    expect(await valueNow()).toMatchObject({ value: 121 });
    expect(await valueNow()).not.toHaveProperty('corrected');
    expect((await world.json('/v1/corrections?')).items).toMatchObject([{ stands: false }]);
    await world.deliver(await world.put('評価/sheet.pdf', pdf([{}])));
    expect(await valueNow()).toMatchObject({ value: 120, corrected: { value: 210 } });
  });

  test('is in the bucket too, for a store that is made anew', async () => {
    const { body: kept } = await correct({ value: 210 });
    const { body: gone } = await correct({ value: 211 });
    await remove(gone.id);
    expect(await Array.fromAsync(correctionsInBucket(world.bucket))).toEqual([kept]);
    await world.store.dropCorrection(kept);
    expect(await valueNow()).not.toHaveProperty('corrected');
    await restoreCorrections(world.bucket, world.store);
    expect(await valueNow()).toMatchObject({ corrected: { id: kept.id, value: 210 } });
  });
});

describe('is refused', () => {
  test.for([
    ['of a sheet that is not there', { sheetId: 'shiomi-1999-kinkyu-1' }, 404, 'not-found'],
    ['of what was not read there', { read: '999人' }, 409, 'not-as-read'],
    ['of a place where nothing is', { at: { page: 9, box: [0, 0, 1, 1] } }, 409, 'not-as-read'],
    ['without a value or a text', { value: undefined }, 400, 'malformed-body'],
    ['without a reason', { reason: '' }, 400, 'invalid-parameter'],
    ['of a sheet that is half a character', { sheetId: '\ud842' }, 400, 'invalid-parameter'],
  ] as const)('%s', async ([, more, status, code]) => {
    const answer = await correct({ value: 1, ...more });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test('from a page of another origin, which could write in the name of who looks at it', async () => {
    const foreign = { origin: 'https://example.com' };
    expect((await correct({ value: 1 }, foreign)).body).toMatchObject({ code: 'foreign-origin' });
    expect((await correct({ value: 1 }, { origin: 'http://localhost' })).status).toBe(200);
    const { items } = await world.json('/v1/corrections?');
    expect((await remove(items[0].id, foreign)).status).toBe(403);
  });
});
