import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { connectStore } from '../adapters/dynamodb/connect.ts';
import { connectBucket } from '../adapters/s3/connect.ts';
import { readPdf } from '../reader/read.ts';
import { logger, metrics } from '../telemetry.ts';
import { makeIngest } from './handler.ts';
import { FAILED } from './metric.ts';
import { count, measured, watched } from './watch.ts';

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
    const answer = await ingest.handler(event);
    const { length: failures } = answer.batchItemFailures;
    if (failures > 0) count(FAILED, failures);
    return answer;
  } finally {
    if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
  }
}
