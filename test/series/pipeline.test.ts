import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BUCKET, CREDENTIALS, REGION } from '../../cli/stack/defaults.ts';
import { putPdf } from '../../cli/stack/put-object.ts';
import type { RunningStack } from '../../cli/stack/stack.ts';
import type { MatchedSeries } from '../../lambdas/domain/series/series.ts';
import { MatchedSeries as Schema } from '../../lambdas/query/schemas/series.ts';
import { makeDocument } from '../../samples/generator/document.ts';
import { reportTool, yearbookTool } from '../../samples/producers.ts';
import { startAt } from '../backfill/state.ts';
import { FOUR } from './sheets.ts';
import { FOUR_SHEETS, tableOf } from './table.ts';

// PDFs in the bucket → series over HTTP: the whole embedded stack, reading included.

let dir: string;
let stack: RunningStack;
beforeAll(async () => {
  const drawn = await Promise.all(
    FOUR.map((sheet, n) => makeDocument(n % 2 ? reportTool : yearbookTool, [sheet])),
  );
  const kept = ['shiomi-2012-kinkyu-2', 'shiomi-2014-kyoso-5', 'book-2015'].map((name) =>
    readFile(`samples/${name}.pdf`),
  );
  const pdfs = [...drawn.map(({ pdf }) => pdf), ...(await Promise.all(kept))];
  dir = await mkdtemp(join(tmpdir(), 'shisaku-series-'));
  stack = await startAt(join(dir, 'data'));
  // The newest first: when a sheet was uploaded says nothing about which is later.
  for (const [n, pdf] of [...pdfs.entries()].toReversed()) {
    await putPdf({ s3Url: stack.s3Url, bucket: BUCKET }, `${n}.pdf`, new Uint8Array(pdf), {
      region: REGION,
      credentials: CREDENTIALS,
    });
  }
  await stack.settled();
});
afterAll(async () => {
  await stack.close();
  await rm(dir, { recursive: true });
});

// biome-ignore lint/suspicious/noExplicitAny: answers of two shapes, one of them validated below
const json = async (path: string): Promise<any> => (await fetch(stack.apiUrl + path)).json();
async function seriesNamed(name: string): Promise<MatchedSeries> {
  const { items } = await json(`/v1/series?publisher=shiomi&name=${encodeURIComponent(name)}`);
  expect(items).toHaveLength(1);
  return Schema.strict().parse(await json(`/v1/series/${items[0].id}`));
}

test('four PDFs that overlap are one series as the hand-written table says', async () => {
  const series = await seriesNamed('夜も開く避難場所 (累計)');
  expect(tableOf(series)).toBe(FOUR_SHEETS);
  expect(series.stages).toMatchObject([{ program: 'kinkyu', number: '7', level: 'project' }]);
  expect(series.moves).toEqual([]);
});

test('the target that the book of 2015 revised is shown with both places', async () => {
  const series = await seriesNamed('県産材の年間使用量');
  const target = series.years.find(({ fiscalYear }) => fiscalYear === 2015)?.target;
  expect(target).toMatchObject({ value: 310, unit: '千立米', evaluates: 2015 });
  expect(target?.sources).toHaveLength(2);
  const changed = series.years.flatMap(({ baseline, target, actual, achievement }) =>
    [baseline, target, actual, achievement].flatMap((one) => one?.revisions ?? []),
  );
  expect(changed).toMatchObject([
    {
      change: 'corrected',
      from: { sheetId: 'shiomi-2014-kyoso-5', text: '315千立米' },
      to: { sheetId: 'shiomi-2015-kyoso-5', text: '310千立米' },
    },
  ]);
  for (const { sheetId, indicatorId, at } of [changed[0]?.from, changed[0]?.to].flatMap(
    (one) => one ?? [],
  )) {
    const truth = sheetId === 'shiomi-2014-kyoso-5' ? sheetId : `book-2015.${sheetId}`;
    const drawn = JSON.parse(await readFile(`samples/${truth}.json`, 'utf8'));
    const { values } = drawn.indicators.find(
      ({ name }: { name: string }) => name === '県産材の年間使用量',
    );
    const place = values.find(
      (one: { fiscalYear: number; type: string }) =>
        one.fiscalYear === 2015 && one.type === 'target',
    ).at;
    expect(at.page, indicatorId).toBe(place.page);
    for (const [n, edge] of at.box.entries()) expect(Math.abs(edge - place.box[n])).toBeLessThan(3);
  }
});

test('two projects that name the same at the same time have a series each', async () => {
  const name = '水位計の情報を受け取る登録者数';
  const { items } = await json(`/v1/series?name=${encodeURIComponent(name)}`);
  const [project, other] = items.toSorted(
    (a: MatchedSeries, b: MatchedSeries) =>
      Number(a.stages[0]?.number) - Number(b.stages[0]?.number),
  );
  const series = Schema.strict().parse(await json(`/v1/series/${project.id}`));
  expect(series.years.find(({ fiscalYear }) => fiscalYear === 2012)?.actual).toMatchObject({
    value: 11206,
    revisions: [{ change: 'reported', from: { text: '集計中', value: null } }],
  });
  expect(series.candidates).toMatchObject([{ seriesId: other.id, reason: 'namesake' }]);
});
