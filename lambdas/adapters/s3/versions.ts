import {
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { plainETag, type Version } from '../../ports/blobs.ts';

/**
 * Key by key in S3's order, of each key the oldest first. S3 lists the newest first, removals apart from the rest, and its
 * times are seconds: within one the latest comes last, and before it a removal.
 */
export async function* listVersions(
  client: S3Client,
  Bucket: string,
): AsyncGenerator<Version, undefined> {
  let own: Listed[] = [];
  for await (const page of pages(client, Bucket)) {
    const { Versions = [], DeleteMarkers = [] } = page;
    const found = [...DeleteMarkers.map((marker) => ({ ...marker, ETag: null })), ...Versions]
      .map(({ Key = '', VersionId = '', LastModified, ETag, IsLatest = false }) => ({
        key: Key,
        isLatest: IsLatest,
        versionId: VersionId,
        time: (LastModified ?? new Date(0)).toISOString(),
        eTag: ETag === null ? null : plainETag(ETag ?? ''),
      }))
      .toSorted((a, b) => byKey(a, b) || newestFirst(a, b));
    for (const [key, news] of Map.groupBy(found, (version) => version.key)) {
      // A key's versions may go on over the next page; those of other keys are complete.
      if (own[0] && own[0].key !== key) {
        yield* own.toReversed();
        own = [];
      }
      own.push(...news);
    }
  }
  yield* own.toReversed();
}

interface Listed extends Version {
  readonly isLatest: boolean;
}

/** S3 orders by UTF-8. */
const byKey = (a: Listed, b: Listed): number =>
  Buffer.compare(Buffer.from(a.key), Buffer.from(b.key));

const newestFirst = (a: Listed, b: Listed): number =>
  a.time === b.time ? Number(b.isLatest) - Number(a.isLatest) : a.time > b.time ? -1 : 1;

async function* pages(client: S3Client, Bucket: string) {
  let from: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } = {};
  for (;;) {
    const page: ListObjectVersionsCommandOutput = await client.send(
      new ListObjectVersionsCommand({ Bucket, ...from }),
    );
    yield page;
    if (!page.IsTruncated) return;
    from = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
  }
}
