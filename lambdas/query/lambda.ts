import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Context } from 'aws-lambda';
import type { Context as HonoContext } from 'hono';
import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { readAssets } from '../../web/assets/assets.ts';
import type { Session } from '../../web/sign-in/session.ts';
import { connectStore } from '../adapters/dynamodb/connect.ts';
import { connectBucket } from '../adapters/s3/connect.ts';
import { logger, metrics, traced } from '../telemetry.ts';
import { makeApp } from './app.ts';
import { isBinary } from './binary.ts';
import { signInBy } from './sign-in-settings.ts';

const { TABLE_NAME = '', BUCKET_NAME = '', SIGN_IN } = process.env;

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
    isChecked: (c) => reached(c).event === undefined || claimsIn(c) !== undefined,
    ...(SIGN_IN && { signIn: signInBy(SIGN_IN) }),
    // All of the code is in this file.
    edition: createHash('sha256')
      .update(readFileSync(import.meta.filename))
      .digest('base64url'),
    assets: readAssets(join(import.meta.dirname, 'page')),
  }),
  { isContentTypeBinary: isBinary },
);

/** What stands in the environment of a request: of one from outside its event, of a page's own who has signed in. */
interface Reached {
  readonly event?: HttpEvent;
  readonly session?: Session;
}

const reached = (c: HonoContext): Reached => c.env ?? {};

/** Of the token, which the authorizer of the API has checked. */
function claimsIn(c: HonoContext) {
  const context = reached(c).event?.requestContext;
  return context && 'authorizer' in context ? context.authorizer?.jwt?.claims : undefined;
}

function whoAsks(c: HonoContext): string {
  const { session } = reached(c);
  const claims = claimsIn(c) ?? {};
  const named = session?.name ?? claims['username'] ?? claims['email'] ?? claims['sub'];
  return String(named ?? 'unknown');
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
