import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openUniverse, pdf, type World } from '../ingest/world.ts';

let universe: Awaited<ReturnType<typeof openUniverse>>;
let world: World;
beforeAll(async () => {
  universe = await openUniverse('sqlite');
  world = await universe.world();
  await world.deliver(await world.put('a.pdf', pdf([{ number: '1', indicators: { 求人数: 5 } }])));
  const other = { publisher: 'shioiri', program: 'jimu', fiscalYear: 2014 };
  await world.deliver(
    await world.put('b.pdf', pdf([{ ...other, indicators: { 新規の求人数: 7 } }])),
  );
});
afterAll(() => universe.close());

const found = async (path: string) => (await world.json(path)).items;
const refusal = async (path: string) => {
  const answer = await world.app.request(path);
  return { status: answer.status, ...((await answer.json()) as { detail: string }) };
};

describe('slugs', () => {
  test.for([
    'sheets',
    'indicators',
    'observations',
    'findings',
    'changes',
    'initiatives',
    'facets',
  ])('that nobody is called by are refused by /v1/%s, with those that there are', async (list) => {
    const publisher = await refusal(`/v1/${list}?publisher=shiomy`);
    expect(publisher).toMatchObject({ status: 400, code: 'invalid-parameter' });
    expect(publisher.detail).toContain('shioiri, shiomi');
    const program = await refusal(`/v1/${list}?program=kinkyuu`);
    expect(program.detail).toContain('jimu, kinkyu');
  });

  test('of governments without sheets find nothing', async () => {
    expect(await found('/v1/sheets?publisher=mie')).toEqual([]);
    expect(await found('/v1/sheets?publisher=北海道')).toEqual([]);
  });

  test('of sheets that came meanwhile are known', async () => {
    const one = { publisher: 'shiomi', program: 'kyoso', number: '77' };
    expect((await refusal('/v1/sheets?program=kyoso')).status).toBe(400);
    await world.deliver(await world.put('c.pdf', pdf([one])));
    expect(await found('/v1/sheets?program=kyoso')).toHaveLength(1);
  });
});

describe('figures', () => {
  test('may be asked for by status and type, wherever they are listed', async () => {
    for (const list of ['sheets', 'indicators', 'observations', 'series']) {
      expect(await found(`/v1/${list}?status=reported&type=actual`), list).not.toEqual([]);
      expect(await found(`/v1/${list}?status=pending`), list).toEqual([]);
      expect(await found(`/v1/${list}?type=target`), list).toEqual([]);
      expect(await found(`/v1/${list}?met=true`), list).toEqual([]);
    }
    expect(
      await found('/v1/observations?type=actual&status=reported&publisher=shioiri'),
    ).toHaveLength(1);
  });

  test('may be asked for by a part of the name', async () => {
    expect(await found('/v1/indicators?nameContains=求人')).toHaveLength(2);
    expect(await found('/v1/series?nameContains=新規の')).toHaveLength(1);
    const csv = await (
      await world.app.request('/v1/indicators?nameContains=新規の&format=csv')
    ).text();
    expect(csv.trimEnd().split('\r\n')).toHaveLength(2);
  });

  test('that changed since a time', async () => {
    const { updatedAt } = (await found('/v1/sheets?publisher=shioiri'))[0];
    for (const list of ['sheets', 'indicators', 'observations', 'series']) {
      const since = (time: string) => `/v1/${list}?publisher=shioiri&updatedSince=${time}`;
      expect(await found(since(updatedAt)), list).not.toEqual([]);
      expect(await found(since('2100-01-01T00:00:00Z')), list).toEqual([]);
    }
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    expect(await found(`/v1/documents?updatedSince=${tomorrow}`)).toEqual([]);
    expect(await found('/v1/documents?updatedSince=2000-01-01')).not.toEqual([]);
  });
});
