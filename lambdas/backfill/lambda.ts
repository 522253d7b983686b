import type { Context } from 'aws-lambda';
import { connectStore } from '../adapters/dynamodb/connect.ts';
import { connectBucket } from '../adapters/s3/connect.ts';
import { makeIngest } from '../ingest/handler.ts';
import { measured, watched } from '../ingest/watch.ts';
import { readPdf } from '../reader/read.ts';
import { makeReparseObject } from '../reparse/reparse.ts';
import { logger, metrics } from '../telemetry.ts';
import { type Accounts, Batch, makeBatch } from './batch.ts';
import type { Elsewhere } from './details.ts';

const { TABLE_NAME = '', BUCKET_NAME = '' } = process.env;

const ports = {
  store: connectStore(TABLE_NAME),
  bucket: connectBucket(BUCKET_NAME),
  readPdf: measured(readPdf),
};
const batch = makeBatch({
  store: ports.store,
  bucket: ports.bucket,
  ingestObject: makeIngest(ports, watched).ingestObject,
  reparseObject: makeReparseObject(ports),
});

export async function handler(event: unknown, context: Context): Promise<Accounts | Elsewhere> {
  logger.addContext(context);
  try {
    return await batch(Batch.parse(event));
  } finally {
    if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
  }
}
