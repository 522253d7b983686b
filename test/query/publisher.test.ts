import { afterAll, beforeAll, expect, test } from 'vitest';
import { openUniverse, pdf, type World } from '../ingest/world.ts';

let universe: Awaited<ReturnType<typeof openUniverse>>;
let world: World;
beforeAll(async () => {
  universe = await openUniverse();
  world = await universe.world();
  for (const publisher of ['mie', '242021', 'shiomi'])
    await world.deliver(await world.put(`${publisher}.pdf`, pdf([{ publisher }])));
});
afterAll(() => universe.close());

const LISTS = ['sheets', 'indicators', 'series', 'observations'];
const found = async (list: string, said: string): Promise<string[]> => {
  const { items } = await world.json(`/v1/${list}?publisher=${encodeURIComponent(said)}`);
  return [
    ...new Set<string>(
      // biome-ignore lint/suspicious/noExplicitAny: lists of every shape
      items.map((item: any) => item.publisher ?? item.sheet.publisher),
    ),
  ];
};

test.each([
  ['mie', ['mie']],
  ['240001', ['mie']],
  ['24000', ['mie']],
  ['三重県', ['mie']],
  ['242021', ['242021']],
  ['24202', ['242021']],
  ['shiomi', ['shiomi']],
])('publisher=%s is %j in every list', async (said, expected) => {
  for (const list of LISTS) expect(await found(list, said), list).toEqual(expected);
  const { items } = await world.json(
    `/v1/search?q=${encodeURIComponent('新規就職者数')}&publisher=${encodeURIComponent(said)}`,
  );
  expect(items.length).toBeGreaterThan(0);
});
