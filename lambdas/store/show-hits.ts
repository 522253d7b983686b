import { type BodyAt, bodyKey, tagOf } from '../domain/search/body.ts';
import { show, snippet } from '../domain/search/highlight.ts';
import type { Hit } from '../domain/search/hit.ts';
import type { Word } from '../domain/search/question.ts';
import type { Scored } from '../domain/search/score.ts';
import type { SearchIndex, UnitAt } from '../ports/search.ts';
import { listedSheet } from './find-sheets.ts';
import type { Heads } from './heads.ts';

/** A unit of a body that has all words. */
export interface HitCandidate extends Scored, BodyAt {
  /** the less, the better */
  readonly rank: number;
}

/**
 * Those of the candidates that stand in a current revision, with their texts. `seen` are the names of the bodies that
 * were looked at.
 */
export async function showHits(
  { index, heads }: { readonly index: SearchIndex; readonly heads: Heads },
  candidates: readonly HitCandidate[],
  seen: ReadonlySet<string>,
  words: readonly Word[],
): Promise<{ hit: Hit; of: HitCandidate }[]> {
  const headOf = await heads(candidates.map(({ sheetId }) => sheetId));
  const current = candidates.flatMap((candidate) => {
    const { sheetId } = candidate;
    const head = headOf.get(sheetId);
    const body = head?.current?.served.body;
    const sheet = head && listedSheet(head);
    if (!sheet || body === undefined) return [];
    const bodyTag = tagOf(body);
    if (bodyTag === candidate.bodyTag) return [{ ...candidate, sheet, body }];
    // What took its place may not have been there yet when the words were looked up.
    if (!seen.has(bodyKey({ sheetId, bodyTag }))) heads.doubt(sheetId);
    return [];
  });
  const unitAt = await unitsAt(
    index,
    current.flatMap((one) => [one, { ...one, unit: 0 }]),
  );
  return current.flatMap((one) => {
    const said = unitAt(one);
    const view = said && show(said, unitAt({ ...one, unit: 0 }), words);
    if (!view) return [];
    const { texts, ...about } = said;
    const name = texts.find(({ field }) => field === 'name')?.text ?? null;
    const score = Number(one.score.toFixed(3));
    const hit: Hit = { ...about, name, ...view, snippet: snippet(view), score, sheet: one.sheet };
    return [{ hit, of: one }];
  });
}

/** Each unit once, of whatever hits. */
async function unitsAt(index: SearchIndex, wanted: readonly UnitAt[]) {
  const name = ({ sheetId, unit }: UnitAt) => `${sheetId}#${unit}`;
  const unique = new Map(wanted.map((one) => [name(one), one]));
  const found = await index.units([...unique.values()]);
  const units = new Map([...unique.keys()].map((key, n) => [key, found[n]]));
  return (at: UnitAt) => units.get(name(at));
}
