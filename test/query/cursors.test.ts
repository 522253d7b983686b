import { afterAll, beforeAll, expect, test } from 'vitest';
import { openUniverse, pdf, type World } from '../ingest/world.ts';
import { searchCorpus } from '../search/corpus.ts';
import { publish } from '../search/library.ts';
import { pagesOf } from './pages.ts';

let universe: Awaited<ReturnType<typeof openUniverse>>;
let world: World;
beforeAll(async () => {
  universe = await openUniverse();
  world = await universe.world();
  const sheets = ['20', '30', '40', '50'].map((number) => ({ number }));
  await world.deliver(await world.put('book.pdf', pdf(sheets)));
});
afterAll(() => universe.close());

const keyOf = (item: Record<string, unknown>): string => {
  const { id, sheet, sha256, indicatorId, type } = item as Record<string, string>;
  const sheetId = typeof sheet === 'object' ? Object(sheet).id : sheet;
  // A row of a sheet has the PDF's hash, which changes with it; a document has nothing else.
  return JSON.stringify([sheetId ?? id ?? sha256, sheetId && id, indicatorId, type]);
};

test.for(['/v1/sheets', '/v1/indicators', '/v1/observations', '/v1/documents', '/v1/series'])(
  'pages of %s go on where they were, whatever is published meanwhile',
  async (path, { task }) => {
    const first = await world.json(`${path}?limit=200`);
    const before: string[] = first.items.map(keyOf);
    const seen: string[] = [];
    let round = 0;
    for await (const items of pagesOf(world.json, `${path}?`, 1)) {
      seen.push(...items.map(keyOf));
      if (++round > 3) continue;
      // One sheet before all that were seen, one among those to come.
      const numbers = [String(round), `${44 + round}`];
      const said = numbers.map((number) => ({ number, title: `${task.name} ${number}` }));
      await world.deliver(await world.put(`${path}-${round}.pdf`, pdf(said)));
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((key) => before.includes(key))).toEqual(before);
  },
);

test('items of a sheet too', async () => {
  const [sheet] = (await searchCorpus(1)).filter(({ initiatives }) => initiatives.length > 0);
  if (!sheet) throw new Error('no sheet with items');
  await publish(world.store, sheet);
  const path = '/v1/initiatives?limit=5';
  const { items } = await world.json('/v1/initiatives?limit=200');
  const first = await world.json(path);
  await publish(world.store, { ...sheet, id: 'aaa-1999-a-1', publisher: 'aaa', fiscalYear: 1999 });
  const second = await world.json(`${path}&cursor=${first.nextCursor}`);
  expect([...first.items, ...second.items]).toEqual(items.slice(0, 10));
});
