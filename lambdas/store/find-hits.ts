import type { Phase } from '../../parsers/records/initiative.ts';
import { loadTokenize } from '../dictionary.ts';
import { type BodyAt, bodyKey } from '../domain/search/body.ts';
import type { Hit } from '../domain/search/hit.ts';
import type { Occurrence } from '../domain/search/postings.ts';
import { type Word, wordsAsked } from '../domain/search/question.ts';
import { type Collection, scoreSheet } from '../domain/search/score.ts';
import type { SheetFilters } from '../domain/sheet-filters.ts';
import type { Rows } from '../ports/records.ts';
import type { SearchIndex } from '../ports/search.ts';
import { inOneMoment } from './heads.ts';
import type { ListPage, PageRequest } from './lists.ts';
import { type HitCandidate, showHits } from './show-hits.ts';

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
  index: SearchIndex,
  { q, phase, ...filters }: SearchFilters,
  { limit, after }: PageRequest,
): Promise<ListPage<Hit>> {
  const words = wordsAsked(q, await loadTokenize());
  return inOneMoment(rows, async (heads) => {
    const { bodies, occurrencesIn, collection } = await index.lookUp(words, filters);
    const candidates = bodies
      .flatMap((body) => candidatesIn(body, occurrencesIn(body), { words, collection }, phase))
      .filter(({ place }) => after === undefined || place > after)
      .toSorted((a, b) => (a.place < b.place ? -1 : 1));

    const seen = new Set(bodies.map(bodyKey));
    const found: { hit: Hit; place: string }[] = [];
    let at = 0;
    while (at < Math.min(candidates.length, MOST_SHOWN) && found.length <= limit) {
      const some = candidates.slice(at, at + limit + 1);
      at += some.length;
      found.push(...(await showHits({ index, heads }, some, seen, words)));
    }
    const page = found.slice(0, limit);
    const full = found.length > limit;
    const last = full ? page.at(-1) : candidates[at - 1];
    const next = full || at < candidates.length ? (last?.place ?? null) : null;
    return { items: page.map(({ hit }) => hit), next };
  });
}

/** The units of one body that have all words. */
function candidatesIn(
  { sheetId, bodyTag }: BodyAt,
  occurrences: ReadonlyMap<string, readonly Occurrence[]>,
  { words, collection }: { readonly words: readonly Word[]; readonly collection: Collection },
  phase: Phase | undefined,
): HitCandidate[] {
  const wanted = new Set(
    [...occurrences.values()].flatMap((all) =>
      all.flatMap((one) => (phase === undefined || one.phase === phase ? one.unit : [])),
    ),
  );
  return scoreSheet(words, occurrences, collection)
    .filter(({ unit }) => wanted.has(unit))
    .map(({ unit, score }) => ({
      ...{ unit, score, sheetId, bodyTag },
      place: placeOf(score, sheetId, unit),
    }));
}

/** Sorts as the list is shown: the best first, equals by sheet and unit. */
const placeOf = (score: number, sheetId: string, unit: number): string =>
  `${(1e6 - score).toFixed(3).padStart(11, '0')}#${sheetId}#${String(unit).padStart(5, '0')}`;
