import { mkdtemp, rm, stat } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { connectBucket } from '../lambdas/adapters/s3/connect.ts';
import { connectMarked, type MarkedObjects } from '../lambdas/adapters/s3/marked.ts';
import { connectPut, type PutPdf } from '../lambdas/adapters/s3/put.ts';
import type { Bucket } from '../lambdas/ports/blobs.ts';
import { sandboxBoundsOf } from '../lambdas/reader/limits.ts';
import { type ReadPdf, readPdf } from '../lambdas/reader/read.ts';
import { sandboxedReader } from '../lambdas/reader/sandbox.ts';
import type { Store } from '../lambdas/store/store.ts';
import { lockData } from './stack/data-lock.ts';
import { BUCKET, CREDENTIALS, REGION } from './stack/defaults.ts';
import { discoverEndpoints } from './stack/endpoint-discovery.ts';
import { startStack } from './stack/stack.ts';
import { openStoreAt, storeFile, storeUrl } from './stack/store.ts';
import { DEFAULT_API, DEFAULT_DATA, type StackChoice } from './stack-options.ts';

/** What a stack reads with: its bounds, which are those of its own process. */
export interface StackReader {
  readonly readPdf: ReadPdf;
  readonly maxBytes: number;
}

/** An embedded stack as commands work on it: its table, its bucket, and whether it has anything to do. */
export interface Local extends Pick<StackReader, 'readPdf'> {
  readonly store: Store;
  readonly bucket: Bucket;
  readonly put: PutPdf;
  readonly objects: MarkedObjects;
  readonly idle: () => Promise<boolean>;
  readonly close: () => void;
}

export interface LocalChoice extends StackChoice {
  readonly log: (line: string) => void;
}

const aws = { region: REGION, credentials: CREDENTIALS };

/**
 * Works on a stack that runs, or starts one for as long as the work takes.
 * @throws InputError not-a-local-stack
 * @throws InputError data-in-use, data-not-writable
 */
export async function withStack<T>(
  where: LocalChoice,
  work: (local: Local) => Promise<T>,
): Promise<T> {
  const running = await find(where);
  if (running !== undefined) return work(running).finally(running.close);
  const own = await startStack({
    port: 0,
    s3Port: 0,
    dynamodb: null,
    data: resolve(where.data ?? DEFAULT_DATA),
    samples: null,
    redrive: false,
    log: where.log,
  });
  try {
    const local = await connect(own.apiUrl);
    return await work(local).finally(local.close);
  } finally {
    await own.close();
  }
}

/**
 * Looks into the table of a stack that runs, or of one that does not; that one stays as it is, and would be started with
 * the bounds of this process.
 */
export async function withStore<T>(
  where: LocalChoice,
  look: (store: Store, reading: StackReader) => Promise<T>,
): Promise<T> {
  const running = await find(where);
  if (running !== undefined) {
    const { store, bucket, readPdf } = running;
    return look(store, { readPdf, maxBytes: bucket.maxBytes }).finally(running.close);
  }
  const data = resolve(where.data ?? DEFAULT_DATA);
  const kept = await stat(storeFile(data)).catch(() => undefined);
  const dir = kept ? data : await mkdtemp(join(tmpdir(), 'shisaku-'));
  const unlock = await lockData(dir);
  const records = await openStoreAt(storeUrl(dir));
  try {
    const { maxBytes } = sandboxBoundsOf(process.env);
    return await look(records.store, { readPdf, maxBytes });
  } finally {
    records.close();
    await unlock();
    if (!kept) await rm(dir, { recursive: true });
  }
}

async function find({ api, data }: LocalChoice): Promise<Local | undefined> {
  if (api !== undefined) return connect(api);
  if (data !== undefined) return undefined;
  return (await discoverEndpoints(DEFAULT_API)) && connect(DEFAULT_API);
}

async function connect(api: string): Promise<Local> {
  const ask = async () => {
    const told = await discoverEndpoints(api);
    if (!told) throw new Error(`Nothing answers at ${api}; is the stack running (shisaku start)?`);
    return told;
  };
  const { s3Url, storeUrl, bounds } = await ask();
  const records = await openStoreAt(storeUrl);
  const s3 = { ...aws, endpoint: s3Url, forcePathStyle: true };
  return {
    store: records.store,
    close: () => records.close(),
    bucket: connectBucket(BUCKET, s3, bounds),
    put: connectPut(BUCKET, s3),
    objects: connectMarked(BUCKET, s3),
    readPdf: sandboxedReader(availableParallelism(), bounds),
    idle: async () => (await ask()).idle,
  };
}
