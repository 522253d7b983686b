import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3';
import type { S3Event, S3EventRecord } from 'aws-lambda';
import { type S3Server, startS3Server } from '../../../cli/stack/s3/server.ts';

export const REGION = 'ap-northeast-1';
export const CREDENTIALS = { accessKeyId: 'shisaku', secretAccessKey: 'shisaku-local-only' };

/** A server on a folder of its own, that can be stopped and started again on it. */
export async function localS3() {
  const dir = await mkdtemp(join(tmpdir(), 'shisaku-s3-'));
  const events: S3EventRecord[] = [];
  const logged: string[] = [];
  const clients: S3Client[] = [];
  const start = (): Promise<S3Server> =>
    startS3Server({
      port: 0,
      dir,
      bucket: 'sheets',
      region: REGION,
      credentials: CREDENTIALS,
      onEvent: async (event: S3Event) => {
        events.push(...event.Records);
      },
      log: (line) => logged.push(line),
    });
  let server = await start();

  return {
    events,
    logged,
    dir,
    url: () => `http://127.0.0.1:${server.port}`,
    client(config: S3ClientConfig = {}): S3Client {
      const client = new S3Client({
        endpoint: `http://127.0.0.1:${server.port}`,
        region: REGION,
        credentials: CREDENTIALS,
        forcePathStyle: true,
        maxAttempts: 1,
        ...config,
      });
      clients.push(client);
      return client;
    },
    put(Key: string, Body: string | Uint8Array = Key, Bucket = 'sheets') {
      return this.client().send(new PutObjectCommand({ Bucket, Key, Body }));
    },
    async keysOf(Bucket: string, Prefix?: string) {
      const { Contents = [] } = await this.client().send(
        new ListObjectsV2Command({ Bucket, Prefix }),
      );
      return Contents.map(({ Key }) => Key);
    },
    /** The bytes of an object of the bucket. */
    async stored(Key: string): Promise<Uint8Array> {
      const { Body } = await this.client().send(new GetObjectCommand({ Bucket: 'sheets', Key }));
      return (await Body?.transformToByteArray()) ?? new Uint8Array();
    },
    async restart() {
      for (const client of clients.splice(0)) client.destroy();
      await server.close(0);
      server = await start();
    },
    async stop() {
      for (const client of clients) client.destroy();
      await server.close(0);
      await rm(dir, { recursive: true });
    },
  };
}

export const sha256 = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** Bytes that repeat nowhere, the same on every run. */
export function noise(length: number, seed = 1): Buffer {
  const bytes = Buffer.alloc(length);
  let state = seed;
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[index] = state >>> 24;
  }
  return bytes;
}
