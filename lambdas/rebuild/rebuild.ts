import { isUpload } from '../domain/prefixes.ts';
import type { IngestObject } from '../ingest/ingest.ts';
import type { Bucket, Version } from '../ports/blobs.ts';

export interface RebuildPorts {
  readonly bucket: Pick<Bucket, 'versions'>;
  readonly ingestObject: IngestObject;
  /**
   * Orders the version among those of its key and before what will happen to the key: hex. It is the n-th, from 0, of
   * those of the same time.
   */
  readonly sequencerOf: (version: Version, nth: number) => string;
  /** Keys that are dealt with side by side. */
  readonly concurrency: number;
}

/** How many keys there are, how many versions of them were read, and how each of these ended. */
export interface Rebuilt {
  readonly keys: number;
  readonly versions: number;
  readonly outcomes: Readonly<Record<string, number>>;
}

/**
 * Brings an empty store in line with all that stands in the bucket, and that stood there before it was overwritten, by
 * the events that told of it once. May be repeated.
 */
export async function rebuild(
  { bucket, ingestObject, sequencerOf, concurrency }: RebuildPorts,
  tell: (rebuilt: Rebuilt) => void = () => {},
): Promise<Rebuilt> {
  const outcomes: Record<string, number> = {};
  let keys = 0;
  let versions = 0;
  const source = byKey(bucket.versions());
  async function work(): Promise<void> {
    for await (const own of source) {
      const standing = sinceRemoval(own);
      for (const [n, version] of standing.entries()) {
        const nth = n - standing.findIndex(({ time }) => time === version.time);
        const { outcome } = await ingestObject(eventOf(version, sequencerOf(version, nth)));
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
        versions++;
      }
      keys++;
      tell({ keys, versions, outcomes });
    }
  }
  await Promise.all(Array.from({ length: concurrency }, work));
  return { keys, versions, outcomes };
}

/** All versions of each key that somebody may have uploaded to. Several may take from it. */
async function* byKey(all: AsyncGenerator<Version>): AsyncGenerator<Version[], undefined> {
  let own: Version[] = [];
  for await (const version of all) {
    if (!isUpload(version.key)) continue;
    if (own[0] && own[0].key !== version.key) {
      yield own;
      own = [];
    }
    own.push(version);
  }
  if (own.length > 0) yield own;
}

/** What a removal withdrew need not be read; the removal itself is told, so that a late event is known as one. */
const sinceRemoval = (own: readonly Version[]): readonly Version[] =>
  own.slice(
    Math.max(
      0,
      own.findLastIndex(({ eTag }) => eTag === null),
    ),
  );

const eventOf = ({ key, eTag, time, versionId }: Version, sequencer: string) =>
  eTag === null
    ? ({ kind: 'removed', key, sequencer, time } as const)
    : ({ kind: 'created', key, sequencer, time, eTag, versionId } as const);
