import { type BodyAt, bodyKey } from '../../../domain/search/body.ts';
import { isFiledUnder } from '../../../domain/search/filed.ts';
import { eachTag, GRAM_KEYS, occurrencesIn } from '../../../domain/search/grams.ts';
import { averagesOf, type Lengths } from '../../../domain/search/lengths.ts';
import { decodePostings, type Occurrence } from '../../../domain/search/postings.ts';
import type { Word } from '../../../domain/search/question.ts';
import type { SheetFilters } from '../../../domain/sheet-filters.ts';
import type { Candidates } from '../../../ports/search.ts';
import type { WordsItem } from './stored.ts';

/** A term of the question; a trigram is looked for in its bucket. */
type Wanted = Word['readings'][number]['terms'][number];

interface Body extends BodyAt {
  readonly of: string;
  readonly lengths: Lengths;
  readonly terms: readonly string[];
  readonly found: Uint8Array;
}

/** The bodies that have a term, ascending by number, and from where to where their postings are in `found`. */
interface Entries {
  readonly bodies: number[];
  readonly from: number[];
  readonly to: number[];
}

/**
 * An inverted index in memory: of every term the bodies that have it (Zobel and Moffat, Inverted Files for Text Search
 * Engines, 2006). Postings stay packed as they are stored. Of a bucket of trigrams the bodies that have each of them are
 * gathered when one of them is first asked for.
 */
export function openPostings() {
  const bodies = new Map<number, Body>();
  const numbers = new Map<string, number>();
  const terms = new Map<string, Entries>();
  const buckets = new Map<string, Map<number, number[]>>();
  let next = 0;
  let lengths: ReturnType<typeof averagesOf> | undefined;

  function add({ sheetId, bodyTag, of, lengths: own, terms: keys, ends, found }: WordsItem): void {
    const number = next++;
    lengths = undefined;
    bodies.set(number, { sheetId, bodyTag, of, lengths: own, terms: keys, found });
    numbers.set(bodyKey({ sheetId, bodyTag }), number);
    let from = 0;
    for (const [n, key] of keys.entries()) {
      const to = ends[n] ?? from;
      const known = terms.get(key);
      const entries = known ?? { bodies: [], from: [], to: [] };
      if (!known) terms.set(key, entries);
      entries.bodies.push(number);
      entries.from.push(from);
      entries.to.push(to);
      const bucket = buckets.get(key);
      if (bucket) gather(bucket, number, { found, from, to });
      from = to;
    }
  }

  function remove(name: string): void {
    const number = numbers.get(name);
    const body = number === undefined ? undefined : bodies.get(number);
    if (number === undefined || !body) return;
    lengths = undefined;
    for (const key of body.terms) {
      const entries = terms.get(key);
      const at = entries ? placeIn(entries.bodies, number) : -1;
      if (!entries || at < 0) continue;
      const bucket = buckets.get(key);
      if (bucket) {
        eachTag(body.found, entries.from[at] ?? 0, entries.to[at] ?? 0, (tag) => {
          const having = bucket.get(tag) ?? [];
          const place = placeIn(having, number);
          if (place >= 0) having.splice(place, 1);
        });
      }
      for (const numbers of [entries.bodies, entries.from, entries.to]) numbers.splice(at, 1);
    }
    bodies.delete(number);
    numbers.delete(name);
  }

  function bucketOf(key: string): ReadonlyMap<number, number[]> {
    const known = buckets.get(key);
    if (known) return known;
    const bucket = new Map<number, number[]>();
    const { bodies: having, from, to } = terms.get(key) ?? NONE;
    for (const [n, number] of having.entries()) {
      const { found } = bodies.get(number) ?? {};
      if (found) gather(bucket, number, { found, from: from[n], to: to[n] });
    }
    buckets.set(key, bucket);
    return bucket;
  }

  /** Gathers every bucket, one after the other. */
  function* gathering(): Generator<void, undefined> {
    for (const key of GRAM_KEYS) {
      if (buckets.has(key)) continue;
      bucketOf(key);
      yield;
    }
  }

  const having = ({ key, gram }: Wanted): readonly number[] =>
    (gram ? bucketOf(gram.key).get(gram.tag) : terms.get(key)?.bodies) ?? [];

  function occurrences(term: Wanted, number: number): Occurrence[] {
    const { key, gram } = term;
    // A bucket is gone through only where the trigram is in it.
    if (gram && placeIn(having(term), number) < 0) return [];
    const { bodies: all, from, to } = terms.get(gram?.key ?? key) ?? NONE;
    const at = placeIn(all, number);
    const { found } = bodies.get(number) ?? {};
    if (at < 0 || !found) return [];
    return gram
      ? occurrencesIn(found, gram.tag, from[at], to[at])
      : decodePostings(found, from[at], to[at]);
  }

  function lookUp(words: readonly Word[], filters: Omit<SheetFilters, 'grade'>): Candidates {
    const all = words.flatMap(({ readings }) => readings.flatMap((one) => one.terms));
    const wanted = [...new Map(all.map((term) => [term.key, term])).values()];
    lengths ??= averagesOf([...bodies.values()].map((one) => one.lengths));
    const collection = {
      sheets: bodies.size,
      lengthOf: lengths,
      sheetsWith: new Map(wanted.map((term) => [term.key, having(term).length])),
    };
    const found = haveAll(words, having).flatMap((number) => {
      const body = bodies.get(number);
      return body && isFiledUnder(body.of, filters) ? [body] : [];
    });
    return {
      bodies: found,
      occurrencesIn(body) {
        const number = numbers.get(bodyKey(body)) ?? -1;
        const own = new Map<string, Occurrence[]>();
        for (const term of wanted) {
          const found = occurrences(term, number);
          if (found.length > 0) own.set(term.key, found);
        }
        return own;
      },
      collection,
    };
  }

  return {
    ...{ add, remove, gathering, lookUp },
    has: (name: string) => numbers.has(name),
    names: () => numbers.keys(),
  };
}

const NONE: Entries = { bodies: [], from: [], to: [] };

/** Notes the body at each trigram that it has in the bucket. */
function gather(
  bucket: Map<number, number[]>,
  number: number,
  {
    found,
    from = 0,
    to = 0,
  }: { found: Uint8Array; from?: number | undefined; to?: number | undefined },
): void {
  eachTag(found, from, to, (tag) => {
    const having = bucket.get(tag);
    if (!having) bucket.set(tag, [number]);
    else if (having.at(-1) !== number) having.push(number);
  });
}

/** The bodies that have of every word all terms of one reading. */
function haveAll(words: readonly Word[], having: (term: Wanted) => readonly number[]): number[] {
  const lists = words.map(({ readings }) =>
    readings.map(({ terms }) => terms.map(having).toSorted((a, b) => a.length - b.length)),
  );
  const size = (readings: (typeof lists)[number]) =>
    readings.reduce((sum, [rarest]) => sum + (rarest?.length ?? 0), 0);
  const [first = [], ...others] = lists.toSorted((a, b) => size(a) - size(b));
  const inAll = ([rarest = [], ...rest]: readonly (readonly number[])[]) =>
    rarest.filter((number) => rest.every((list) => placeIn(list, number) >= 0));
  const has = (readings: (typeof lists)[number], number: number) =>
    readings.some((lists) => lists.every((list) => placeIn(list, number) >= 0));
  return [...new Set(first.flatMap(inAll))].filter((number) =>
    others.every((readings) => has(readings, number)),
  );
}

/** By halving; -1 where it is not there. */
function placeIn(ascending: readonly number[], wanted: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const one = ascending[middle] ?? 0;
    if (one === wanted) return middle;
    if (one < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
