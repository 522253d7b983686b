import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { startDynamodb } from '../../cli/stack/dynamodb.ts';
import { openBucket } from '../../lambdas/bucket/bucket.ts';
import { makeApp } from '../../lambdas/query/app.ts';
import { padSequencer } from '../../lambdas/store/claims.ts';
import { createTable } from '../../lambdas/store/create-table.ts';
import { openStore } from '../../lambdas/store/store.ts';
import type { SheetRecord } from '../../parsers/records/sheet.ts';

const TABLE = 'library';
const aws = { region: 'ap-northeast-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } };

/** An embedded table of its own and the API over it, to publish sheets in without PDFs. */
export async function openLibrary() {
  const dir = await mkdtemp(join(tmpdir(), 'shisaku-library-'));
  const dynamodb = await startDynamodb({ port: 0, dir });
  const client = new DynamoDBClient({ ...aws, endpoint: `http://127.0.0.1:${dynamodb.port}` });
  await createTable(client, TABLE);
  const store = openStore(client, TABLE);
  const s3 = new S3Client(aws);
  const app = makeApp({ store, bucket: openBucket(s3, 'unused', 1) });

  async function publish(sheet: SheetRecord, key = `${sheet.id}.pdf`, n = 1) {
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
    await store.settle(key);
  }

  return {
    client,
    table: TABLE,
    store,
    app,
    publish,
    async withdraw(key: string, n: number) {
      await store.remove(key, padSequencer(`0${n}`));
      await store.settle(key);
    },
    // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
    json: async (path: string): Promise<any> => (await app.request(path)).json(),
    async close() {
      client.destroy();
      s3.destroy();
      await dynamodb.close(1000);
      await rm(dir, { recursive: true, force: true });
    },
  };
}

export type Library = Awaited<ReturnType<typeof openLibrary>>;

export const searchPath = (q: string, filters: Readonly<Record<string, string | number>> = {}) =>
  `/v1/search?${new URLSearchParams([
    ['q', q],
    ...Object.entries(filters).map(([name, value]) => [name, String(value)]),
  ])}`;
