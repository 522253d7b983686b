import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { openBucket } from '../../lambdas/adapters/s3/bucket.ts';
import { openLocalStore } from '../../lambdas/adapters/sqlite/connect.ts';
import { makeApp } from '../../lambdas/query/app.ts';
import type { SheetRecord } from '../../parsers/records/sheet.ts';
import { publish } from './library.ts';

/** The API over one SQLite file, to publish sheets in without PDFs. */
export async function openLocalLibrary() {
  const dir = await mkdtemp(join(tmpdir(), 'shisaku-library-'));
  const local = openLocalStore(join(dir, 'store.sqlite'));
  const s3 = new S3Client({ region: 'ap-northeast-1' });
  const app = makeApp({ store: local.store, bucket: openBucket(s3, 'unused', 1) });
  return {
    publish: (sheet: SheetRecord) => publish(local.store, sheet),
    // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
    json: async (path: string): Promise<any> => (await app.request(path)).json(),
    async close() {
      local.close();
      s3.destroy();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
