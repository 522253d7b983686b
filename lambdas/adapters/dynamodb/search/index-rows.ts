import { createHash } from 'node:crypto';
import type { Tokenize } from '../../../../parsers/japanese/tokens.ts';
import type { SheetRecord } from '../../../../parsers/records/sheet.ts';
import { type BodyAt, TAG, tagOf } from '../../../domain/search/body.ts';
import { filedUnder } from '../../../domain/search/filed.ts';
import { gramBuckets } from '../../../domain/search/grams.ts';
import { type Lengths, lengthsOf } from '../../../domain/search/lengths.ts';
import { postingsOf } from '../../../domain/search/postings.ts';
import { type Unit, unitsOf } from '../../../domain/search/units.ts';
import type { Row } from '../../../ports/records.ts';
import { bodyPartition } from '../../../store/items.ts';
import { pack, unpack } from '../../../store/packing.ts';
import { partitionFor } from './hot-terms.ts';

/** A term, or a bucket of trigrams, in one body of a sheet; it counts only while the head of the sheet serves that body. */
export interface PostingItem extends Row {
  /** what the sheet is filed under; short, for a sheet has hundreds of these rows */
  readonly of: string;
  /** see `postings.ts`; of a bucket of trigrams, `grams.ts` */
  readonly found: Uint8Array;
}

/** Some units of a body, to show what was found. */
export interface TextsItem extends Row {
  /** gzip of `Unit[]` */
  readonly units: Uint8Array;
}

/** The terms of a body, by which the sweep finds its postings. */
interface TermsItem extends Row {
  readonly terms: Uint8Array;
}

/** How long a body's texts are: one of the rows from which the collection's averages are taken. */
export interface SampleItem extends Row {
  readonly lengths: Lengths;
}

/**
 * In the order of a hash, so that the first rows of a partition are a fair sample of it. Names that S3's events gave
 * are in the body's name: the tag stands for it.
 */
export const postingSk = (sheetId: string, bodyTag: string): string =>
  `${sha256(sheetId).slice(0, HASH)}#${sheetId}#${bodyTag}`;
/** The sheet and the tag of its body. */
export const bodyAt = (sk: string): BodyAt => ({
  sheetId: sk.slice(HASH + 1, -TAG - 1),
  bodyTag: sk.slice(-TAG),
});
/** Hex digits of the hash that a posting's sort key begins with. */
export const HASH = 8;

const SAMPLES = 4;
export const samplePartitions = Array.from({ length: SAMPLES }, (_, n) => `SAMPLE#${n}`);

const UNITS_PER_ROW = 16;
/** The row that has the unit of this number, and its place among that row's units. */
export const textsRow = (sheetId: string, body: string, unit: number): Row & { at: number } => ({
  pk: bodyPartition(sheetId, body),
  sk: `TEXTS#${String(Math.floor(unit / UNITS_PER_ROW)).padStart(4, '0')}`,
  at: unit % UNITS_PER_ROW,
});
export const termsPrefix = 'TERMS#';

/**
 * All rows by which the sheet is found. `told` says to the sweep where the others are: it is to be written before them,
 * should the writer die, and again behind them, should the sweep have come meanwhile.
 */
export function indexRows(sheet: SheetRecord, body: string, tokenize: Tokenize) {
  const units = unitsOf(sheet);
  const postings = new Map([...postingsOf(units, tokenize), ...gramBuckets(units)]);
  const told: Row[] = termsItems(sheet.id, body, [...postings.keys()]);
  const others: Row[] = [
    ...textsItems(sheet.id, body, units),
    sampleItem(sheet.id, body, units),
    ...postingItems(sheet, body, postings),
  ];
  return { told, others };
}

/** Where the rows outside of a body's own partition are, told by those in it. */
export function indexElsewhere(sheetId: string, body: string, own: readonly Row[]): Row[] {
  const pieces = own.filter((row): row is TermsItem => row.sk.startsWith(termsPrefix));
  if (pieces.length === 0) return [];
  const terms = pieces.flatMap((row) => unpack<string[]>([row.terms]));
  return [sampleRow(sheetId, body), ...terms.map((term) => postingRow(term, sheetId, body))];
}

function postingRow(term: string, sheetId: string, body: string): Row {
  const sk = postingSk(sheetId, tagOf(body));
  return { pk: partitionFor(term, sk.slice(0, HASH)), sk };
}

function sampleRow(sheetId: string, body: string): Row {
  const sk = postingSk(sheetId, tagOf(body));
  const shard = Number.parseInt(sk.slice(HASH - 4, HASH), 16) % SAMPLES;
  return { pk: samplePartitions[shard] ?? '', sk };
}

function postingItems(
  sheet: SheetRecord,
  body: string,
  postings: ReadonlyMap<string, Uint8Array>,
): PostingItem[] {
  const of = filedUnder(sheet);
  return [...postings].map(([term, found]) => ({ ...postingRow(term, sheet.id, body), of, found }));
}

const TERMS_PER_ROW = 10_000;

const termsItems = (sheetId: string, body: string, terms: readonly string[]): TermsItem[] =>
  inPieces(terms, TERMS_PER_ROW).map((some, n) => ({
    pk: bodyPartition(sheetId, body),
    sk: termsPrefix + String(n).padStart(4, '0'),
    terms: Buffer.concat(pack(some)),
  }));

const textsItems = (sheetId: string, body: string, units: readonly Unit[]): TextsItem[] =>
  inPieces(units, UNITS_PER_ROW).map((some, n) => {
    const { pk, sk } = textsRow(sheetId, body, n * UNITS_PER_ROW);
    return { pk, sk, units: Buffer.concat(pack(some)) };
  });

const sampleItem = (sheetId: string, body: string, units: readonly Unit[]): SampleItem => ({
  ...sampleRow(sheetId, body),
  lengths: lengthsOf(units),
});

const inPieces = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, n) =>
    all.slice(n * size, (n + 1) * size),
  );

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
