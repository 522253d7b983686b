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
import { startS3Server } from '../../cli/stack/s3/server.ts';
import { openRows } from '../../lambdas/adapters/dynamodb/rows.ts';
import { openBucket } from '../../lambdas/adapters/s3/bucket.ts';
import { makeIngest } from '../../lambdas/ingest/handler.ts';
import { makeApp } from '../../lambdas/query/app.ts';
import type { ReadPdf } from '../../lambdas/reader/read.ts';
import { openStore } from '../../lambdas/store/store.ts';
import { Refusal } from '../../parsers/records/refusal.ts';
import { type BackendName, openBackend, type Table } from '../adapters/backends.ts';
import { faultyRows } from '../faults/faulty-rows.ts';
import { type FaultProxy, startFaultProxy } from '../faults/proxy.ts';
import { makeRecord, type Said } from '../store/make-record.ts';

export type World = Awaited<ReturnType<Awaited<ReturnType<typeof openUniverse>>['world']>>;

const region = 'ap-northeast-1';
const credentials = { accessKeyId: 'test', secretAccessKey: 'test-secret' };
const MAX_BYTES = 100_000;
/** Of a call through the fault proxy: on a busy machine one that meets no fault takes seconds. */
const TIMEOUT_MS = 60_000;

/** The embedded servers on loopback; each world in them has a table and a bucket of its own. */
export async function openUniverse(name: BackendName = 'dynamodb') {
  const dir = await mkdtemp(join(tmpdir(), 'shisaku-test-'));
  const backend = await openBackend(name);
  const ports = backend.port === undefined ? {} : { dynamodb: backend.port };
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
  const faults = await startFaultProxy({ ...ports, s3: s3Server.port });
  const slow = await startFaultProxy({ ...ports, s3: s3Server.port });
  slow.storm(() => 'slow');
  const path = { region, credentials, forcePathStyle: true };
  const s3 = new S3Client({ ...path, endpoint: endpoint(s3Server.port) });
  // The SDK tries three times and so hides what happens to one call.
  const bare = {
    maxAttempts: 1,
    requestHandler: { requestTimeout: TIMEOUT_MS, throwOnRequestTimeout: true },
  };
  const exposedS3 = new S3Client({ ...path, ...bare, endpoint: endpoint(faults.ports.s3) });
  const exposed = clientOf(faults, bare);
  const slowed = clientOf(slow);

  function clientOf({ ports }: FaultProxy, more: object = {}): DynamoDBClient {
    const config = { region, credentials, endpoint: endpoint(ports.dynamodb) };
    return new DynamoDBClient({ ...config, ...more });
  }
  const through = (table: Table, proxy: FaultProxy, client: DynamoDBClient) => {
    const isHere = backend.port === undefined;
    const rows = isHere ? faultyRows(table.rows, proxy) : openRows(client, table.name);
    return openStore(rows, table.search(rows));
  };

  return {
    faults,
    /** `bucketName` takes the objects of an earlier world with it, into a table of its own. */
    async world(bucketName = `b-${randomUUID()}`) {
      await s3
        .send(new HeadBucketCommand({ Bucket: bucketName }))
        .catch(() => s3.send(new CreateBucketCommand({ Bucket: bucketName })));
      const table = await backend.open();
      const bucket = openBucket(s3, bucketName, MAX_BYTES);
      const readings: string[] = [];
      const readPdf: ReadPdf = async (bytes, options) => {
        const record = readMadeUp(bytes, options?.publisher);
        readings.push(record.document.sha256);
        return record;
      };
      const store = openStore(table.rows, table.search(table.rows));
      const ingest = makeIngest({ store, bucket, readPdf });
      const exposedIngest = makeIngest({
        store: through(table, faults, exposed),
        bucket: openBucket(exposedS3, bucketName, MAX_BYTES),
        readPdf,
      });
      const app = makeApp({ store, bucket });

      const slowApp = makeApp({ store: through(table, slow, slowed), bucket });

      const changed = (): S3Event => {
        const event = events.pop();
        if (!event) throw new Error('the bucket sent no event');
        return event;
      };
      return {
        bucketName,
        store,
        bucket,
        ingest,
        app,
        readings,
        /** Of a change that somebody else made. */
        lastEvent: changed,
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
        /** The same through the fault proxy, without the SDK's retries. */
        async deliverExposed(...them: S3Event[]): Promise<string[]> {
          const { batchItemFailures } = await exposedIngest.handler(sqsEvent(them));
          return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
        },
        rows: () => table.all(),
        get: (path: string) => app.request(path),
        // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
        json: async (path: string): Promise<any> => (await app.request(path)).json(),
        /** The same for a reader whose calls to DynamoDB are slow: much happens between one and the next. */
        // biome-ignore lint/suspicious/noExplicitAny: as above
        slowJson: async (path: string): Promise<any> => (await slowApp.request(path)).json(),
      };
    },
    async close() {
      await Promise.all([faults.close(), slow.close()]);
      for (const client of [s3, exposedS3, exposed, slowed]) client.destroy();
      await s3Server.close(0);
      await backend.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** The event as if it were the n-th that happened, in that minute: so that runs compare. */
export function asNth(n: number, event: S3Event, minute = n): S3Event {
  const copy = structuredClone(event);
  for (const record of copy.Records) {
    record.eventTime = new Date(Date.UTC(2014, 6, 1, 9, minute)).toISOString();
    record.s3.object.sequencer = n.toString(16).toUpperCase().padStart(16, '0');
  }
  return copy;
}

/** A file that the tests' reader understands: it says these sheets. `copy` makes other bytes of the same words. */
export const pdf = (sheets: readonly Said[], copy = 0): string =>
  `%PDF-${JSON.stringify({ sheets, copy })}`;

export const sha256 = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** Reads what `pdf` makes; `publisher` is what the uploader says. */
export function readMadeUp(bytes: Uint8Array, publisher?: string) {
  const text = Buffer.from(bytes).toString('utf8');
  if (!text.startsWith('%PDF-')) throw new Refusal('not-a-pdf', 'This is no PDF.');
  const { sheets } = JSON.parse(text.slice('%PDF-'.length));
  const told = publisher === undefined ? {} : { publisher };
  const said = sheets.map((sheet: Said) => ({ ...sheet, ...told }));
  return makeRecord(sha256(bytes), bytes.length, said);
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
