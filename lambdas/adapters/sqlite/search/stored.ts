import type { Tokenize } from '../../../../parsers/japanese/tokens.ts';
import type { SheetRecord } from '../../../../parsers/records/sheet.ts';
import { bodyKey, tagOf } from '../../../domain/search/body.ts';
import { filedUnder } from '../../../domain/search/filed.ts';
import { gramBuckets } from '../../../domain/search/grams.ts';
import { type Lengths, lengthsOf } from '../../../domain/search/lengths.ts';
import { postingsOf } from '../../../domain/search/postings.ts';
import { type ReadUnit, readUnit } from '../../../domain/search/read-unit.ts';
import { LONGEST_TEXT, type TextField, type Unit, unitsOf } from '../../../domain/search/units.ts';
import type { Row } from '../../../ports/records.ts';
import { bodyPartition } from '../../../store/items.ts';

/** All terms of a body with everywhere they stand, in one row: a search reads them from memory. */
export interface WordsItem extends Row {
  readonly sheetId: string;
  readonly bodyTag: string;
  /** what the sheet is filed under */
  readonly of: string;
  readonly lengths: Lengths;
  /** words, and buckets of trigrams */
  readonly terms: readonly string[];
  /** where the postings of each term end in `found` */
  readonly ends: readonly number[];
  readonly found: Uint8Array;
  readonly listPk: typeof WORDS_PARTITION;
  readonly listSk: string;
}
/** The partition of the index `list` that has these rows. */
export const WORDS_PARTITION = 'WORDS';

/** A unit as it is shown: its texts with their terms. */
export interface UnitItem extends Row {
  readonly unit: Omit<Unit, 'texts'>;
  readonly texts: readonly StoredText[];
}

interface StoredText {
  readonly field: TextField;
  readonly text: string;
  /** the searchable text and where each of its UTF-16 units is in the printed one; absent where it is the printed one */
  readonly folded?: { readonly text: string; readonly offsets: readonly number[] } | undefined;
  readonly terms: readonly string[];
  /** of each term: start and end */
  readonly spans: readonly number[];
}

export const unitRow = (sheetId: string, body: string, unit: number): Row => ({
  pk: bodyPartition(sheetId, body),
  sk: `UNIT#${String(unit).padStart(4, '0')}`,
});

export function storedRows(sheet: SheetRecord, body: string, tokenize: Tokenize): Row[] {
  const units = unitsOf(sheet);
  return [
    wordsItem(sheet, body, units, tokenize),
    ...units.map((unit, n) => unitItem(unitRow(sheet.id, body, n), readUnit(unit, tokenize))),
  ];
}

function wordsItem(
  sheet: SheetRecord,
  body: string,
  units: readonly Unit[],
  tokenize: Tokenize,
): WordsItem {
  const postings = [...postingsOf(units, tokenize), ...gramBuckets(units)];
  const at = { sheetId: sheet.id, bodyTag: tagOf(body) };
  let end = 0;
  return {
    pk: bodyPartition(sheet.id, body),
    sk: WORDS_PARTITION,
    ...at,
    of: filedUnder(sheet),
    lengths: lengthsOf(units),
    terms: postings.map(([term]) => term),
    ends: postings.map(([, { length }]) => {
      end += length;
      return end;
    }),
    found: Buffer.concat(postings.map(([, found]) => found)),
    listPk: WORDS_PARTITION,
    listSk: bodyKey(at),
  };
}

const unitItem = (at: Row, { texts, ...unit }: ReturnType<typeof readUnit>): UnitItem => ({
  ...at,
  unit,
  texts: texts.map(({ field, text, folded, terms }) => {
    const spans = [...terms].flatMap(([term, found]) => found.map((span) => ({ term, ...span })));
    return {
      field,
      text,
      folded: folded.text === text ? undefined : folded,
      terms: spans.map(({ term }) => term),
      spans: spans.flatMap(({ start, end }) => [start, end]),
    };
  }),
});

/** As it was read. A question asks for a few of the terms: they are looked for when they are asked for. */
export const readStored = ({ unit, texts }: UnitItem): ReadUnit => ({
  ...unit,
  texts: texts.map(({ field, text, folded, terms, spans }) => ({
    field,
    text,
    folded: folded ?? { text, offsets: AS_PRINTED },
    terms: {
      has: (wanted) => terms.includes(wanted),
      get: (wanted) =>
        terms.flatMap((term, n) =>
          term === wanted ? { start: spans[2 * n] ?? 0, end: spans[2 * n + 1] ?? 0 } : [],
        ),
    },
  })),
});

const AS_PRINTED = Array.from({ length: LONGEST_TEXT + 1 }, (_, n) => n);
