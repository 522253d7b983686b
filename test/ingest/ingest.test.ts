import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openUniverse, pdf, sha256, sqsEvent, type World } from './world.ts';

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
const first = pdf([{ title: '働く場をふやす' }]);
const corrected = pdf([{ title: '働く場を大きくふやす' }]);
const ids = async () =>
  (await world.json('/v1/sheets')).items.map((sheet: { id: string }) => sheet.id);

test('an upload becomes a document, a sheet and its indicators', async () => {
  expect(await world.deliver(await world.put('平成25年度/シート 8+1.pdf', first))).toEqual([]);
  expect((await world.json('/v1/documents')).items).toMatchObject([
    {
      sha256: sha256(first),
      keys: ['平成25年度/シート 8+1.pdf'],
      status: 'SUCCEEDED',
      error: null,
      sheetIds: [ID],
      pages: 1,
      textSource: 'embedded',
      warnings: [{ code: 'repeated-item' }],
    },
  ]);
  expect(await world.json(`/v1/sheets/${ID}`)).toMatchObject({ id: ID, title: '働く場をふやす' });
  expect((await world.json('/v1/indicators')).items).toMatchObject([
    { name: '新規就職者数', values: [{ value: 120 }], sheet: { id: ID } },
  ]);
});

test('ten workers on the same event make one sheet with one revision', async () => {
  const event = await world.put('a.pdf', first);
  const failures = await Promise.all(Array.from({ length: 10 }, () => world.deliver(event)));
  expect(failures.flat()).toEqual([]);
  expect(await ids()).toEqual([ID]);
  expect((await world.json(`/v1/sheets/${ID}/revisions`)).items).toHaveLength(1);
  expect((await world.json('/v1/indicators')).items).toHaveLength(1);
  expect((await world.json('/v1/documents')).items).toMatchObject([{ status: 'SUCCEEDED' }]);
});

test('the same bytes are read once and only add a key', async () => {
  await world.deliver(await world.put('a.pdf', first));
  const before = await world.json(`/v1/sheets/${ID}/revisions`);
  await world.deliver(await world.put('a.pdf', first), await world.put('b.pdf', first));
  expect(world.readings).toHaveLength(1);
  expect((await world.json('/v1/documents')).items).toMatchObject([{ keys: ['a.pdf', 'b.pdf'] }]);
  expect(await world.json(`/v1/sheets/${ID}/revisions`)).toEqual(before);
});

test('another PDF of the sheet is its next revision, the older one stays readable', async () => {
  await world.deliver(await world.put('a.pdf', first), await world.put('b.pdf', corrected));
  const { items } = await world.json(`/v1/sheets/${ID}/revisions`);
  expect(items).toMatchObject([
    { current: true, documents: [sha256(corrected)] },
    { current: false, documents: [sha256(first)] },
  ]);
  const titles = items.map(async ({ revision }: { revision: string }) => {
    return (await world.json(`/v1/sheets/${ID}/revisions/${revision}`)).title;
  });
  expect(await Promise.all(titles)).toEqual(['働く場を大きくふやす', '働く場をふやす']);
  expect((await world.json('/v1/indicators')).items).toHaveLength(1);
});

test('a PDF that says the same in another place is no revision, but stands in when the first goes', async () => {
  const moved = pdf([{ title: '働く場をふやす', page: 3 }]);
  await world.deliver(await world.put('a.pdf', first));
  const { revision } = await world.json(`/v1/sheets/${ID}`);
  await world.deliver(await world.put('b.pdf', moved));
  expect((await world.json(`/v1/sheets/${ID}/revisions`)).items).toMatchObject([
    { revision, documents: [sha256(first), sha256(moved)] },
  ]);
  expect((await world.json(`/v1/sheets/${ID}`)).pages).toEqual({ from: 1, to: 1 });

  await world.deliver(await world.remove('a.pdf'));
  expect((await world.json(`/v1/sheets/${ID}/revisions`)).items).toMatchObject([
    { revision, documents: [sha256(moved)] },
  ]);
  expect((await world.json(`/v1/sheets/${ID}`)).pages).toEqual({ from: 3, to: 3 });
  expect((await world.json('/v1/indicators')).items).toMatchObject([
    { values: [{ at: { page: 3 } }] },
  ]);
});

test('overwritten content is history, and goes with its key', async () => {
  await world.deliver(await world.put('a.pdf', first));
  await world.deliver(await world.put('a.pdf', corrected));
  expect((await world.json(`/v1/sheets/${ID}`)).title).toBe('働く場を大きくふやす');
  expect((await world.json(`/v1/sheets/${ID}/revisions`)).items).toHaveLength(2);

  await world.deliver(await world.remove('a.pdf'));
  const gone = await world.get(`/v1/sheets/${ID}`);
  expect(gone.status).toBe(404);
  expect(await gone.json()).toMatchObject({ code: 'not-found' });
  for (const path of [`/v1/sheets/${ID}/revisions`, `/v1/documents/${sha256(first)}`]) {
    expect((await world.get(path)).status).toBe(404);
  }
  for (const list of ['sheets', 'indicators', 'documents']) {
    expect((await world.json(`/v1/${list}`)).items).toEqual([]);
  }

  await world.deliver(await world.put('a.pdf', first));
  expect((await world.json(`/v1/sheets/${ID}/revisions`)).items).toHaveLength(1);
});

test('a sheet whose only PDF was overwritten by another keeps its history without being current', async () => {
  await world.deliver(await world.put('a.pdf', first));
  await world.deliver(await world.put('a.pdf', pdf([{ number: '9' }])));
  expect(await ids()).toEqual(['shiomi-2013-kinkyu-9']);
  expect((await world.get(`/v1/sheets/${ID}`)).status).toBe(404);
  expect((await world.json(`/v1/sheets/${ID}/revisions`)).items).toMatchObject([
    { current: false },
  ]);
});

test('an older event changes nothing', async () => {
  const older = await world.put('a.pdf', first);
  const newer = await world.put('a.pdf', corrected);
  await world.deliver(newer, older);
  expect((await world.json(`/v1/sheets/${ID}`)).title).toBe('働く場を大きくふやす');
  const removed = await world.remove('a.pdf');
  await world.deliver(removed, newer, older);
  expect(await ids()).toEqual([]);
});

test("S3's sequencers compare after padding on the right", async () => {
  const older = await world.put('a.pdf', first);
  await world.deliver(withSequencer(older, '0055AED6DCD90281E5'));
  const newer = await world.put('a.pdf', corrected);
  await world.deliver(withSequencer(newer, '0055AED6DCD90281E501'));
  expect((await world.json(`/v1/sheets/${ID}`)).title).toBe('働く場を大きくふやす');
  await world.deliver(withSequencer(await world.remove('a.pdf'), '0055AED6DCD90281E50'));
  expect(await ids()).toEqual([ID]);
});

test('what is no sheet ends as FAILED with its code and is not tried again', async () => {
  const text = await world.put('notes.txt', 'no PDF at all');
  const empty = await world.put('empty.pdf', '');
  const large = await world.put('large.pdf', '%PDF-'.padEnd(200_000, ' '));
  expect(await world.deliver(text, empty, large)).toEqual([]);
  const { items } = await world.json('/v1/documents?status=FAILED');
  expect(items).toMatchObject([
    { keys: ['notes.txt'], error: { code: 'not-a-pdf' }, sheetIds: [] },
    { keys: ['empty.pdf'], error: { code: 'not-a-pdf' }, bytes: 0 },
    { keys: ['large.pdf'], error: { code: 'too-large' }, sha256: null, bytes: 200_000 },
  ]);
  await world.deliver(await world.remove('large.pdf'));
  expect((await world.json('/v1/documents?key=large.pdf')).items).toEqual([]);
});

test('a yearly book brings many sheets, and an id twice only once', async () => {
  const numbers = Array.from({ length: 12 }, (_, n) => ({ number: String(n + 1) }));
  await world.deliver(await world.put('book.pdf', pdf([...numbers, { number: '12', grade: 'D' }])));
  expect(await ids()).toEqual(numbers.map(({ number }) => `shiomi-2013-kinkyu-${number}`));
  const [book] = (await world.json('/v1/documents')).items;
  expect(book.warnings).toMatchObject([{ code: 'repeated-item' }, { code: 'duplicate-sheet' }]);
});

test('each upload has one named outcome', async () => {
  const outcome = async (key: string, body: string) => {
    const { Records } = await world.put(key, body);
    const [record] = Records;
    if (!record) throw new Error('no record');
    const { sequencer, eTag } = record.s3.object;
    const event = { kind: 'created', key, sequencer, eTag, time: record.eventTime } as const;
    const done = await world.ingest.ingestObject(event);
    expect(await world.ingest.ingestObject(event)).toEqual(done);
    return done;
  };
  expect(await outcome('a.pdf', first)).toEqual({
    key: 'a.pdf',
    outcome: 'created',
    sheetIds: [ID],
  });
  expect(await outcome('b.pdf', corrected)).toMatchObject({ outcome: 'revised' });
  expect(await outcome('c.pdf', pdf([{ title: '働く場を大きくふやす' }], 2))).toMatchObject({
    outcome: 'unchanged',
  });
  expect(await outcome('d.pdf', first)).toMatchObject({ outcome: 'unchanged' });
  expect(await outcome('a.pdf', first)).toMatchObject({ outcome: 'unchanged' });
  expect(await outcome('e.pdf', '?')).toMatchObject({ outcome: 'rejected', code: 'not-a-pdf' });
});

test('S3’s test event is nothing; a message that nobody understands is not swallowed', async () => {
  const testEvent = { Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'sheets' };
  const complaint = vi.spyOn(console, 'error').mockReturnValue();
  const odd = { Records: [{ eventName: 'ObjectRestore:Post' }] };
  const event = await world.put('a.pdf', first);
  const answer = await world.ingest.handler(sqsEvent([testEvent, odd, event]));
  expect(complaint).toHaveBeenCalledOnce();
  complaint.mockRestore();
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
  expect(await ids()).toEqual([ID]);
});

function withSequencer<E extends Awaited<ReturnType<World['put']>>>(
  event: E,
  sequencer: string,
): E {
  const copy = structuredClone(event);
  for (const { s3 } of copy.Records) s3.object.sequencer = sequencer;
  return copy;
}
