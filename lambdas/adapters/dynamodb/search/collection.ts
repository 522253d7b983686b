import { averagesOf } from '../../../domain/search/lengths.ts';
import type { Collection } from '../../../domain/search/score.ts';
import type { Rows } from '../../../ports/records.ts';
import { HASH, type SampleItem, samplePartitions } from './index-rows.ts';

/** Sheets whose lengths are looked at, per partition. */
const SAMPLE = 100;
const SERVED_FOR_MS = 60_000;

type Averages = Omit<Collection, 'sheetsWith'>;

/**
 * How many sheets there are and how long their texts are, from the first rows of the samples: counted anew every
 * minute, not kept in counters, so that no crash can make them wrong for ever.
 */
export function openCollection(rows: Rows): () => Promise<Averages> {
  let counted: Promise<Averages> | undefined;
  let until = 0;
  return () => {
    if (!counted || Date.now() > until) {
      until = Date.now() + SERVED_FOR_MS;
      counted = count(rows).catch((error) => {
        counted = undefined;
        throw error;
      });
    }
    return counted;
  };
}

async function count(rows: Rows): Promise<Averages> {
  const samples = await Promise.all(
    samplePartitions.map((pk) => rows.next<SampleItem>(pk, '', SAMPLE)),
  );
  const sheets = samples.reduce((sum, sample) => sum + estimate(sample), 0);
  return {
    sheets,
    lengthOf: averagesOf(samples.flatMap(({ found }) => found.map(({ lengths }) => lengths))),
  };
}

/**
 * How many rows a partition has, by how far the first of them reach into it: the hashes are spread evenly (k minimum
 * values; Bar-Yossef et al., Counting Distinct Elements in a Data Stream, 2002).
 */
export function estimate({ found, more }: { found: readonly { sk: string }[]; more: boolean }) {
  const last = found.at(-1);
  if (!more || !last) return found.length;
  const reach = (Number.parseInt(last.sk.slice(0, HASH), 16) + 1) / 16 ** HASH;
  return Math.max(found.length, Math.round((found.length - 1) / reach));
}
