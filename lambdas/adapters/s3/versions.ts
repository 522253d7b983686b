import {
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { plainETag, type Version } from '../../ports/blobs.ts';

/** Key by key in S3's order, of each key the oldest first. S3 lists the newest first. */
export async function* listVersions(
  client: S3Client,
  Bucket: string,
): AsyncGenerator<Version, undefined> {
  let own: Version[] = [];
  for await (const page of pages(client, Bucket)) {
    const { Versions = [], DeleteMarkers = [] } = page;
    const found = [...Versions, ...DeleteMarkers.map((marker) => ({ ...marker, ETag: null }))]
      .map(({ Key = '', VersionId = '', LastModified, ETag }) => ({
        key: Key,
        versionId: VersionId,
        time: (LastModified ?? new Date(0)).toISOString(),
        eTag: ETag === null ? null : plainETag(ETag ?? ''),
      }))
      .toSorted((a, b) => (a.time === b.time ? 0 : a.time > b.time ? -1 : 1));
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
