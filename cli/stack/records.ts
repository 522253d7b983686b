import { randomUUID } from 'node:crypto';
import { rename, rm, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeIngest } from '../../lambdas/ingest/handler.ts';
import type { Bucket } from '../../lambdas/ports/blobs.ts';
import { type ReadPdf, readPdf } from '../../lambdas/reader/read.ts';
import { unknownToStore } from '../../lambdas/rebuild/compare.ts';
import { restoreCorrections } from '../../lambdas/rebuild/corrections.ts';
import { type Rebuilt, rebuild } from '../../lambdas/rebuild/rebuild.ts';
import { InputError } from '../input.ts';
import { phrase, said } from '../messages/said.ts';
import { BUCKET, REGION } from './defaults.ts';
import { keysIn, type Queue } from './queue.ts';
import { s3Event } from './s3/event.ts';
import { openStoreAt, type StackStore, storeFile, storeUrl } from './store.ts';

/** Where releases before this one kept the records. */
const EARLIER = 'dynamodb';

const ANEW =
  'The records of an earlier release are made anew from the bucket; that may take a while.';

/**
 * The records of a data directory, every row of them read once; made from the bucket where an earlier release kept them
 * otherwise.
 * @throws InputError store-damaged, store-missing
 */
export async function openRecords(
  data: string,
  bucket: Bucket,
  log: (line: string) => void,
  read: ReadPdf = readPdf,
): Promise<StackStore> {
  const hasFile = await exists(storeFile(data));
  if (!hasFile && (await exists(join(data, EARLIER)))) {
    log(said(ANEW));
    await rebuildFile(data, bucket, undefined, read);
    await rename(join(data, EARLIER), join(data, `${EARLIER}-no-longer-used`));
  } else if (!hasFile && (await holdsAnything(bucket))) {
    throw new InputError(
      'store-missing',
      phrase`${storeFile(data)} is missing, and the bucket holds files; ${mending(data)}.`,
    );
  }
  try {
    return await openVerified(data);
  } catch (error) {
    if (!(error instanceof InputError) || error.code !== 'store-outdated') throw error;
    log(said(ANEW));
    await rebuildFile(data, bucket, undefined, read);
    return openVerified(data);
  }
}

/**
 * @throws InputError store-damaged, store-outdated
 */
export async function openVerified(data: string): Promise<StackStore> {
  try {
    const records = await openStoreAt(storeUrl(data));
    try {
      records.verify();
    } catch (error) {
      records.close();
      throw error;
    }
    return records;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name === 'StoreOutdated') {
      throw new InputError('store-outdated', phrase`${error.message}; ${mending(data)}.`);
    }
    if (error.name !== 'StoreDamaged') throw error;
    throw new InputError(
      'store-damaged',
      phrase`${storeFile(data)} is damaged (${error.message}); ${mending(data)}.`,
    );
  }
}

const mending = (data: string): string =>
  phrase`\`shisaku rebuild --data ${data}\` makes it anew from the bucket`;

/** Makes the store's file anew from the bucket, beside the old one, and then puts it in its place. */
export async function rebuildFile(
  data: string,
  bucket: Bucket,
  tell?: (rebuilt: Rebuilt) => void,
  read: ReadPdf = readPdf,
): Promise<Rebuilt> {
  const file = storeFile(data);
  const draft = `${file}.rebuilding`;
  await removeFile(draft);
  const records = await openStoreAt(pathToFileURL(draft).href);
  const { ingestObject } = makeIngest({ store: records.store, bucket, readPdf: read });
  let rebuilt: Rebuilt;
  try {
    rebuilt = await rebuild(
      {
        bucket,
        ingestObject,
        sequencerOf: ({ versionId }) => versionId,
        concurrency: availableParallelism(),
      },
      tell,
    );
    await restoreCorrections(bucket, records.store);
    records.verify();
  } finally {
    records.close();
  }
  // A log that is left beside another file would be taken for its own.
  await removeFile(file);
  await rename(draft, file);
  return rebuilt;
}

const removeFile = async (file: string): Promise<void> => {
  for (const end of ['', '-wal', '-shm']) await rm(file + end, { force: true });
};

/** Sends the event of every object that nothing has told the store of: the process may have ended before it was kept. */
export async function sendMissed(bucket: Bucket, { store }: StackStore, queue: Queue) {
  const waiting = keysIn(await queue.bodies());
  let sent = 0;
  for await (const { key, eTag, time, versionId } of unknownToStore(bucket, store)) {
    if (waiting.has(key) || eTag === null) continue;
    const event = s3Event(
      {
        ...{ eventName: 'ObjectCreated:Put', bucket: BUCKET, key, time, sequencer: versionId },
        ...{ requestId: randomUUID(), sourceIPAddress: '127.0.0.1' },
        written: { bytes: 0, etag: eTag },
      },
      REGION,
    );
    await queue.send(JSON.stringify(event));
    sent++;
  }
  return sent;
}

async function holdsAnything(bucket: Bucket): Promise<boolean> {
  for await (const { eTag } of bucket.versions()) if (eTag !== null) return true;
  return false;
}

/** SQLite takes an empty file for a new one. */
const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    ({ size }) => size > 0,
    () => false,
  );
