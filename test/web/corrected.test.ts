import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { makeApp } from '../../lambdas/query/app.ts';
import { readAssets } from '../../web/assets/assets.ts';
import { writeAssets } from '../../web/assets/build.ts';
import { openUniverse, pdf, type World } from '../ingest/world.ts';

let universe: Awaited<ReturnType<typeof openUniverse>>;
let world: World;
let app: ReturnType<typeof makeApp>;
const folder = mkdtempSync(join(tmpdir(), 'shisaku-corrected-'));
const SHEET = 'shiomi-2013-kinkyu-8';
beforeAll(async () => {
  universe = await openUniverse('sqlite');
  writeAssets(folder);
});
afterAll(async () => {
  await universe.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  world = await universe.world();
  app = makeApp({ store: world.store, bucket: world.bucket, assets: readAssets(folder) });
  await world.deliver(await world.put('評価/2013.pdf', pdf([{}])));
  const next = pdf([{ fiscalYear: 2014, grade: 'A', indicators: { 新規就職者数: 130 } }]);
  await world.deliver(await world.put('評価/2014.pdf', next));
});

const html = async (path: string) => (await app.request(path)).text();

async function correct(field: string, said: object): Promise<void> {
  const { indicators, progress } = await world.json(`/v1/sheets/${SHEET}`);
  const [{ at, text: read }] = indicators[0].values;
  const what = field === 'grade' ? { at: progress.at, read: progress.grade } : { at, read };
  const answer = await app.request('/v1/corrections', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ sheetId: SHEET, field, ...what, ...said, reason: '原本で確かめた' }),
  });
  expect(answer.status).toBe(200);
}

const seriesPath = async () => `/series/${(await world.json('/v1/series?')).items[0].id}`;
const notes = (page: string) => page.match(/<ins class="corrected">/g)?.length ?? 0;

test('a series shows what was corrected beside what was read: as it stands, in its sheet, in the chart', async () => {
  const path = await seriesPath();
  expect(notes(await html(path))).toBe(0);
  await correct('value', { value: 210, text: '210人' });
  const page = await html(path);
  expect(notes(page)).toBe(2);
  expect(page).toContain('原本で確かめた');
  expect(page).toContain('>120人</a>');
  expect(page).toContain('class="corrected" transform=');
  expect(await html(`${path}/chart.svg`)).toContain('120人 (訂正: 210人 ＝ 210)');
});

test.each([
  [{ value: 210 }, '訂正: 210'],
  [{ value: null, text: '未確定' }, '訂正: 未確定'],
])('the list of indicators and its table show %j', async (said, told) => {
  expect(notes(await html('/indicators'))).toBe(0);
  await correct('value', said);
  const page = await html('/indicators');
  expect(page).toContain('120人');
  expect(page).toContain(`<ins class="corrected">${told}</ins>`);
  const rows = await (await app.request('/indicators/rows?fiscalYear=2013')).json();
  expect(rows).toMatchObject([
    {
      actual: 120,
      actualCorrected: said.value,
      actualCorrectedText: 'text' in said ? said.text : null,
    },
  ]);
});

test('what changed is what stands: a grade that was corrected changed to nothing else', async () => {
  expect(await html('/changes')).toContain('rating-changed');
  await correct('grade', { text: 'C' });
  const page = await html('/changes');
  expect(page).toContain('>B</a>');
  expect(notes(page)).toBe(1);
  await correct('grade', { text: 'A' });
  expect(await html('/changes')).not.toContain('rating-changed');
});

test('a list of sheets shows a grade that was corrected beside the one that was read', async () => {
  expect(notes(await html('/sheets'))).toBe(0);
  await correct('grade', { text: 'A' });
  const { items } = await world.json('/v1/sheets');
  const listed = items.find(({ id }: { id: string }) => id === SHEET);
  expect(listed).toMatchObject({ grade: 'B', gradeCorrected: 'A' });
  expect(notes(await html('/sheets'))).toBe(1);
});
