import { z } from 'zod';
import { Phase } from '../../../parsers/records/initiative.ts';
import { Places } from '../../../parsers/records/place.ts';
import { loadTokenize } from '../../dictionary.ts';
import { ListedSheet, listed, type SheetFilters } from '../find-sheets.ts';
import { type HeadItem, headRow } from '../items.ts';
import type { Page, PageRequest } from '../lists.ts';
import { unpack } from '../packing.ts';
import type { Rows } from '../rows.ts';
import type { openCollection } from './collection.ts';
import { show, snippet } from './highlight.ts';
import { type PostingItem, type TextsItem, tagOf, textsRow } from './index-rows.ts';
import { lookUp } from './lookup.ts';
import { decode } from './postings.ts';
import { type Word, wordsOf } from './question.ts';
import { type Scored, scoreSheet } from './score.ts';
import { FIELDS, KINDS, type Unit } from './units.ts';

export const Hit = z
  .object({
    kind: z.enum(KINDS).meta({ description: 'sheet: found by its titles' }),
    score: z.number().meta({ description: 'BM25F; compares within one answer' }),
    field: z.enum(FIELDS).meta({ description: 'which text it is' }),
    text: z.string().meta({ description: 'as printed, whole' }),
    highlights: z
      .array(z.object({ start: z.int(), end: z.int() }))
      .meta({ description: 'what was found in `text`: from start to before end, in UTF-16 units' }),
    snippet: z
      .array(z.object({ text: z.string(), match: z.boolean() }))
      .meta({ description: 'a line to show: pieces of the text, those found marked' }),
    at: Places.meta({ description: 'of an indicator those of its values; empty for titles' }),
    initiative: z.string().nullable(),
    phase: Phase.nullable().meta({ description: 'of an item' }),
    ordinal: z.int().nullable().meta({ description: 'of an item or a goal' }),
    indicator: z.string().nullable().meta({ description: "the indicator's id in its sheet" }),
    sheet: ListedSheet,
  })
  .meta({ id: 'Hit' });
export type Hit = z.infer<typeof Hit>;

export interface SearchFilters extends Omit<SheetFilters, 'grade'> {
  readonly q: string;
  readonly phase?: Phase | undefined;
}

interface Candidate extends Scored {
  readonly sheetId: string;
  readonly bodyTag: string;
  /** its place among all candidates */
  readonly place: string;
}

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
  const [averages, { sheets, postings, sheetsWith }] = await Promise.all([
    collection(),
    lookUp(rows, words, (posting) => fits(posting, filters)),
  ]);
  const candidates = sheets
    .flatMap((sk) => scoreOf(words, sk, postings, { ...averages, sheetsWith }, phase))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1));

  const found: { hit: Hit; place: string }[] = [];
  let at = after === undefined ? 0 : candidates.findIndex(({ place }) => place > after);
  while (at >= 0 && at < candidates.length && found.length <= limit) {
    const some = candidates.slice(at, at + limit + 1);
    at += some.length;
    found.push(...(await shown(rows, some, words, tokenize)));
  }
  const page = found.slice(0, limit);
  return {
    items: page.map(({ hit }) => hit),
    next: found.length > limit ? (page.at(-1)?.place ?? null) : null,
  };
}

const fits = (posting: PostingItem, filters: Omit<SearchFilters, 'q' | 'phase'>): boolean =>
  (['fiscalYear', 'publisher', 'program', 'department'] as const).every(
    (name) => filters[name] === undefined || filters[name] === posting[name],
  );

function scoreOf(
  words: readonly Word[],
  sk: string,
  postings: ReadonlyMap<string, ReadonlyMap<string, PostingItem>>,
  collection: Parameters<typeof scoreSheet>[2],
  phase: string | undefined,
): Candidate[] {
  const own = [...postings].flatMap(([key, found]) => {
    const posting = found.get(sk);
    return posting ? [{ key, posting, occurrences: decode(posting.found) }] : [];
  });
  const { sheetId = '', bodyTag = '' } = own[0]?.posting ?? {};
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

/** Those of the candidates that stand in a current revision, with their texts. */
async function shown(
  rows: Rows,
  candidates: readonly Candidate[],
  words: readonly Word[],
  tokenize: Awaited<ReturnType<typeof loadTokenize>>,
): Promise<{ hit: Hit; place: string }[]> {
  const heads = await rows.getAll<HeadItem>(candidates.map(({ sheetId }) => headRow(sheetId)));
  const byPk = new Map(heads.map((head) => [head.pk, head]));
  const current = candidates.flatMap((candidate) => {
    const head = byPk.get(headRow(candidate.sheetId).pk);
    const body = head?.current?.served.body;
    const sheet = head && listed(head);
    return sheet && body !== undefined && tagOf(body) === candidate.bodyTag
      ? [{ ...candidate, sheet, body }]
      : [];
  });
  const unitsAt = await textsOf(
    rows,
    current.flatMap(({ sheetId, body, unit }) => [
      textsRow(sheetId, body, 0),
      textsRow(sheetId, body, unit),
    ]),
  );
  return current.flatMap(({ sheetId, body, unit, score, place, sheet }) => {
    const said = unitsAt(textsRow(sheetId, body, unit));
    const view = said && show(said, unitsAt(textsRow(sheetId, body, 0)), words, tokenize);
    if (!view) return [];
    const { texts: _, ...about } = said;
    const hit = {
      ...about,
      ...view,
      snippet: snippet(view),
      score: Number(score.toFixed(3)),
      sheet,
    };
    return [{ hit: Hit.parse(hit), place }];
  });
}

async function textsOf(rows: Rows, wanted: readonly ReturnType<typeof textsRow>[]) {
  const found = await rows.getAll<TextsItem>(wanted);
  const units = new Map(found.map((row) => [`${row.pk}\n${row.sk}`, unpack<Unit[]>([row.units])]));
  return ({ pk, sk, at }: ReturnType<typeof textsRow>) => units.get(`${pk}\n${sk}`)?.[at];
}
