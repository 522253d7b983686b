import { occurrencesIn } from '../../../domain/search/grams.ts';
import { encodePostings } from '../../../domain/search/postings.ts';
import type { Word } from '../../../domain/search/question.ts';
import type { Rows } from '../../../ports/records.ts';
import { estimate } from './collection.ts';
import { partitionFor, partitionsOf } from './hot-terms.ts';
import { HASH, type PostingItem } from './index-rows.ts';

/** The postings of one term, as many as were read so far; `in` is the number of sheets that have it, or about that. */
interface Lookup extends Wanted {
  readonly in: number;
  readonly found: ReadonlyMap<string, PostingItem>;
  readonly partitions: readonly {
    readonly pk: string;
    readonly last: string;
    readonly more: boolean;
  }[];
}

/** A term of the question; a trigram is looked for in its bucket. */
type Wanted = Word['readings'][number]['terms'][number];

/** By term, and for each the postings of every sheet that may have all words, by sort key. */
interface Postings {
  readonly sheets: readonly string[];
  readonly postings: ReadonlyMap<string, ReadonlyMap<string, PostingItem>>;
  readonly sheetsWith: ReadonlyMap<string, number>;
}

/** Enough to know how common a term is, within a tenth; most terms have fewer. */
const FIRST = 100;
const NEXT = 2_000;
/** So many of the sheets that have a word are looked at: the first by hash, which is a fair sample of a larger number. */
const MOST = 10_000;
/** A row that is asked for by its key costs as much as so many in a row. */
const BY_KEY = 8;

/**
 * The sheets that have all words: those of the rarest word, and of the other words no more than it takes to know
 * about these.
 */
export async function lookUp(
  rows: Rows,
  words: readonly Word[],
  accept: (posting: PostingItem) => boolean,
): Promise<Postings> {
  const opened = await Promise.all(termsIn(words).map((term) => open(rows, term)));
  const lookups = new Map(opened.map((one) => [one.key, one]));
  const living = words.map(({ readings }) => ({
    readings: readings.filter(({ terms }) => terms.every(({ key }) => lookups.get(key)?.in)),
  }));
  const sheetsWith = new Map(opened.map((one) => [one.key, one.in]));
  if (living.some(({ readings }) => readings.length === 0)) {
    return { sheets: [], postings: new Map(), sheetsWith };
  }

  const rarest = (reading: Word['readings'][number]) =>
    reading.terms
      .map(({ key }) => lookups.get(key))
      .reduce((a, b) => (a && b && b.in < a.in ? b : a));
  const leads = living
    .map(({ readings }) => readings.flatMap((one) => rarest(one) ?? []))
    .reduce((a, b) => (total(b) < total(a) ? b : a));
  const led = await Promise.all([...new Set(leads)].map((one) => readOn(rows, one)));
  const sheets = new Set(
    led.flatMap(({ found }) => [...found].filter(([, one]) => accept(one)).map(([sk]) => sk)),
  );
  const known = new Set(led.map(({ key }) => key));
  const others = termsIn(living).filter(({ key }) => !known.has(key));
  const rest = await Promise.all(
    others.flatMap(({ key }) => lookups.get(key) ?? []).map((one) => readFor(rows, one, sheets)),
  );
  const postings = new Map([...led, ...rest].map(({ key, found }) => [key, found]));
  return { sheets: [...sheets], postings, sheetsWith };
}

/** Each term once. */
function termsIn(words: readonly Pick<Word, 'readings'>[]): Wanted[] {
  const all = words.flatMap(({ readings }) => readings.flatMap(({ terms }) => terms));
  return [...new Map(all.map((term) => [term.key, term])).values()];
}

const total = (lookups: readonly Lookup[]) => lookups.reduce((sum, one) => sum + one.in, 0);

/** The postings that have the term; of a bucket's, those that have the trigram. */
function having(rows: readonly PostingItem[], { gram }: Wanted): PostingItem[] {
  if (!gram) return [...rows];
  return rows.flatMap((row) => {
    const occurrences = occurrencesIn(row.found, gram.tag);
    return occurrences.length > 0 ? [{ ...row, found: encodePostings(occurrences) }] : [];
  });
}

async function open(rows: Rows, term: Wanted): Promise<Lookup> {
  const partitions = partitionsOf(term.gram?.key ?? term.key);
  const first = Math.ceil(FIRST / partitions.length);
  const pages = await Promise.all(
    partitions.map(async (pk) => ({ pk, ...(await rows.next<PostingItem>(pk, '', first)) })),
  );
  const found = having(
    pages.flatMap((page) => page.found),
    term,
  );
  const read = pages.reduce((sum, page) => sum + page.found.length, 0);
  const stored = pages.reduce((sum, page) => sum + estimate(page), 0);
  return {
    ...term,
    // Of a bucket nobody knows what is in the rows that were not read.
    in: stored === read ? found.length : Math.ceil((stored * Math.max(found.length, 1)) / read),
    found: new Map(found.map((row) => [row.sk, row])),
    partitions: pages.map(({ pk, found, more }) => ({ pk, last: found.at(-1)?.sk ?? '', more })),
  };
}

/** All of them, up to the most. */
async function readOn(rows: Rows, lookup: Lookup): Promise<Lookup> {
  const most = MOST / lookup.partitions.length;
  const rest = await Promise.all(
    lookup.partitions.map(async ({ pk, last, more }) => {
      const all: PostingItem[] = [];
      for (let goOn = more, after = last; goOn && all.length < most; ) {
        const page = await rows.next<PostingItem>(pk, after, NEXT);
        all.push(...page.found);
        after = page.found.at(-1)?.sk ?? after;
        goOn = page.more;
      }
      return all;
    }),
  );
  return {
    ...lookup,
    found: new Map([
      ...lookup.found,
      ...having(rest.flat(), lookup).map((row) => [row.sk, row] as const),
    ]),
  };
}

/** As many of them as it takes to know about these sheets. */
async function readFor(rows: Rows, lookup: Lookup, sheets: ReadonlySet<string>): Promise<Lookup> {
  if (!lookup.partitions.some(({ more }) => more)) return lookup;
  const unknown = [...sheets].filter((sk) => !lookup.found.has(sk));
  if (unknown.length * BY_KEY > lookup.in) return readOn(rows, lookup);
  const stored = lookup.gram?.key ?? lookup.key;
  const pk = (sk: string) => partitionFor(stored, sk.slice(0, HASH));
  const found = await rows.getAll<PostingItem>(unknown.map((sk) => ({ pk: pk(sk), sk })));
  return {
    ...lookup,
    found: new Map([
      ...lookup.found,
      ...having(found, lookup).map((row) => [row.sk, row] as const),
    ]),
  };
}
