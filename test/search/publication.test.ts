import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Hit } from '../../lambdas/domain/search/hit.ts';
import type { SheetRecord } from '../../parsers/records/sheet.ts';
import { makeSheet } from '../store/make-record.ts';
import { type Library, openLibrary, searchPath } from './library.ts';

let library: Library;
beforeAll(async () => {
  library = await openLibrary();
});
afterAll(() => library.close());

const said = (title: string): SheetRecord => {
  const indicators = Object.fromEntries([...'甲乙丙丁戊己庚辛'].map((name, n) => [name, n]));
  const sheet = makeSheet({ title, indicators });
  return { ...sheet, goals: [{ text: `${title}のための計画と予算と人材と設備と制度`, at: [] }] };
};
const older = said('漁港の整備');
const newer = said('藻場の再生');

const hits = async (q: string): Promise<Hit[]> => (await library.json(searchPath(q))).items;
const deathOf = (work: Promise<unknown>) => expect(work).rejects.toThrow();

/** How many calls of the store it takes to publish. */
async function callsToPublish(): Promise<number> {
  library.faults.storm(() => undefined);
  await library.publish(newer, 'probe.pdf');
  const calls = library.faults.calm();
  await library.withdraw('probe.pdf', 2);
  return calls;
}

/** Everything but what tells late events from new ones. */
async function leftovers(): Promise<string[]> {
  const { Items = [] } = await library.client.send(new ScanCommand({ TableName: library.table }));
  return Items.map(({ pk }) => pk?.S ?? '').filter(
    (pk) => !/^(?:(?:KEY|DOCUMENT|SHEET)#|FEED$)/.test(pk),
  );
}

test('another reading of a sheet takes the place of the first in what is found', async () => {
  await library.publish(older, 'a.pdf', 1);
  expect(await hits('漁港')).toHaveLength(2);
  await library.publish(newer, 'a.pdf', 2);
  expect(await hits('漁港')).toEqual([]);
  expect(await hits('藻場')).toMatchObject([{ sheet: { title: '藻場の再生' } }, {}]);
  await library.withdraw('a.pdf', 3);
  expect(await hits('藻場')).toEqual([]);
  expect(await leftovers()).toEqual([]);
});

test('a writer that dies at any call leaves the old hits or the new, and nothing once withdrawn', async () => {
  const calls = await callsToPublish();
  expect(calls).toBeGreaterThan(8);
  for (let n = 1; n <= calls; n++) {
    const key = `${n}.pdf`;
    await library.publish(older, key, 1);
    library.faults.strike(n, 'killed before');
    await deathOf(library.publish(newer, key, 2));
    library.faults.calm();
    const found = [await hits('漁港'), await hits('藻場')].map(({ length }) => length);
    expect(
      [
        [2, 0],
        [0, 2],
      ],
      `call ${n}`,
    ).toContainEqual(found);
    // Every second time the same event comes again before the object is removed.
    if (n % 2 === 0) {
      await library.publish(newer, key, 2);
      expect(await hits('藻場'), `call ${n}`).toHaveLength(2);
    }
    await library.withdraw(key, 3);
    expect(await leftovers(), `call ${n}`).toEqual([]);
  }
}, 300_000);
