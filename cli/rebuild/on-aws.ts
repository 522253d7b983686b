import { availableParallelism } from 'node:os';
import { connectTable } from '../../lambdas/adapters/dynamodb/connect.ts';
import { connectBucket } from '../../lambdas/adapters/s3/connect.ts';
import { makeIngest } from '../../lambdas/ingest/handler.ts';
import type { Version } from '../../lambdas/ports/blobs.ts';
import { readPdf } from '../../lambdas/reader/read.ts';
import { differences } from '../../lambdas/rebuild/compare.ts';
import { restoreCorrections } from '../../lambdas/rebuild/corrections.ts';
import { type Rebuilt, rebuild } from '../../lambdas/rebuild/rebuild.ts';
import { connectionOf } from '../aws/connection.ts';
import { findStorage } from '../aws/storage.ts';

/** The bucket and the table of a stack on AWS, from here. */
export async function openOnAws(stackName: string) {
  const { bucketName, tableName } = await findStorage(stackName);
  const connection = await connectionOf(process.env);
  const bucket = connectBucket(bucketName, connection);
  const { store, clear } = connectTable(tableName, connection);
  return {
    differences: () => differences(bucket, store),
    async rebuild(tell: (rebuilt: Rebuilt) => void): Promise<Rebuilt> {
      await clear();
      const { ingestObject } = makeIngest({ store, bucket, readPdf });
      const concurrency = availableParallelism();
      const rebuilt = await rebuild({ bucket, ingestObject, sequencerOf, concurrency }, tell);
      await restoreCorrections(bucket, store);
      return rebuilt;
    },
  };
}

/**
 * S3's sequencers are hex that begins with the time in seconds; what it told of a version once is not told again. So
 * made, the version comes before whatever happens to the key from now on; S3 tells its time in seconds, so that several
 * may have the same.
 */
export const sequencerOf = ({ time }: Version, nth: number): string => {
  const ms = Date.parse(time);
  const seconds = Math.floor(ms / 1000)
    .toString(16)
    .padStart(8, '0');
  const rest = [ms % 1000, nth].map((n) => n.toString(16).padStart(3, '0'));
  return `00${seconds}${rest.join('')}`;
};
