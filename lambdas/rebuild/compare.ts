import { isUpload } from '../domain/prefixes.ts';
import type { Bucket, Version } from '../ports/blobs.ts';
import type { Store } from '../store/store.ts';

/** The present version of each key that the bucket has and the store does not know of, or not as it is now. */
export async function* unknownToStore(
  bucket: Pick<Bucket, 'versions'>,
  store: Store,
): AsyncGenerator<Version, undefined> {
  for await (const version of present(bucket)) {
    const held = await store.held(version.key);
    if (held?.eTag !== version.eTag) yield version;
  }
}

/** Everything that the store says otherwise than the bucket, in sentences; nothing is written. */
export async function* differences(
  bucket: Pick<Bucket, 'versions'>,
  store: Store,
): AsyncGenerator<string, undefined> {
  const keys = new Set<string>();
  for await (const { key } of present(bucket)) keys.add(key);
  for await (const { key } of unknownToStore(bucket, store)) {
    yield `${key}: the store does not have what the bucket holds`;
  }
  const sheets = new Set<string>();
  for (let after: string | undefined; ; ) {
    const page = await store.documents({}, { limit: 200, after });
    for (const { sha256, standings, status, sheetIds } of page.items) {
      const name = sha256 ?? 'a document that was never downloaded';
      const live = standings.filter(({ state }) => state === 'live');
      for (const { key } of live.filter(({ key }) => !keys.has(key))) {
        yield `${key}: the bucket does not hold it, the store says that it holds ${name}`;
      }
      if (status !== 'SUCCEEDED' && status !== 'FAILED') yield `${name}: its reading did not end`;
      if (live.length > 0) for (const id of sheetIds) sheets.add(id);
    }
    if (page.next === null) break;
    after = page.next;
  }
  for (const id of sheets) if (!(await store.sheet(id))) yield `${id}: the sheet is missing`;
}

/** Keys that hold something now. */
async function* present(bucket: Pick<Bucket, 'versions'>): AsyncGenerator<Version, undefined> {
  let last: Version | undefined;
  for await (const version of bucket.versions()) {
    if (last && last.key !== version.key && last.eTag !== null) yield last;
    last = isUpload(version.key) ? version : undefined;
  }
  if (last && last.eTag !== null) yield last;
}
