import type { Phase } from '../../parsers/records/initiative.ts';
import { loadTokenize } from '../dictionary.ts';
import { type BodyAt, bodyKey } from '../domain/search/body.ts';
import type { Hit } from '../domain/search/hit.ts';
import type { Occurrence } from '../domain/search/postings.ts';
import { wordsAsked } from '../domain/search/question.ts';
import { type Scored, scoring } from '../domain/search/score.ts';
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
const MOST_POINTS = 1e6;

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
    const scored = scoring(words, collection);
    const candidates = bodies
      .flatMap((body) => {
        const occurrences = occurrencesIn(body);
        return candidatesIn(body, ofPhase(scored(occurrences), occurrences, phase));
      })
      .filter((one) => after === undefined || placeOf(one) > after)
      .toSorted(inOrder);

    const seen = new Set(bodies.map(bodyKey));
    const found: { hit: Hit; place: string }[] = [];
    let at = 0;
    while (at < Math.min(candidates.length, MOST_SHOWN) && found.length <= limit) {
      const some = candidates.slice(at, at + limit + 1);
      at += some.length;
      const hits = await showHits({ index, heads }, some, seen, words);
      found.push(...hits.map(({ hit, of }) => ({ hit, place: placeOf(of) })));
    }
    const page = found.slice(0, limit);
    const full = found.length > limit;
    const seenLast = candidates[at - 1];
    const last = full ? page.at(-1)?.place : seenLast && placeOf(seenLast);
    const next = full || at < candidates.length ? (last ?? null) : null;
    return { items: page.map(({ hit }) => hit), next };
  });
}

/** The units that have a term where the sheet speaks of the phase; all of them where none is asked for. */
function ofPhase(
  scored: readonly Scored[],
  occurrences: ReadonlyMap<string, readonly Occurrence[]>,
  phase: Phase | undefined,
): readonly Scored[] {
  if (phase === undefined) return scored;
  const all = [...occurrences.values()].flat();
  const wanted = new Set(all.filter((one) => one.phase === phase).map(({ unit }) => unit));
  return scored.filter(({ unit }) => wanted.has(unit));
}

const candidatesIn = ({ sheetId, bodyTag }: BodyAt, scored: readonly Scored[]): HitCandidate[] =>
  scored.map(({ unit, score }) => ({ unit, score, sheetId, bodyTag, rank: rankOf(score) }));

/** Thousandths of a point below the most that there can be. */
const rankOf = (score: number): number => Math.round(1000 * (MOST_POINTS - score));

/** As the list is shown: the best first, equals by sheet and unit. */
function inOrder(a: HitCandidate, b: HitCandidate): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.sheetId !== b.sheetId) return a.sheetId < b.sheetId ? -1 : 1;
  return a.unit - b.unit;
}

/** Sorts as the list is shown. */
const placeOf = ({ rank, sheetId, unit }: HitCandidate): string =>
  `${(rank / 1000).toFixed(3).padStart(11, '0')}#${sheetId}#${String(unit).padStart(5, '0')}`;
