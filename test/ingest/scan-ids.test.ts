import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openUniverse, pdf, sha256, type World } from './world.ts';

let universe: Awaited<ReturnType<typeof openUniverse>>;
let world: World;
beforeAll(async () => {
  universe = await openUniverse();
});
afterAll(() => universe.close());
beforeEach(async () => {
  world = await universe.world();
  const known = [
    { number: '8', title: '働く場をふやす' },
    { number: '9', title: '森を守る' },
    { number: '10', title: '山を守る' },
    { number: '11', title: '橋をかける第１期' },
  ];
  await world.deliver(await world.put('known.pdf', pdf(known)));
});

type Found = { id: string; title: string; warnings: { code: string; message: string }[] };
async function idsOf(file: string, key = 'scan.pdf'): Promise<string[]> {
  await world.deliver(await world.put(key, file));
  const { items } = await world.json('/v1/documents');
  return items.find((one: { sha256: string }) => one.sha256 === sha256(file)).sheetIds;
}
const saidOf = async (id: string): Promise<Found> => world.json(`/v1/sheets/${id}`);

test('a scan whose number and title were read has their id', async () => {
  const scan = pdf([{ number: '8', title: '働く場をふやす', doubts: ['ほか'] }], 1);
  expect(await idsOf(scan)).toEqual(['shiomi-2013-kinkyu-8']);
});

test('where its number is in doubt the known title decides, and it is told', async () => {
  const scan = pdf([{ number: '3', title: '働く場をふやす', doubts: ['3'], grade: 'A' }], 1);
  expect(await idsOf(scan)).toEqual(['shiomi-2013-kinkyu-8']);
  const { title, warnings } = await saidOf('shiomi-2013-kinkyu-8');
  expect(title).toBe('働く場をふやす');
  expect(warnings.filter(({ code }) => code === 'repaired')).toMatchObject([
    { message: expect.stringContaining('nearest known title') },
  ]);
});

test('so it does where characters of the title are in doubt, too', async () => {
  const scan = pdf([{ number: '0', title: '勧く揚をふやす', doubts: ['0', '勧く揚'] }], 1);
  expect(await idsOf(scan)).toEqual(['shiomi-2013-kinkyu-8']);
});

test('a title that differs where it is not in doubt is another', async () => {
  const scan = pdf([{ number: '3', title: '働く場をへらす', doubts: ['3', '働く'] }], 1);
  expect(await idsOf(scan)).toEqual(['shiomi-2013-kinkyu-3']);
});

test.each([
  ['of two that are as near', { title: '本を守る', doubts: ['本', '1'] }, '2013-kinkyu-1'],
  ['of another figure', { title: '橋をかける第２期', doubts: ['第２期', '1'] }, '2013-kinkyu-1'],
  ['of another year', { title: '森を守る', fiscalYear: 2014, doubts: ['1'] }, '2014-kinkyu-1'],
])('none is taken %s', async (_, said, id) => {
  expect(await idsOf(pdf([{ number: '1', ...said }], 1))).toEqual([`shiomi-${id}`]);
});

test('an object that is named by an id of its publisher and year decides first', async () => {
  const scan = pdf([{ number: '3', title: '働く場をふやす', doubts: ['3'] }], 1);
  expect(await idsOf(scan, 'old/shiomi-2013-kinkyu-13.pdf')).toEqual(['shiomi-2013-kinkyu-13']);
  const { warnings } = await saidOf('shiomi-2013-kinkyu-13');
  expect(warnings.filter(({ code }) => code === 'repaired')).toHaveLength(1);
});
