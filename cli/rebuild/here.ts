import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { connectBucket } from '../../lambdas/adapters/s3/connect.ts';
import type { Bucket } from '../../lambdas/ports/blobs.ts';
import { differences } from '../../lambdas/rebuild/compare.ts';
import type { Rebuilt } from '../../lambdas/rebuild/rebuild.ts';
import { InputError } from '../input.ts';
import { phrase } from '../messages/said.ts';
import { lockData } from '../stack/data-lock.ts';
import { BUCKET, CREDENTIALS, REGION } from '../stack/defaults.ts';
import { HOST } from '../stack/listen.ts';
import { openVerified, rebuildFile } from '../stack/records.ts';
import { startS3Server } from '../stack/s3/server.ts';

/**
 * Makes the store of a data directory anew from its bucket.
 * @throws InputError data-in-use, no-data
 */
export const rebuildHere = (data: string, tell: (rebuilt: Rebuilt) => void): Promise<Rebuilt> =>
  withBucket(data, (bucket) => rebuildFile(data, bucket, tell));

/**
 * What the store of a data directory says otherwise than its bucket.
 * @throws InputError data-in-use, no-data, store-damaged
 */
export const checkHere = (data: string): Promise<string[]> =>
  withBucket(data, async (bucket) => {
    const records = await openVerified(data);
    try {
      return await Array.fromAsync(differences(bucket, records.store));
    } finally {
      records.close();
    }
  });

/** The bucket of a data directory that no stack runs on. */
async function withBucket<T>(data: string, work: (bucket: Bucket) => Promise<T>): Promise<T> {
  const dir = join(data, 's3');
  if (!(await stat(dir).catch(() => undefined))) {
    throw new InputError('no-data', phrase`${data} holds no bucket; give the folder with --data.`);
  }
  const unlock = await lockData(data);
  try {
    const s3 = await startS3Server({
      ...{ port: 0, dir, bucket: BUCKET, region: REGION, credentials: CREDENTIALS },
      onEvent: async () => {},
      log: (line) => void process.stderr.write(`${line}\n`),
    });
    const aws = { region: REGION, credentials: CREDENTIALS };
    const endpoint = `http://${HOST}:${s3.port}`;
    try {
      return await work(connectBucket(BUCKET, { ...aws, endpoint, forcePathStyle: true }));
    } finally {
      await s3.close(200);
    }
  } finally {
    await unlock();
  }
}
