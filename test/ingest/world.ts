import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  HeadBucketCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { S3Event, SQSEvent } from 'aws-lambda';
import { startDynamodb } from '../../cli/stack/dynamodb.ts';
import { startS3Server } from '../../cli/stack/s3/server.ts';
import { openBucket } from '../../lambdas/bucket/bucket.ts';
import { makeIngest } from '../../lambdas/ingest/handler.ts';
import { makeApp } from '../../lambdas/query/app.ts';
import type { ReadPdf } from '../../lambdas/reader/read.ts';
import { createTable } from '../../lambdas/store/create-table.ts';
import { openStore } from '../../lambdas/store/store.ts';
import { Refusal } from '../../parsers/records/refusal.ts';
import { makeRecord, type Said } from '../store/make-record.ts';
import { startBreakable } from './breakable.ts';

export type World = Awaited<ReturnType<Awaited<ReturnType<typeof openUniverse>>['world']>>;

const region = 'ap-northeast-1';
const credentials = { accessKeyId: 'test', secretAccessKey: 'test-secret' };
const MAX_BYTES = 100_000;

/** The embedded servers on loopback; each world in them has a table and a bucket of its own. */
export async function openUniverse() {
  const dir = await mkdtemp(join(tmpdir(), 'shisaku-test-'));
  const dynamodb = await startDynamodb({ port: 0, dir: join(dir, 'dynamodb') });
  const proxy = await startBreakable(dynamodb.port);
  const events: S3Event[] = [];
  const s3Server = await startS3Server({
    port: 0,
    dir: join(dir, 's3'),
    bucket: 'unused',
    region,
    credentials,
    onEvent: async (event) => {
      events.push(event);
    },
    log: console.error,
  });
  const endpoint = (port: number) => `http://127.0.0.1:${port}`;
  const s3 = new S3Client({
    region,
    credentials,
    endpoint: endpoint(s3Server.port),
    forcePathStyle: true,
  });
  const direct = new DynamoDBClient({ region, credentials, endpoint: endpoint(dynamodb.port) });
  const breakable = new DynamoDBClient({
    region,
    credentials,
    endpoint: endpoint(proxy.port),
    maxAttempts: 1,
  });

  return {
    proxy,
    s3,
    /** `bucketName` takes the objects of an earlier world with it, into a table of its own. */
    async world(bucketName = `b-${randomUUID()}`) {
      await s3
        .send(new HeadBucketCommand({ Bucket: bucketName }))
        .catch(() => s3.send(new CreateBucketCommand({ Bucket: bucketName })));
      const table = `t-${randomUUID()}`;
      await createTable(direct, table);
      const bucket = openBucket(s3, bucketName, MAX_BYTES);
      const readings: string[] = [];
      const readPdf: ReadPdf = async (bytes) => {
        const record = readMadeUp(bytes);
        readings.push(record.document.sha256);
        return record;
      };
      const ingest = makeIngest({ store: openStore(breakable, table), bucket, readPdf });
      const app = makeApp({ store: openStore(direct, table), bucket });

      const changed = (): S3Event => {
        const event = events.pop();
        if (!event) throw new Error('the bucket sent no event');
        return event;
      };
      return {
        bucketName,
        ingest,
        app,
        readings,
        async put(key: string, body: string | Uint8Array): Promise<S3Event> {
          await s3.send(new PutObjectCommand({ Bucket: bucketName, Key: key, Body: body }));
          return changed();
        },
        async remove(key: string): Promise<S3Event> {
          await s3.send(new DeleteObjectCommand({ Bucket: bucketName, Key: key }));
          return changed();
        },
        /** One message per event; the ids of those that are to come again. */
        async deliver(...them: S3Event[]): Promise<string[]> {
          const { batchItemFailures } = await ingest.handler(sqsEvent(them));
          return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
        },
        get: (path: string) => app.request(path),
        // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
        json: async (path: string): Promise<any> => (await app.request(path)).json(),
      };
    },
    async close() {
      await proxy.close();
      for (const client of [s3, direct, breakable]) client.destroy();
      await s3Server.close(0);
      await dynamodb.close(1000);
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** A file that the tests' reader understands: it says these sheets. `copy` makes other bytes of the same words. */
export const pdf = (sheets: readonly Said[], copy = 0): string =>
  `%PDF-${JSON.stringify({ sheets, copy })}`;

export const sha256 = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

function readMadeUp(bytes: Uint8Array) {
  const text = Buffer.from(bytes).toString('utf8');
  if (!text.startsWith('%PDF-')) throw new Refusal('not-a-pdf', 'This is no PDF.');
  const { sheets } = JSON.parse(text.slice('%PDF-'.length));
  return makeRecord(sha256(bytes), bytes.length, sheets);
}

export const sqsEvent = (events: readonly unknown[]): SQSEvent => ({
  Records: events.map((event, n) => ({
    messageId: `m${n}`,
    receiptHandle: `r${n}`,
    body: JSON.stringify(event),
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '1404207000000',
      SenderId: 'AIDAEXAMPLE',
      ApproximateFirstReceiveTimestamp: '1404207000001',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:ap-northeast-1:000000000000:ingest',
    awsRegion: region,
  })),
});
