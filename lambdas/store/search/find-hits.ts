import type { Phase } from '../../../parsers/records/initiative.ts';
import { loadTokenize } from '../../dictionary.ts';
import type { Hit } from '../../domain/search/hit.ts';
import { decode } from '../../domain/search/postings.ts';
import { type Word, wordsOf } from '../../domain/search/question.ts';
import { type Collection, scoreSheet } from '../../domain/search/score.ts';
import type { Rows } from '../../ports/records.ts';
import { inOneMoment } from '../heads.ts';
import type { Page, PageRequest } from '../lists.ts';
import type { SheetFilters } from '../sheet-filters.ts';
import type { openCollection } from './collection.ts';
import { isFiledUnder, toldBy } from './index-rows.ts';
import { type Candidates, lookUp } from './lookup.ts';
import { type Candidate, showHits } from './show-hits.ts';

export interface SearchFilters extends Omit<SheetFilters, 'grade'> {
  readonly q: string;
  readonly phase?: Phase | undefined;
}

/** Texts that are read for one page: where few of them have the words to the letter, a page may be short. */
const MOST_SHOWN = 1_000;

/**
 * What the sheets' current revisions say about all words, best first.
 * @throws Unsearchable
 */
export async function findHits(
  rows: Rows,
  collection: ReturnType<typeof openCollection>,
  { q, phase, ...filters }: SearchFilters,
  { limit, after }: PageRequest,
): Promise<Page<Hit>> {
  const tokenize = await loadTokenize();
  const words = wordsOf(q, tokenize);
  return inOneMoment(rows, async (heads) => {
    const [averages, { sheets, postings, sheetsWith }] = await Promise.all([
      collection(),
      lookUp(rows, words, (posting) => isFiledUnder(posting, filters)),
    ]);
    const candidates = sheets
      .flatMap((sk) => score(words, sk, postings, { ...averages, sheetsWith }, phase))
      .filter(({ place }) => after === undefined || place > after)
      .toSorted((a, b) => (a.place < b.place ? -1 : 1));

    const seen = new Set(sheets);
    const found: { hit: Hit; place: string }[] = [];
    let at = 0;
    while (at < Math.min(candidates.length, MOST_SHOWN) && found.length <= limit) {
      const some = candidates.slice(at, at + limit + 1);
      at += some.length;
      found.push(...(await showHits(rows, heads, some, seen, words, tokenize)));
    }
    const page = found.slice(0, limit);
    const full = found.length > limit;
    const last = full ? page.at(-1) : candidates[at - 1];
    const next = full || at < candidates.length ? (last?.place ?? null) : null;
    return { items: page.map(({ hit }) => hit), next };
  });
}

/** What one body of a sheet has of the words. */
function score(
  words: readonly Word[],
  sk: string,
  postings: Candidates['postings'],
  collection: Collection,
  phase: Phase | undefined,
): Candidate[] {
  const own = [...postings].flatMap(([key, found]) => {
    const posting = found.get(sk);
    return posting ? [{ key, occurrences: decode(posting.found) }] : [];
  });
  const { sheetId, bodyTag } = toldBy(sk);
  const wanted = new Set(
    own.flatMap(({ occurrences }) =>
      occurrences.flatMap((one) => (phase === undefined || one.phase === phase ? one.unit : [])),
    ),
  );
  const occurrences = new Map(own.map(({ key, occurrences }) => [key, occurrences]));
  return scoreSheet(words, occurrences, collection)
    .filter(({ unit }) => wanted.has(unit))
    .map(({ unit, score }) => ({
      unit,
      score,
      sheetId,
      bodyTag,
      place: placeOf(score, sheetId, unit),
    }));
}

/** Sorts as the list is shown: the best first, equals by sheet and unit. */
const placeOf = (score: number, sheetId: string, unit: number): string =>
  `${(1e6 - score).toFixed(3).padStart(11, '0')}#${sheetId}#${String(unit).padStart(5, '0')}`;
