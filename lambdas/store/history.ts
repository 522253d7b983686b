import { byTime, publish, type Revision, type Source } from '../domain/publication.ts';
import type { HeadItem } from './items.ts';
import { pack, unpack } from './packing.ts';

/** The sources of a sheet that were not withdrawn, the latest of them. */
export const sourcesIn = (head: Pick<HeadItem, 'sources'> | undefined): Source[] =>
  head ? unpack<Source[]>([head.sources]) : [];

/** Of documents that all say something else so many fit into a head, with 105 bytes each. */
const MAX_SOURCES = 3_500;

/** In the order of time; of more than fit, the earliest are forgotten. */
export const latest = (sources: readonly Source[]): Source[] =>
  sources.toSorted(byTime).slice(-MAX_SOURCES);

export const packSources = (sources: readonly Source[]): Uint8Array => Buffer.concat(pack(sources));

/** What the sheet said over time, oldest first. */
export const historyOf = (head: Pick<HeadItem, 'sources'> | undefined): readonly Revision[] =>
  publish(sourcesIn(head)).history;
