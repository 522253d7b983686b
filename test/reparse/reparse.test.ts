import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ReadPdf } from '../../lambdas/reader/read.ts';
import { makeReparseObject } from '../../lambdas/reparse/reparse.ts';
import { openUniverse, pdf, type World } from '../ingest/world.ts';
import { mended, reader, refusing } from './readers.ts';

let universe: Awaited<ReturnType<typeof openUniverse>>;
let world: World;
beforeAll(async () => {
  universe = await openUniverse();
});
afterAll(() => universe.close());
beforeEach(async () => {
  world = await universe.world();
});

const ID = 'shiomi-2013-kinkyu-8';
const NEXT = 'next';

const reparser = (readPdf: ReadPdf, ownVersion = NEXT) =>
  makeReparseObject({ store: world.store, bucket: world.bucket, readPdf, ownVersion });

test('a look shows exactly the changed fields with their places, and writes nothing', async () => {
  const book = pdf([{ number: '8' }, { number: '9', indicators: { 求人数: 30 } }]);
  await world.deliver(await world.put('book.pdf', book), await world.put('copy.pdf', book));
  const before = await world.rows();
  const reparse = reparser(mended);
  const at = [{ page: 1, box: [10, 20, 110, 32] }];
  expect(await reparse('book.pdf', { publish: false })).toEqual({
    key: 'book.pdf',
    outcome: 'changed',
    code: null,
    changes: [],
    sheets: [
      {
        id: ID,
        format: 'mie-project',
        kind: 'changed',
        changes: [
          {
            path: 'indicators[新規就職者数].values[2013 actual].value',
            field: 'indicators.values.value',
            from: { value: 120, at },
            to: { value: 20, at },
          },
        ],
      },
    ],
  });
  expect(await reparse('copy.pdf', { publish: false })).toMatchObject({
    outcome: 'skipped',
    code: 'another-key',
  });
  expect(await reparse('nothing.pdf', { publish: false })).toMatchObject({ code: 'not-ingested' });
  expect(await world.rows()).toEqual(before);
});

test('publishing makes it current, leaves nothing of the old reading, and again does nothing', async () => {
  await world.deliver(await world.put('a.pdf', pdf([{ number: '8' }])));
  const before = await world.rows();
  const reparse = reparser(mended);
  expect(await reparse('a.pdf', { publish: true })).toMatchObject({ outcome: 'published' });
  expect((await world.json(`/v1/sheets/${ID}`)).indicators[0].values[0].value).toBe(20);
  expect((await world.json('/v1/indicators')).items).toMatchObject([{ values: [{ value: 20 }] }]);
  expect((await world.json('/v1/documents')).items).toMatchObject([
    { status: 'SUCCEEDED', readerVersion: NEXT },
  ]);
  const after = await world.rows();
  expect(after).toHaveLength(before.length);
  const old = new Set(before.map(({ pk }) => pk));
  expect(after.filter(({ pk }) => String(pk).startsWith('BODY#') && old.has(pk))).toEqual([]);

  expect(await reparse('a.pdf', { publish: true })).toMatchObject({ outcome: 'current' });
  expect(await world.rows()).toEqual(after);
});

test('what a limit refused is tried again by the same reader', async () => {
  await world.deliver(await world.put('a.pdf', pdf([{}])));
  await reparser(refusing('unrecognized-format'))('a.pdf', { publish: true });
  await reparser(refusing('timed-out'), 'slow')('a.pdf', { publish: true });
  expect((await world.json('/v1/documents')).items[0].error.code).toBe('timed-out');
  const slow = reparser(refusing('timed-out'), 'slow');
  expect(await slow('a.pdf', { publish: true })).toMatchObject({ outcome: 'unchanged' });
  const patient = reparser(
    reader(() => {}),
    'slow',
  );
  expect(await patient('a.pdf', { publish: true })).toMatchObject({ outcome: 'published' });
  expect((await world.json('/v1/sheets')).items).toHaveLength(1);
});

test('a scan that was refused while pictures were not read is read, and not taken back when they are not again', async () => {
  await world.deliver(await world.put('a.pdf', pdf([{}])));
  await reparser(refusing('unrecognized-format'))('a.pdf', { publish: true });
  await reparser(refusing('no-text'), 'same')('a.pdf', { publish: true });
  expect((await world.json('/v1/documents')).items[0].error.code).toBe('no-text');
  const seeing = reparser(
    reader(() => {}),
    'same',
  );
  expect(await seeing('a.pdf', { publish: true })).toMatchObject({ outcome: 'published' });
  expect((await world.json('/v1/sheets')).items).toHaveLength(1);
  const blind = reparser(refusing('no-text'), 'later');
  expect(await blind('a.pdf', { publish: true })).toMatchObject({ outcome: 'failed' });
  expect((await world.json('/v1/sheets')).items).toHaveLength(1);
});

test('where the new reader reads the same, only that is noted', async () => {
  await world.deliver(await world.put('a.pdf', pdf([{}])));
  const before = await world.rows();
  const same = reparser(reader(() => {}));
  expect(await same('a.pdf', { publish: true })).toMatchObject({ outcome: 'unchanged' });
  const kept = (rows: Record<string, unknown>[]) => rows.filter(({ sk }) => sk !== 'DOCUMENT');
  expect(kept(await world.rows())).toEqual(kept(before));
  expect(await same('a.pdf', { publish: true })).toMatchObject({ outcome: 'current' });
});

test('known bytes are published anew in no other way', async () => {
  const body = pdf([{}]);
  await world.deliver(await world.put('a.pdf', body));
  await reparser(mended)('a.pdf', { publish: true });
  const current = await world.json(`/v1/sheets/${ID}`);
  await world.deliver(await world.put('a.pdf', body), await world.put('b.pdf', body));
  expect(world.readings).toHaveLength(1);
  expect(await world.json(`/v1/sheets/${ID}`)).toEqual(current);
});

test('sheets that are found and lost, and documents that are refused no longer', async () => {
  await world.deliver(await world.put('a.pdf', pdf([{ number: '8' }, { number: '9' }])));
  const renamed = reader(({ sheets }) => {
    for (const sheet of sheets) if (sheet.number === '9') sheet.id = 'shiomi-2013-kinkyu-10';
  });
  expect(await reparser(renamed)('a.pdf', { publish: true })).toMatchObject({
    sheets: [
      { id: 'shiomi-2013-kinkyu-10', kind: 'added' },
      { id: 'shiomi-2013-kinkyu-9', kind: 'removed' },
    ],
  });
  expect((await world.json('/v1/sheets')).items).toMatchObject([
    { id: ID },
    { id: 'shiomi-2013-kinkyu-10' },
  ]);

  const refused = reparser(refusing('unrecognized-format'), 'stricter');
  expect(await refused('a.pdf', { publish: true })).toMatchObject({
    outcome: 'published',
    code: 'unrecognized-format',
    sheets: [{ kind: 'removed' }, { kind: 'removed' }],
  });
  expect((await world.json('/v1/sheets')).items).toEqual([]);
  expect((await world.json('/v1/documents')).items).toMatchObject([{ status: 'FAILED' }]);

  await reparser(mended, 'later')('a.pdf', { publish: true });
  expect((await world.json('/v1/sheets')).items).toHaveLength(2);
  expect((await world.json('/v1/documents')).items).toMatchObject([
    { status: 'SUCCEEDED', error: null },
  ]);
});

test('a reading that only took too long takes nothing back', async () => {
  await world.deliver(await world.put('a.pdf', pdf([{}])));
  const before = await world.rows();
  expect(await reparser(refusing('timed-out'))('a.pdf', { publish: true })).toMatchObject({
    outcome: 'failed',
    code: 'timed-out',
  });
  expect(await world.rows()).toEqual(before);
});

test('who reads meanwhile sees the old or the new, in records and in lists, never some of both', async () => {
  const names = Array.from({ length: 60 }, (_, n) => `指標${n + 10}`);
  const indicators = Object.fromEntries(names.map((name) => [name, 0]));
  await world.deliver(await world.put('a.pdf', pdf([{ indicators }])));
  const seen = { record: new Set<string>(), list: new Set<string>() };
  let publishing = true;
  const look = async () => {
    while (publishing) {
      const record = await world.json(`/v1/sheets/${ID}`);
      const list = (await world.json('/v1/indicators?limit=60')).items;
      seen.record.add(told(record.indicators));
      seen.list.add(told(list));
    }
  };
  const looking = Promise.all([look(), look()]);
  for (let version = 1; version <= 12; version++) {
    const up = reader(({ sheets }) => {
      for (const value of sheets.flatMap((s) => s.indicators.flatMap(({ values }) => values))) {
        value.value = version;
      }
    });
    await reparser(up, `v${version}`)('a.pdf', { publish: true });
  }
  publishing = false;
  await looking;
  const whole = new Set(
    Array.from({ length: 13 }, (_, n) => n).map((version) => `60 × ${version}`),
  );
  expect([...seen.record].filter((one) => !whole.has(one))).toEqual([]);
  expect([...seen.list].filter((one) => !whole.has(one))).toEqual([]);
  expect(seen.record.size).toBeGreaterThan(2);
});

function told(indicators: { values: { value: number }[] }[]): string {
  const values = new Set(indicators.flatMap(({ values }) => values.map(({ value }) => value)));
  return `${indicators.length} × ${[...values].join(', ')}`;
}
