import { mkdtemp, rm, stat } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { connectStore } from '../lambdas/adapters/dynamodb/connect.ts';
import { ensureTable } from '../lambdas/adapters/dynamodb/ensure-table.ts';
import type { Bucket } from '../lambdas/bucket/bucket.ts';
import { connectBucket } from '../lambdas/bucket/connect.ts';
import { connectMarked, type MarkedObjects } from '../lambdas/bucket/marked.ts';
import { connectPut, type PutPdf } from '../lambdas/bucket/put.ts';
import { fencedReader } from '../lambdas/reader/fence.ts';
import { fenceOf } from '../lambdas/reader/limits.ts';
import { type ReadPdf, readPdf } from '../lambdas/reader/read.ts';
import type { Store } from '../lambdas/store/store.ts';
import { lockData } from './stack/data-lock.ts';
import { BUCKET, CREDENTIALS, REGION, TABLE_NAME } from './stack/defaults.ts';
import { startDynamodb } from './stack/dynamodb.ts';
import { HOST } from './stack/listen.ts';
import { startStack } from './stack/stack.ts';
import { askWhere } from './stack/whereabouts.ts';
import { DEFAULT_API, DEFAULT_DATA, type StackChoice } from './stack-options.ts';

/** What a stack reads with: its bounds, which are those of its own process. */
export interface Reading {
  readonly readPdf: ReadPdf;
  readonly maxBytes: number;
}

/** An embedded stack as commands work on it: its table, its bucket, and whether it has anything to do. */
export interface Local extends Pick<Reading, 'readPdf'> {
  readonly store: Store;
  readonly bucket: Bucket;
  readonly put: PutPdf;
  readonly objects: MarkedObjects;
  readonly idle: () => Promise<boolean>;
}

export interface Where extends StackChoice {
  readonly log: (line: string) => void;
}

const aws = { region: REGION, credentials: CREDENTIALS };
const storeAt = (endpoint: string) =>
  connectStore(TABLE_NAME, { ...aws, endpoint, maxAttempts: 5 });

/**
 * Works on a stack that runs, or starts one for as long as the work takes.
 * @throws InputError not-a-local-stack
 * @throws InputError data-in-use, data-not-writable
 */
export async function withStack<T>(where: Where, work: (local: Local) => Promise<T>): Promise<T> {
  const running = await find(where);
  if (running !== undefined) return work(running);
  const own = await startStack({
    port: 0,
    s3Port: 0,
    dynamodbPort: 0,
    data: resolve(where.data ?? DEFAULT_DATA),
    samples: null,
    redrive: false,
    log: where.log,
  });
  try {
    return await work(await connect(own.apiUrl));
  } finally {
    await own.close();
  }
}

/**
 * Looks into the table of a stack that runs, or of one that does not; that one stays as it is, and would be started with
 * the bounds of this process.
 */
export async function withStore<T>(
  where: Where,
  look: (store: Store, reading: Reading) => Promise<T>,
): Promise<T> {
  const running = await find(where);
  if (running !== undefined) {
    const { store, bucket, readPdf } = running;
    return look(store, { readPdf, maxBytes: bucket.maxBytes });
  }
  const data = resolve(where.data ?? DEFAULT_DATA);
  const kept = await stat(join(data, 'dynamodb')).catch(() => undefined);
  const dir = kept ? data : await mkdtemp(join(tmpdir(), 'shisaku-'));
  const unlock = await lockData(dir);
  const dynamodb = await startDynamodb({ port: 0, dir: join(dir, 'dynamodb') });
  try {
    const endpoint = `http://${HOST}:${dynamodb.port}`;
    await ensureTable(TABLE_NAME, { ...aws, endpoint });
    const { maxBytes } = fenceOf(process.env);
    return await look(storeAt(endpoint), { readPdf, maxBytes });
  } finally {
    await dynamodb.close(200);
    await unlock();
    if (!kept) await rm(dir, { recursive: true });
  }
}

async function find({ api, data }: Where): Promise<Local | undefined> {
  if (api !== undefined) return connect(api);
  if (data !== undefined) return undefined;
  return (await askWhere(DEFAULT_API)) && connect(DEFAULT_API);
}

async function connect(api: string): Promise<Local> {
  const ask = async () => {
    const told = await askWhere(api);
    if (!told) throw new Error(`Nothing answers at ${api}; is the stack running (shisaku start)?`);
    return told;
  };
  const { s3Url, dynamodbUrl, fence } = await ask();
  const s3 = { ...aws, endpoint: s3Url, forcePathStyle: true };
  return {
    store: storeAt(dynamodbUrl),
    bucket: connectBucket(BUCKET, s3, fence),
    put: connectPut(BUCKET, s3),
    objects: connectMarked(BUCKET, s3),
    readPdf: fencedReader(availableParallelism(), fence),
    idle: async () => (await ask()).idle,
  };
}
