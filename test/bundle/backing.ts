import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { S3Event } from 'aws-lambda';
import { BUCKET, CREDENTIALS, REGION, TABLE_NAME } from '../../cli/stack/defaults.ts';
import { putPdf } from '../../cli/stack/put-object.ts';
import { startS3Server } from '../../cli/stack/s3/server.ts';
import { ensureTable } from '../../lambdas/adapters/dynamodb/ensure-table.ts';
import { startGuardedDynamodb } from '../dynamodb/server.ts';

/** The embedded S3 and DynamoDB and an ear for traces, for functions that know them by their environment alone. */
export async function startBacking() {
  const dir = await mkdtemp(join(tmpdir(), 'shisaku-backing-'));
  const events: S3Event[] = [];
  const dynamodb = await startGuardedDynamodb(join(dir, 'dynamodb'));
  const s3 = await startS3Server({
    port: 0,
    dir: join(dir, 's3'),
    bucket: BUCKET,
    region: REGION,
    credentials: CREDENTIALS,
    onEvent: async (event) => {
      events.push(event);
    },
    log: console.error,
  });
  const traces: string[] = [];
  const daemon = createSocket('udp4').on('message', (segment) => traces.push(String(segment)));
  daemon.bind(0, '127.0.0.1');
  await once(daemon, 'listening');
  const s3Url = `http://127.0.0.1:${s3.port}`;
  const dynamodbUrl = `http://127.0.0.1:${dynamodb.port}`;
  const aws = { region: REGION, credentials: CREDENTIALS };
  await ensureTable(TABLE_NAME, { ...aws, endpoint: dynamodbUrl });
  return {
    dynamodbUrl,
    /** What was sent to the X-Ray daemon. */
    traces,
    environment: {
      AWS_XRAY_DAEMON_ADDRESS: `127.0.0.1:${daemon.address().port}`,
      TABLE_NAME,
      BUCKET_NAME: BUCKET,
      AWS_ENDPOINT_URL_S3: s3Url,
      AWS_ENDPOINT_URL_DYNAMODB: dynamodbUrl,
      AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
    },
    /** Uploads, and gives the event that S3 sends. */
    async put(key: string, bytes: Uint8Array<ArrayBuffer>): Promise<S3Event> {
      await putPdf({ s3Url, bucket: BUCKET }, key, bytes, aws);
      return events.pop() ?? Promise.reject(new Error('the bucket sent no event'));
    },
    async close() {
      daemon.close();
      await s3.close(0);
      await dynamodb.close();
      await rm(dir, { recursive: true });
    },
  };
}
