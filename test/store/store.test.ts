import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTable } from '../../lambdas/adapters/dynamodb/create-table.ts';
import { openRows } from '../../lambdas/adapters/dynamodb/rows.ts';
import { openSearch } from '../../lambdas/adapters/dynamodb/search/open.ts';
import { padSequencer } from '../../lambdas/domain/claims.ts';
import type { Rows } from '../../lambdas/ports/records.ts';
import type { DocumentItem } from '../../lambdas/store/items.ts';
import { openStore, type Store } from '../../lambdas/store/store.ts';
import { Refusal } from '../../parsers/records/refusal.ts';
import type { SheetRecord } from '../../parsers/records/sheet.ts';
import { startGuardedDynamodb } from '../dynamodb/server.ts';
import { makeRecord, makeSheet } from './make-record.ts';

let dir: string;
let server: Awaited<ReturnType<typeof startGuardedDynamodb>>;
let client: DynamoDBClient;
let table: string;
let rows: Rows;
let store: Store;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shisaku-test-'));
  server = await startGuardedDynamodb(dir);
  client = new DynamoDBClient({
    region: 'ap-northeast-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    endpoint: `http://127.0.0.1:${server.port}`,
  });
});
afterAll(async () => {
  client.destroy();
  await server.close();
  await rm(dir, { recursive: true, force: true });
});
beforeEach(async () => {
  table = `t-${randomUUID()}`;
  await createTable(client, table);
  rows = openRows(client, table);
  store = openStore(rows, openSearch(rows));
});

const SHA = 'a'.repeat(64);
const at = (n: number) => ({
  sequencer: padSequencer(`0${n}`),
  eTag: 'etag',
  time: `2014-07-01T09:0${n}:00.000Z`,
});

async function publish(n: number, key: string, sheet: SheetRecord, readerVersion: string) {
  const document = await store.receive(key, at(n), { id: SHA, sha256: SHA, bytes: 9 });
  if (!document) throw new Error('not received');
  const read = { ...makeRecord(SHA, 9, []), sheets: [sheet] };
  await store.record(document, read, readerVersion, document.reading?.id);
  await store.claim(key, { ...at(n), state: 'read', documentId: SHA });
  await store.settle(key, SHA);
  return document;
}

/** The partition of every row in partitions that begin so. */
async function rowsOf(prefix: string): Promise<string[]> {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: table }));
  const all = Items.map(({ pk, sk }) => ({ pk: pk?.S ?? '', sk: sk?.S ?? '' }));
  return all
    .filter(({ pk }) => pk.startsWith(prefix))
    .map(({ pk, sk }) => `${pk} ${sk}`)
    .toSorted();
}

test('the table may be made twice', async () => {
  await expect(createTable(client, table)).resolves.toBeUndefined();
});

test('a record of more than one item can hold comes back whole', async () => {
  const sheet = makeSheet();
  const noise = { text: randomBytes(900_000).toString('base64'), at: [] };
  const large = { ...sheet, leftovers: [noise] };
  await publish(1, 'a.pdf', large, '1');
  expect(await store.sheet(sheet.id)).toMatchObject({ leftovers: [noise] });
});

test('another reading of the same document takes the place of the first', async () => {
  await publish(1, 'a.pdf', makeSheet({ indicators: { 甲: 1, 乙: 2 } }), '1');
  await publish(1, 'a.pdf', makeSheet({ indicators: { 甲: 3 } }), '2');
  const { items } = await store.indicators({}, { limit: 9, after: undefined });
  expect(items).toMatchObject([{ name: '甲', values: [{ value: 3 }] }]);
  expect(await store.revisions('shiomi-2013-kinkyu-8')).toHaveLength(1);
});

test('a reading that another one replaced leaves nothing', async () => {
  await publish(1, 'a.pdf', makeSheet({ indicators: { 甲: 1, 乙: 2 } }), '1');
  const before = await rowsOf('BODY#');
  await publish(1, 'a.pdf', makeSheet({ indicators: { 甲: 3, 乙: 4 } }), '2');
  const after = await rowsOf('BODY#');
  expect(after).toHaveLength(before.length);
  expect(after.filter((pk) => before.includes(pk))).toEqual([]);
});

test('a document that was read is no other reader’s to read, unless that replaces the reading', async () => {
  const document = await publish(1, 'a.pdf', makeSheet({ indicators: { 甲: 1 } }), '1');
  const before = await rowsOf('');
  const late = { ...makeRecord(SHA, 9, []), sheets: [makeSheet({ indicators: { 甲: 2 } })] };
  await store.record(document, late, '0');
  await store.settle('a.pdf');
  expect(await rowsOf('')).toEqual(before);
  const { items } = await store.indicators({}, { limit: 9, after: undefined });
  expect(items).toMatchObject([{ values: [{ value: 1 }] }]);
});

test('who comes too late sweeps what it wrote itself, not what another wrote by the same version', async () => {
  const unread = await publish(1, 'a.pdf', makeSheet(), '1');
  const before = (await store.receive('a.pdf', at(1), {
    id: SHA,
    sha256: SHA,
    bytes: 9,
  })) as DocumentItem;
  const read = { ...makeRecord(SHA, 9, []), sheets: [makeSheet({ indicators: { 甲: 7 } })] };
  let meanwhile = async () => {};
  const deleteAll: Rows['deleteAll'] = async (gone) => {
    await meanwhile();
    await rows.deleteAll(gone);
  };
  const late = openStore({ ...rows, deleteAll }, openSearch(rows));
  meanwhile = async () => {
    meanwhile = async () => {};
    await store.record(before, read, '2', before.reading?.id);
  };
  await late.record(unread, read, '2');
  await store.settle('a.pdf', SHA);
  const { items } = await store.indicators({}, { limit: 9, after: undefined });
  expect(items).toMatchObject([{ name: '甲', values: [{ value: 7 }] }]);
});

test('what is left by who came too late and died is swept with the next event', async () => {
  const unread = await publish(1, 'a.pdf', makeSheet(), '1');
  const before = await rowsOf('');
  const read = { ...makeRecord(SHA, 9, []), sheets: [makeSheet({ indicators: { 甲: 7 } })] };
  const dies = async () => {
    throw new Error('died');
  };
  const late = openStore({ ...rows, deleteAll: dies }, openSearch(rows));
  await expect(late.record(unread, read, '2')).rejects.toThrow('died');
  expect(await rowsOf('')).not.toEqual(before);
  await store.settle('a.pdf', SHA);
  expect(await rowsOf('')).toEqual(before);
});

test.each([
  ['timed-out', 1],
  ['too-large', 1],
  ['unrecognized-format', 0],
] as const)('a refusal as %s of what was read before leaves %i sheet', async (code, left) => {
  await publish(1, 'a.pdf', makeSheet(), '1');
  const again = await store.receive('a.pdf', at(1), { id: SHA, sha256: SHA, bytes: 9 });
  if (!again) throw new Error('not received');
  await store.refuse(again, new Refusal(code, 'as it is'), '2', again.reading?.id);
  await store.settle('a.pdf', SHA);
  expect((await store.sheets({}, { limit: 9, after: undefined })).items).toHaveLength(left);
});

test('of a withdrawn document nothing is left but what tells late events from new ones', async () => {
  await publish(1, 'a.pdf', makeSheet(), '1');
  await publish(1, 'a.pdf', makeSheet(), '2');
  await store.remove('a.pdf', padSequencer('02'));
  await store.settle('a.pdf');
  const { Items = [] } = await client.send(new ScanCommand({ TableName: table }));
  const kinds = Items.map(({ pk, sk }) => `${pk?.S?.split('#')[0]} ${sk?.S?.split('#')[0]}`);
  expect(kinds.toSorted()).toEqual([
    'DOCUMENT DOCUMENT',
    'DOCUMENT KEY',
    'FEED GENERATION',
    'KEY KEY',
    'SHEET FEED',
    'SHEET HEAD',
  ]);
});

test('a reading that ends after its document was withdrawn leaves nothing and shows nothing', async () => {
  const document = await store.receive('a.pdf', at(1), { id: SHA, sha256: SHA, bytes: 9 });
  if (!document) throw new Error('not received');
  await store.remove('a.pdf', padSequencer('02'));
  await store.settle('a.pdf');
  expect(await store.record(document, makeRecord(SHA, 9, [{}]), '1')).toBeUndefined();
  await store.settle('a.pdf');
  expect(await store.document(SHA)).toBeUndefined();
  expect(await store.sheet('shiomi-2013-kinkyu-8')).toBeUndefined();

  const again = await publish(3, 'a.pdf', makeSheet(), '1');
  expect(again.edition).not.toBe(document.edition);
  expect(await store.sheet('shiomi-2013-kinkyu-8')).toMatchObject({ id: 'shiomi-2013-kinkyu-8' });
});

test('a key as long as S3 allows', async () => {
  const key = `${'あ'.repeat(340)}.pdf`;
  expect(Buffer.byteLength(key)).toBe(1024);
  await publish(1, key, makeSheet(), '1');
  const { items } = await store.documents({ key }, { limit: 9, after: undefined });
  expect(items).toMatchObject([{ keys: [key] }]);
});
