import { z } from 'zod';
import { isUpload } from '../domain/prefixes.ts';
import type { Ingested, IngestObject } from '../ingest/ingest.ts';
import { type Bucket, plainETag } from '../ports/blobs.ts';
import type { Reparsed, ReparseObject } from '../reparse/reparse.ts';
import type { Arrival } from '../store/arrivals.ts';
import type { Store } from '../store/store.ts';
import {
  detailsKey,
  type Elsewhere,
  MESSAGE_BYTES,
  noteKey,
  RESULT_BYTES,
  withinBytes,
} from './details.ts';

/**
 * What the state machine is started with, all of it, as JSON:
 * `{ "mode": "backfill", "prefix": "2013/", "publish": false }` reads every object under the prefix that is not read yet,
 * `{ "mode": "reparse", "prefix": "", "publish": false }` reads stored PDFs again and tells what would change; with
 * `publish` it becomes current.
 */
export const BatchRun = z.object({
  mode: z.enum(['backfill', 'reparse']),
  prefix: z.string(),
  publish: z.boolean(),
});

/** A batch as the Distributed Map hands it over: objects as ListObjectsV2 gives them, times in Unix seconds. */
export const Batch = z.object({
  BatchInput: BatchRun.omit({ prefix: true }).extend({ run: z.string() }),
  Items: z.array(z.object({ Key: z.string(), Etag: z.string(), LastModified: z.number() })),
});
export type Batch = z.infer<typeof Batch>;
type Item = Batch['Items'][number];

/** How one object of a backfill ended. `failed: overtaken`: it was overwritten or removed meanwhile, which is told by itself. */
export interface ObjectAccount {
  readonly key: string;
  readonly outcome: Arrival['outcome'] | 'failed';
  readonly code: string | null;
  readonly sheetIds: readonly string[];
}

/** What one batch of objects came to, in their order; what the service wrote itself is left out. */
export type Accounts = readonly (ObjectAccount | Reparsed)[];

/** Some objects could not be dealt with now; `message` is what the batch would return, as JSON, with `failed` ones. */
export class BatchIncomplete extends Error {
  override readonly name = 'BatchIncomplete';
}

export interface BatchPorts {
  readonly store: Store;
  readonly bucket: Pick<Bucket, 'putJson' | 'getObject'>;
  readonly ingestObject: IngestObject;
  readonly reparseObject: ReparseObject;
}

/**
 * Deals with one batch. Done again in the same run it does only what is not done yet, and tells of what the run
 * published in an earlier try as it did then; what was found unchanged by then is current.
 * @throws BatchIncomplete where the world or the reader failed: the same batch again may go better
 */
export function makeBatch({ store, bucket, ingestObject, reparseObject }: BatchPorts) {
  return async ({
    BatchInput: { mode, publish, run },
    Items,
  }: Batch): Promise<Accounts | Elsewhere> => {
    const items = Items.filter(({ Key }) => isUpload(Key));
    const accounts: (ObjectAccount | Reparsed)[] = [];
    let faults = 0;
    for (const item of items) {
      const work = mode === 'backfill' ? backfill(item, run) : reparse(item.Key, publish, run);
      const account = await work.catch((error: unknown) => {
        faults++;
        return failed(mode, item.Key, error);
      });
      accounts.push(account);
    }
    const details = detailsKey(run, items[0]?.Key ?? '');
    const bytes = faults > 0 ? MESSAGE_BYTES : RESULT_BYTES;
    const told = await withinBytes(bytes, accounts, details, bucket).catch((error: unknown) => {
      const untold = items.map(({ Key }) => failed(mode, Key, error));
      throw new BatchIncomplete(JSON.stringify(untold));
    });
    if (faults > 0) throw new BatchIncomplete(JSON.stringify(told));
    return told;
  };

  async function backfill(
    { Key: key, Etag, LastModified }: Item,
    run: string,
  ): Promise<ObjectAccount> {
    const arrival = await store.arrival(key);
    const held = arrival && (await store.held(key));
    if (arrival && held?.eTag === plainETag(Etag)) return { key, ...arrival };
    const ingested = await ingestObject({
      kind: 'changed',
      key,
      sequencer: await store.nextSequencer(key),
      time: new Date(LastModified * 1000).toISOString(),
      requestId: run,
    });
    return accountOf(ingested);
  }

  /** What is published is noted first: when the batch comes again it is current, and nothing else would tell of it. */
  async function reparse(key: string, publish: boolean, run: string): Promise<Reparsed> {
    if (!publish) return reparseObject(key, { publish });
    const note = noteKey(run, key);
    const before = (published: Reparsed) => bucket.putJson(note, JSON.stringify(published));
    const reparsed = await reparseObject(key, { publish, before });
    const noted = reparsed.outcome === 'current' ? await bucket.getObject(note) : undefined;
    return noted?.kind === 'content' ? JSON.parse(Buffer.from(noted.bytes).toString()) : reparsed;
  }
}

function accountOf({ key, outcome, code, sheetIds }: Ingested): ObjectAccount {
  if (outcome === 'overtaken' || outcome === 'withdrawn') {
    return { key, outcome: 'failed', code: 'overtaken', sheetIds: [] };
  }
  return { key, outcome, code: code ?? null, sheetIds };
}

const failed = (
  mode: z.infer<typeof BatchRun>['mode'],
  key: string,
  error: unknown,
): ObjectAccount | Reparsed => ({
  key,
  outcome: 'failed',
  code: error instanceof Error && error.name === 'ReaderCrashed' ? 'reader-crashed' : 'fault',
  ...(mode === 'backfill' ? { sheetIds: [] } : { changes: [], sheets: [] }),
});
