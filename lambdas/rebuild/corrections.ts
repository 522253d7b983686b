import { CORRECTIONS } from '../domain/prefixes.ts';
import type { Bucket } from '../ports/blobs.ts';
import { StoredCorrection } from '../query/schemas/correction.ts';
import type { Store } from '../store/store.ts';

/** The corrections that the bucket has and nobody took back. */
export async function* correctionsInBucket(bucket: Pick<Bucket, 'versions' | 'getObject'>) {
  let last = '';
  for await (const { key } of bucket.versions()) {
    if (!key.startsWith(CORRECTIONS) || key === last) continue;
    last = key;
    const object = await bucket.getObject(key);
    if (object?.kind !== 'content') continue;
    const said = StoredCorrection.parse(JSON.parse(new TextDecoder().decode(object.bytes)));
    const { takenBack, ...correction } = said;
    if (!takenBack) yield correction;
  }
}

/** Puts them beside the sheets of a store that was made anew. */
export async function restoreCorrections(
  bucket: Pick<Bucket, 'versions' | 'getObject'>,
  store: Pick<Store, 'keepCorrection'>,
): Promise<void> {
  for await (const correction of correctionsInBucket(bucket)) {
    await store.keepCorrection(correction);
  }
}
