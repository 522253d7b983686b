import type { HeadItem } from './items.ts';
import { pack, unpack } from './packing.ts';
import { publish, type Revision, type Source } from './publication.ts';

/** Every source of a sheet that has ever counted and was not withdrawn. */
export const sourcesIn = (head: Pick<HeadItem, 'sources'> | undefined): Source[] =>
  head ? unpack<Source[]>([head.sources]) : [];

export const packSources = (sources: readonly Source[]): Uint8Array => Buffer.concat(pack(sources));

/** What the sheet said over time, oldest first. */
export const historyOf = (head: Pick<HeadItem, 'sources'> | undefined): readonly Revision[] =>
  publish(sourcesIn(head)).history;
