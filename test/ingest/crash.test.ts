import type { S3Event } from 'aws-lambda';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openUniverse, pdf, type World } from './world.ts';

let universe: Awaited<ReturnType<typeof openUniverse>>;
beforeAll(async () => {
  universe = await openUniverse();
  vi.spyOn(console, 'error').mockReturnValue();
});
afterAll(() => universe.close());

const SHEETS = ['mie-2013-kinkyu-8', 'mie-2013-kinkyu-9'];
const said = (title: string, value: number) =>
  ['8', '9'].map((number) => ({ number, title, indicators: { 就職者: value, 求人: value } }));
const older = pdf(said('旧', 1));
const newer = pdf(said('新', 2));

/** Whatever stood before the crash, and the event whose handling crashes. */
const scenes: Record<string, (world: World) => Promise<S3Event>> = {
  'a first upload': (world) => world.put('a.pdf', newer),
  'an overwrite': async (world) => {
    await world.deliver(await world.put('a.pdf', older));
    return world.put('a.pdf', newer);
  },
  'a second PDF': async (world) => {
    await world.deliver(await world.put('a.pdf', older));
    return world.put('b.pdf', newer);
  },
  'a removal': async (world) => {
    await world.deliver(await world.put('a.pdf', older), await world.put('b.pdf', newer));
    return world.remove('b.pdf');
  },
  'the removal of everything': async (world) => {
    await world.deliver(await world.put('a.pdf', older));
    return world.remove('a.pdf');
  },
};

test.for(Object.entries(scenes))(
  '%s that dies at any call of the store leaves each sheet old or new, and again mends it',
  { timeout: 120_000 },
  async ([, scene]) => {
    const control = await universe.world();
    const event = await scene(control);
    const before = await sheetsOf(control);
    const calls = await callsOf(() => control.deliver(event));
    const after = await sheetsOf(control);
    const final = await stateOf(control);
    expect(after).not.toEqual(before);

    for (let n = 1; n <= calls; n++) {
      const world = await universe.world();
      const again = await scene(world);
      universe.proxy.breakAt(n);
      const failed = await world.deliver(again);
      universe.proxy.mend();
      expect(failed, `call ${n}`).toEqual(['m0']);
      for (const [i, sheet] of (await sheetsOf(world)).entries()) {
        expect([before[i], after[i]], `call ${n}`).toContainEqual(sheet);
      }
      expect(await world.deliver(again)).toEqual([]);
      expect(await stateOf(world), `call ${n}`).toEqual(final);
    }
  },
);

async function callsOf(work: () => Promise<unknown>): Promise<number> {
  universe.proxy.breakAt(Number.POSITIVE_INFINITY);
  await work();
  return universe.proxy.mend();
}

/** Each sheet as anyone sees it: the record and its indicators in the lists. */
async function sheetsOf(world: World): Promise<unknown[]> {
  const indicators = (await world.json('/v1/indicators')).items;
  const of = async (id: string) => [
    await world.json(`/v1/sheets/${id}`),
    indicators.filter((one: { sheet: { id: string } }) => one.sheet.id === id),
  ];
  return Promise.all(SHEETS.map(of));
}

async function stateOf(world: World): Promise<unknown> {
  const documents = (await world.json('/v1/documents')).items.map(
    ({ receivedAt: _, updatedAt: __, ...rest }: Record<string, unknown>) => rest,
  );
  const histories = SHEETS.map(async (id) =>
    ((await world.json(`/v1/sheets/${id}/revisions`)).items ?? []).map(
      ({ since: _, ...rest }: Record<string, unknown>) => rest,
    ),
  );
  const lists = await world.json('/v1/sheets');
  return [documents, lists, await Promise.all(histories), await sheetsOf(world)];
}
