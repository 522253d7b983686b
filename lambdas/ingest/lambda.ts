import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { connectBucket } from '../bucket/connect.ts';
import { readPdf } from '../reader/read.ts';
import { connectStore } from '../store/connect.ts';
import { logger, metrics } from '../telemetry.ts';
import { makeIngest } from './handler.ts';
import { measured, watched } from './watch.ts';

const { TABLE_NAME = '', BUCKET_NAME = '' } = process.env;

const ports = {
  store: connectStore(TABLE_NAME),
  bucket: connectBucket(BUCKET_NAME),
  readPdf: measured(readPdf),
};
const ingest = makeIngest(ports, watched);

export async function handler(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  logger.addContext(context);
  try {
    return await ingest.handler(event);
  } finally {
    if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
  }
}
