import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Context } from 'aws-lambda';
import type { Context as HonoContext } from 'hono';
import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { readAssets } from '../../web/assets/assets.ts';
import { connectStore } from '../adapters/dynamodb/connect.ts';
import { connectBucket } from '../adapters/s3/connect.ts';
import { logger, metrics, traced } from '../telemetry.ts';
import { makeApp } from './app.ts';
import { isBinary } from './binary.ts';

const { TABLE_NAME = '', BUCKET_NAME = '' } = process.env;

/**
 * Lambda answers with 6 MB of JSON at most: what is compressed goes in as base64, a third larger, the rest as a text with
 * its quotes escaped.
 */
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;

const answer = handle(
  makeApp({
    store: connectStore(TABLE_NAME),
    bucket: connectBucket(BUCKET_NAME),
    maxAnswerBytes: MAX_ANSWER_BYTES,
    whoAsks,
    // All of the code is in this file.
    edition: createHash('sha256')
      .update(readFileSync(import.meta.filename))
      .digest('base64url'),
    assets: readAssets(join(import.meta.dirname, 'page')),
  }),
  { isContentTypeBinary: isBinary },
);

/** Whose token it is: the authorizer of the API has checked it. */
function whoAsks(c: HonoContext): string {
  const { requestContext } = (c.env as { event: HttpEvent }).event;
  const authorizer = 'authorizer' in requestContext ? requestContext.authorizer : undefined;
  const claims = authorizer?.jwt?.claims ?? {};
  return String(claims['username'] ?? claims['email'] ?? claims['sub'] ?? 'unknown');
}

/** As an HTTP API sends it: payload format 2.0. */
type HttpEvent = Extract<LambdaEvent, { rawPath: string }>;

export async function handler(event: HttpEvent, context: Context) {
  const { requestId, http } = event.requestContext;
  logger.addContext(context);
  logger.setCorrelationId(requestId);
  const start = performance.now();
  return traced('query', { correlationId: requestId, path: event.rawPath }, async () => {
    const response = await answer(event, context);
    const { statusCode: status } = response;
    const ms = performance.now() - start;
    logger.info('answered', { method: http.method, path: event.rawPath, status, ms });
    metrics.addMetric('Answer', MetricUnit.Milliseconds, ms);
    metrics.publishStoredMetrics();
    return response;
  });
}
