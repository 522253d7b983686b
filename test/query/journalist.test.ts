import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FollowUp } from '../../lambdas/analysis/follow-up.ts';
import { DocumentRecord } from '../../parsers/records/document.ts';
import { openUniverse, type World } from '../ingest/world.ts';
import { publish } from '../search/library.ts';

/** The samples as their goldens have them. */
const SAMPLES = [
  'shiomi-2014-kyoso-5',
  'shiomi-2015-nanbu',
  'shiomi-2013-shisaku-214',
  'shiomi-2018-shisaku-326',
  'shiomi-2012-kinkyu-2',
];

let universe: Awaited<ReturnType<typeof openUniverse>>;
let world: World;
beforeAll(async () => {
  universe = await openUniverse('sqlite');
  world = await universe.world();
  for (const name of [...SAMPLES, 'book-2015']) {
    const { sheets } = DocumentRecord.parse(
      JSON.parse(readFileSync(`test/goldens/${name}.record.json`, 'utf8')),
    );
    for (const sheet of sheets) await publish(world.store, sheet);
  }
}, 240_000);
afterAll(() => universe.close());

/** One request; its rows as the columns that the table below has. */
async function rows(path: string, columns: readonly string[]): Promise<unknown[][]> {
  const answer = await world.app.request(`${path}&format=ndjson`);
  const lines = (await answer.text()).trimEnd().split('\n');
  const cellOf = (row: unknown, column: string) =>
    column.split('.').reduce((value, step) => (value as Record<string, unknown>)?.[step], row);
  return lines.map((line) => columns.map((column) => cellOf(JSON.parse(line), column)));
}

// The tables were drafted from the answers and checked against the samples' pages by eye.
test('which targets were lowered', async () => {
  const columns = ['sheet', 'indicator', 'ofFiscalYear', 'from.text', 'to.text'];
  expect(await rows('/v1/changes?kind=target-lowered', columns)).toEqual([
    ['shiomi-2015-kyoso-5', '県産材の年間使用量', 2015, '315千立米', '310千立米'],
  ]);
});

test('what of the changes asks for attention', async () => {
  const columns = ['sheet', 'kind', 'indicator', 'ofFiscalYear', 'severity'];
  const all = await rows('/v1/changes?publisher=shiomi', columns);
  const such = await rows('/v1/changes?severity=attention', columns);
  expect(such).toEqual(all.filter((row) => row[4] === 'attention'));
  expect(such).toContainEqual([
    ...['shiomi-2015-kyoso-5', 'target-lowered', '県産材の年間使用量', 2015, 'attention'],
  ]);
  expect(such.length).toBeLessThan(all.length);
  const { items } = await world.json('/v1/changes?severity=note&limit=200');
  expect(items).toHaveLength(all.length - such.length);
});

test('which targets were missed', async () => {
  const columns = ['indicator', 'target', 'actual', 'direction'];
  const found = await rows('/v1/indicators?met=false&fiscalYear=2015', columns);
  expect(found.toSorted()).toEqual(
    [
      ['１か月に１冊以上の本を読む県民の割合', 66, 64.9, 'more'],
      ['県産材の年間使用量', 310, 297, 'more'],
      ['移動図書館が立ち寄る場所', 180, 176, 'more'],
      ['若者の定住率', 60, 54.7, 'more'],
      ['遊水地と調整池にためられる水の量（累計）', 230, 226, 'more'],
      ['離島航路の利用者数の前年度との差', 1000, 874, 'more'],
    ].toSorted(),
  );
  const less = await rows('/v1/indicators?met=false&fiscalYear=2018', columns);
  expect(less).toContainEqual(['路線バスの運転士の不足数', 50, 96, 'less']);
});

test('which figures were not measured yet', async () => {
  const columns = ['sheet', 'indicator', 'text'];
  expect(await rows('/v1/observations?status=pending&type=actual', columns)).toEqual([
    ['shiomi-2012-kinkyu-2', '水位計の情報を受け取る登録者数', '集計中'],
    ['shiomi-2013-shisaku-214', '読み聞かせに関わる人のうち男性の割合', '集計中'],
    ['shiomi-2015-nanbu', '定置網など漁業の研修を終えた人の着業率', '調査中'],
    ['shiomi-2015-shisaku-214', '読み聞かせに関わる人のうち男性の割合', '集計中'],
  ]);
});

test('what was promised, and what the next year says of it', async () => {
  const { next, items } = await world.json('/v1/sheets/shiomi-2014-kyoso-5/follow-up');
  expect(next).toBe('shiomi-2015-kyoso-5');
  const told = items.map(({ promised, followedBy: [first] }: FollowUp) => [
    promised.text.slice(0, 8),
    first?.text.slice(0, 8),
  ]);
  expect(told).toEqual(
    expect.arrayContaining([
      ['耐火部材の共同加', '製材組合と耐火部'],
      ['住宅への助成を上', '住宅への助成を上'],
      ['二人一組での作業', '「安全の山」の宣'],
    ]),
  );
});
