import { afterAll, beforeAll, expect, test } from 'vitest';
import { slugOfName } from '../../parsers/publishers/identity.ts';
import { openUniverse, pdf, type World } from '../ingest/world.ts';
import { openDocument } from './documented.ts';

/** No table has it. */
const PHANTOM = await slugOfName('幻島市');

let universe: Awaited<ReturnType<typeof openUniverse>>;
let world: World;
beforeAll(async () => {
  universe = await openUniverse('sqlite');
  world = await universe.world();
  await world.deliver(
    await world.put(
      'book.pdf',
      pdf([
        { publisher: 'mie', fiscalYear: 2014, program: 'shisaku', number: '214' },
        { publisher: 'mie', fiscalYear: 2012, program: 'kinkyu', number: '2' },
        { publisher: '242021', fiscalYear: 2013, number: '5' },
        { publisher: 'nowhere', publisherName: '架空市', fiscalYear: 2013, number: '5' },
        { publisher: PHANTOM, publisherName: '幻島市', number: '7' },
      ]),
    ),
  );
}, 60_000);
afterAll(() => universe.close());

const SLUGS = ['242021', 'mie', 'nowhere', PHANTOM];

test('each publisher has its name, code, years and programs', async () => {
  const { items, nextCursor } = await world.json('/v1/publishers');
  expect(nextCursor).toBeNull();
  expect(items).toMatchObject([
    { publisher: '242021', publisherCode: '242021', publisherName: '四日市市', sheetCount: 1 },
    {
      ...{ publisher: 'mie', publisherCode: '240001', publisherName: '三重県', sheetCount: 2 },
      ...{ firstFiscalYear: 2012, lastFiscalYear: 2014, programs: ['kinkyu', 'shisaku'] },
    },
    { publisher: 'nowhere', publisherCode: null, publisherName: '架空市', sheetCount: 1 },
    { publisher: PHANTOM, publisherCode: null, publisherName: '幻島市', sheetCount: 1 },
  ]);
});

test('in pages, and whole as a table', async () => {
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = await world.json(`/v1/publishers?limit=1${cursor && `&cursor=${cursor}`}`);
    seen.push(...page.items.map(({ publisher }: { publisher: string }) => publisher));
    cursor = page.nextCursor;
  }
  expect(seen).toEqual(SLUGS);
  const csv = await (await world.app.request('/v1/publishers?format=csv')).text();
  expect(
    csv
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(',')[0]),
  ).toEqual(['publisher', ...SLUGS]);
});

test('answers are inside of the document', async () => {
  const api = await openDocument(world.app);
  const answer = await world.app.request('/v1/publishers');
  expect(await api.outside('/v1/publishers', 'get', answer)).toBeUndefined();
  expect((await world.app.request('/v1/publishers?year=2013')).status).toBe(400);
});

test.each(['sheets', 'observations', 'search?q=a', 'facets?of=sheets&by=program', 'series'])(
  '%s: a publisher that no table has is asked for by its name',
  async (list) => {
    const path = `/v1/${list}${list.includes('?') ? '&' : '?'}publisher=`;
    const bySlug = await world.json(path + PHANTOM);
    expect(await world.json(path + encodeURIComponent('幻島市'))).toEqual(bySlug);
    expect(await world.json(path + encodeURIComponent(' 幻島 市'))).toEqual(bySlug);
  },
);

test('by name as by slug, its own sheets alone', async () => {
  const { items } = await world.json(`/v1/sheets?publisher=${encodeURIComponent('幻島市')}`);
  expect(items).toMatchObject([{ publisher: PHANTOM }]);
});

test('a name that nobody has is refused as it was typed', async () => {
  const answer = await world.app.request(`/v1/sheets?publisher=${encodeURIComponent('無名市')}`);
  expect(answer.status).toBe(400);
  const { detail } = (await answer.json()) as { detail: string };
  expect(detail).toContain('there is no 無名市; there are 242021, mie');
});
