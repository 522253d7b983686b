import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { createTable } from '../../lambdas/adapters/dynamodb/create-table.ts';
import { openRows } from '../../lambdas/adapters/dynamodb/rows.ts';
import { openSearch } from '../../lambdas/adapters/dynamodb/search/open.ts';
import { openBucket } from '../../lambdas/adapters/s3/bucket.ts';
import { padSequencer } from '../../lambdas/domain/claims.ts';
import type { Rows } from '../../lambdas/ports/records.ts';
import { makeApp } from '../../lambdas/query/app.ts';
import { openStore, type Store } from '../../lambdas/store/store.ts';
import type { SheetRecord } from '../../parsers/records/sheet.ts';
import { startGuardedDynamodb } from '../dynamodb/server.ts';
import { startFaultProxy } from '../faults/proxy.ts';

const TABLE = 'library';
const aws = { region: 'ap-northeast-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } };

/** An embedded table of its own and the API over it, to publish sheets in without PDFs. */
export async function openLibrary() {
  const dir = await mkdtemp(join(tmpdir(), 'shisaku-library-'));
  const dynamodb = await startGuardedDynamodb(dir);
  const faults = await startFaultProxy({ dynamodb: dynamodb.port, s3: dynamodb.port });
  const endpoint = (port: number) => `http://127.0.0.1:${port}`;
  const client = new DynamoDBClient({ ...aws, endpoint: endpoint(dynamodb.port) });
  const breakable = new DynamoDBClient({
    ...aws,
    endpoint: endpoint(faults.ports.dynamodb),
    maxAttempts: 1,
  });
  await createTable(client, TABLE);
  const storeOf = (rows: Rows) => openStore(rows, openSearch(rows));
  const store = storeOf(openRows(breakable, TABLE));
  const s3 = new S3Client(aws);
  const app = makeApp({
    store: storeOf(openRows(client, TABLE)),
    bucket: openBucket(s3, 'unused', 1),
  });

  return {
    client,
    table: TABLE,
    app,
    /** between the publishing store and the table; what is asked goes past it */
    faults,
    publish: (sheet: SheetRecord, key?: string, n?: number) => publish(store, sheet, key, n),
    async withdraw(key: string, n: number) {
      await store.remove(key, padSequencer(`0${n}`));
      await store.settle(key);
    },
    // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
    json: async (path: string): Promise<any> => (await app.request(path)).json(),
    async close() {
      client.destroy();
      breakable.destroy();
      await faults.close();
      s3.destroy();
      await dynamodb.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** As ingest does, but that nobody reads a PDF. */
export async function publish(store: Store, sheet: SheetRecord, key = `${sheet.id}.pdf`, n = 1) {
  const sha256 = createHash('sha256').update(JSON.stringify(sheet)).digest('hex');
  const at = {
    sequencer: padSequencer(`0${n}`),
    eTag: sha256,
    time: `2024-07-01T00:0${n}:00.000Z`,
  };
  const document = await store.receive(key, at, { id: sha256, sha256, bytes: 1 });
  if (!document) throw new Error(`${key} was not received`);
  const about = { sha256, bytes: 1, pages: 9, textSource: 'embedded' as const };
  await store.record(document, { document: about, sheets: [sheet], warnings: [] }, '1');
  await store.claim(key, { ...at, state: 'read', documentId: sha256 });
  await store.settle(key, sha256);
}

export type Library = Awaited<ReturnType<typeof openLibrary>>;

export function searchPath(q: string, filters: Readonly<Record<string, string | number>> = {}) {
  const query = new URLSearchParams({ q });
  for (const [name, value] of Object.entries(filters)) query.set(name, String(value));
  return `/v1/search?${query}`;
}
