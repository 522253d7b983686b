import type { Tokenize } from '../../../parsers/japanese/tokens.ts';
import { show, snippet } from '../../domain/search/highlight.ts';
import type { Hit } from '../../domain/search/hit.ts';
import type { Word } from '../../domain/search/question.ts';
import type { Scored } from '../../domain/search/score.ts';
import type { Unit } from '../../domain/search/units.ts';
import type { Rows } from '../../ports/records.ts';
import { listed } from '../find-sheets.ts';
import type { Heads } from '../heads.ts';
import { unpack } from '../packing.ts';
import { postingSk, type TextsItem, tagOf, textsRow } from './index-rows.ts';

/** A unit of a body that has all words. */
export interface Candidate extends Scored {
  readonly sheetId: string;
  readonly bodyTag: string;
  /** its place among all candidates */
  readonly place: string;
}

/**
 * Those of the candidates that stand in a current revision, with their texts. `seen` are the bodies that were looked
 * at, by the sort keys of their postings.
 */
export async function showHits(
  rows: Rows,
  heads: Heads,
  candidates: readonly Candidate[],
  seen: ReadonlySet<string>,
  words: readonly Word[],
  tokenize: Tokenize,
): Promise<{ hit: Hit; place: string }[]> {
  const headOf = await heads(candidates.map(({ sheetId }) => sheetId));
  const current = candidates.flatMap((candidate) => {
    const head = headOf.get(candidate.sheetId);
    const body = head?.current?.served.body;
    const sheet = head && listed(head);
    if (!sheet || body === undefined) return [];
    if (tagOf(body) === candidate.bodyTag) return [{ ...candidate, sheet, body }];
    // What took its place may not have been there yet when the words were looked up.
    if (!seen.has(postingSk(candidate.sheetId, tagOf(body)))) heads.doubt(candidate.sheetId);
    return [];
  });
  const unitAt = await textsOf(
    rows,
    current.flatMap(({ sheetId, body, unit }) => [
      textsRow(sheetId, body, 0),
      textsRow(sheetId, body, unit),
    ]),
  );
  return current.flatMap(({ sheetId, body, unit, score, place, sheet }) => {
    const said = unitAt(textsRow(sheetId, body, unit));
    const view = said && show(said, unitAt(textsRow(sheetId, body, 0)), words, tokenize);
    if (!view) return [];
    const { texts: _, ...about } = said;
    const rounded = Number(score.toFixed(3));
    const hit: Hit = { ...about, ...view, snippet: snippet(view), score: rounded, sheet };
    return [{ hit, place }];
  });
}

async function textsOf(rows: Rows, wanted: readonly ReturnType<typeof textsRow>[]) {
  const found = await rows.getAll<TextsItem>(wanted);
  const units = new Map(found.map((row) => [`${row.pk}\n${row.sk}`, unpack<Unit[]>([row.units])]));
  return ({ pk, sk, at }: ReturnType<typeof textsRow>) => units.get(`${pk}\n${sk}`)?.[at];
}
