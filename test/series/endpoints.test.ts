import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Series } from '../../lambdas/domain/series/series.ts';
import { openUniverse, pdf, type World } from '../ingest/world.ts';
import type { Said } from '../store/make-record.ts';

const sheets: Said[] = [
  { fiscalYear: 2012, indicators: { 新規就職者数: 100, '求 人': 5, 就職した人数: 7 } },
  { fiscalYear: 2013, indicators: { 新規就職者数: 110, 求人: 6, 就職した人の数: 8 } },
  { fiscalYear: 2016, indicators: { 新規就職者数: 110, 就職した人たちの数: 9 } },
  {
    fiscalYear: 2014,
    program: 'kyoso',
    number: '1',
    indicators: { 求人: 7, 𠮷野の人口: 1, 﨑の人口: 2, 𠀋: 3, '＃１': 2 },
  },
  ...['1', '2', '3'].map((number) => ({
    fiscalYear: 2014,
    publisher: 'gifu',
    program: 'shisaku',
    number,
    indicators: { 新規就職者数: Number(number), [`独自${number}`]: 1, 﨑の人口: 3 },
  })),
];

let universe: Awaited<ReturnType<typeof openUniverse>>;
let world: World;
beforeAll(async () => {
  universe = await openUniverse();
  world = await universe.world();
  await world.deliver(await world.put('all.pdf', pdf(sheets)));
});
afterAll(() => universe.close());

const summary = (items: { publisher: string; name: string; stages: unknown[] }[]) =>
  items.map(({ publisher, name, stages }) => `${publisher} ${name} ${stages.length}`);
const named = (name: string) => `/v1/series?name=${encodeURIComponent(name)}`;

describe('the list', () => {
  test('has every series once, by publisher and name', async () => {
    const { items, nextCursor } = await world.json('/v1/series');
    expect(nextCursor).toBeNull();
    expect(summary(items)).toEqual([
      'gifu 新規就職者数 1',
      'gifu 新規就職者数 1',
      'gifu 新規就職者数 1',
      'gifu 独自1 1',
      'gifu 独自2 1',
      'gifu 独自3 1',
      'gifu 﨑の人口 1',
      'gifu 﨑の人口 1',
      'gifu 﨑の人口 1',
      'shiomi ＃１ 1',
      'shiomi 就職した人たちの数 1',
      'shiomi 就職した人の数 1',
      'shiomi 就職した人数 1',
      'shiomi 新規就職者数 1',
      'shiomi 求人 2',
      'shiomi 﨑の人口 1',
      'shiomi 𠀋 1',
      'shiomi 𠮷野の人口 1',
    ]);
    expect(new Set(items.map(({ id }: { id: string }) => id)).size).toBe(items.length);
  });

  test.for(['/v1/series?', '/v1/series?publisher=gifu', `${named('新規就職者数')}`])(
    '%s comes whole in pages of any size',
    async (path) => {
      const all = (await world.json(`${path}&limit=200`)).items;
      expect(all.length).toBeGreaterThan(3);
      for (const limit of [1, 4]) {
        const seen: unknown[] = [];
        for (let cursor: string | null = ''; cursor !== null; ) {
          const page = await world.json(`${path}&limit=${limit}${cursor && `&cursor=${cursor}`}`);
          expect(page.items.length).toBeLessThanOrEqual(limit);
          seen.push(...page.items);
          cursor = page.nextCursor;
        }
        expect(seen).toEqual(all);
      }
    },
  );

  test.for([
    [named('新規 就職者数'), ['gifu', 'gifu', 'gifu', 'shiomi']],
    [`${named('新規就職者数')}&publisher=shiomi`, ['shiomi']],
    [named('新規'), []],
  ] as const)('%s', async ([path, publishers]) => {
    const { items } = await world.json(path);
    expect(items.map(({ publisher }: { publisher: string }) => publisher)).toEqual(publishers);
  });
});

test('a series answers to the ids of all its stages', async () => {
  const [series] = (await world.json(`${named('求人')}`)).items;
  expect(series.moves).toMatchObject([{ fiscalYear: 2014, score: 0.5 }]);
  for (const { id } of series.stages) {
    expect(await world.json(`/v1/series/${id}`)).toEqual({ ...series, candidates: [] });
  }
});

test('what stops has a candidate in the project’s next sheet, which has it in turn', async () => {
  const [old] = (await world.json(named('就職した人数'))).items;
  const [candidate, ...others] = (await world.json(`/v1/series/${old.id}`)).candidates;
  expect(others).toEqual([]);
  expect(candidate).toMatchObject({ name: '就職した人の数', reason: 'renamed' });
  const next = await world.json(`/v1/series/${candidate.seriesId}`);
  expect(next.candidates).toMatchObject([
    { seriesId: old.id, reason: 'renamed' },
    { name: '就職した人たちの数', reason: 'renamed' },
  ]);
});

test('a sheet between two of the series tells of its other name once', async () => {
  const own = await universe.world();
  const years = { 2012: '就職者', 2013: '就職した者', 2014: '就職者' };
  const said = Object.entries(years).map(([year, name]) => ({
    fiscalYear: Number(year),
    indicators: { [name]: 1 },
  }));
  await own.deliver(await own.put('a.pdf', pdf(said)));
  const [series] = (await own.json(named('就職者'))).items;
  const { candidates } = await own.json(`/v1/series/${series.id}`);
  expect(candidates).toMatchObject([{ name: '就職した者', reason: 'renamed' }]);
  const other = await own.json(`/v1/series/${candidates[0].seriesId}`);
  expect(other.candidates).toMatchObject([{ seriesId: series.id }]);
});

test('of the namesakes of a common name the best are shown', async () => {
  const own = await universe.world();
  const common = Array.from({ length: 53 }, (_, n) => ({
    number: String(n + 1),
    indicators: { 参加者数: n === 40 ? 1 : n + 1 },
  }));
  await own.deliver(await own.put('common.pdf', pdf(common)));
  const all = (await own.json(`${named('参加者数')}&limit=200`)).items;
  expect(all).toHaveLength(53);
  const of = (number: string) => all.find((one: Series) => one.stages[0]?.number === number).id;
  const { candidates } = await own.json(`/v1/series/${of('1')}`);
  expect(candidates).toHaveLength(50);
  expect(candidates[0]).toMatchObject({ seriesId: of('41'), reason: 'namesake', score: 0.75 });
});

test('a sheet that is withdrawn or corrected changes the series, not its id', async () => {
  const own = await universe.world();
  const [first, second] = sheets as [Said, Said];
  await own.deliver(await own.put('a.pdf', pdf([first])), await own.put('b.pdf', pdf([second])));
  const [before] = (await own.json(named('新規就職者数'))).items;
  const corrected = { ...second, indicators: { 新規就職者数: 111 } };
  await own.deliver(await own.put('b.pdf', pdf([corrected])));
  const { years } = await own.json(`/v1/series/${before.id}`);
  expect(years[1].actual).toMatchObject({ value: 111, sources: [{ value: 111 }], revisions: [] });
  expect(summary((await own.json('/v1/series')).items)).toEqual([
    'shiomi 就職した人数 1',
    'shiomi 新規就職者数 1',
    'shiomi 求 人 1',
  ]);
  await own.deliver(await own.remove('a.pdf'), await own.remove('b.pdf'));
  expect((await own.json('/v1/series')).items).toEqual([]);
  expect((await own.get(`/v1/series/${before.id}`)).status).toBe(404);
});

test.for([
  ['/v1/series/x', 404, 'not-found'],
  ['/v1/series/shiomi-0123456789abcdef-01234567', 404, 'not-found'],
  [`/v1/series/${'m'.repeat(70)}-0123456789abcdef-01234567`, 404, 'not-found'],
  ['/v1/series/%00-0123456789abcdef-01234567', 404, 'not-found'],
  ['/v1/series/%F0%9F%98%80%23', 404, 'not-found'],
  ['/v1/series?limit=0', 400, 'invalid-parameter'],
  ['/v1/series?cursor=x', 400, 'invalid-cursor'],
  ['/v1/series?fiscalYear=2013', 400, 'unknown-parameter'],
  ['/v1/series/x?limit=1', 400, 'unknown-parameter'],
  ['/v1/series?name=%ED%A0%80', 400, 'invalid-parameter'],
] as const)('%s is refused', async ([path, status, code]) => {
  const answer = await world.get(path);
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ code });
});

test('a name that nothing has finds nothing', async () => {
  const answer = await world.get(`/v1/series?name=${'あ'.repeat(300)}`);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ items: [], nextCursor: null });
});

test.for(['aichi', 'gif', 'あ'.repeat(100), '%23'])(
  'the publisher %s is refused, and the known ones are named',
  async (publisher) => {
    const answer = await world.get(`/v1/series?publisher=${publisher}`);
    expect(answer.status).toBe(400);
    const { code, detail } = (await answer.json()) as { code: string; detail: string };
    expect(code).toBe('invalid-parameter');
    expect(detail).toContain('gifu');
    expect(detail).toContain('shiomi');
  },
);
