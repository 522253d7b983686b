import { createHash } from 'node:crypto';
import type { Indicator } from '../../parsers/records/indicator.ts';
import type { RefusalCode } from '../../parsers/records/refusal.ts';
import type { TextSource } from '../../parsers/records/text-source.ts';
import type { Claim, KeyState, Standing } from '../domain/claims.ts';
import type { Correction } from '../domain/corrections.ts';
import type { Revision } from '../domain/publication.ts';
import type { SheetSummary } from '../domain/summary.ts';
import type { ToldPublisher } from '../domain/told.ts';
import type { Row, Versioned } from '../ports/records.ts';
import { unpack } from './packing.ts';

/** What S3's events say about one object key: the last puts, and when it was removed. */
export interface KeyItem extends Versioned, KeyState {
  readonly key: string;
  /** documents whose standing under the key may have changed since it was last carried through, newest first */
  readonly unsettled: readonly string[];
}

/** One put under a key: by these its documents are listed, and found when it is removed. */
export interface PutItem extends Row {
  readonly documentId: string;
}

/** A document under one key, now or once: its own puts there, and how it stands by them. */
export interface HoldingItem extends Versioned {
  readonly key: string;
  readonly claims: readonly Claim[];
  readonly stands?: Standing | undefined;
  /** sort keys of the places that may be there for it; the first is its own where it stands */
  readonly places: readonly string[];
}

/** Has a document's holdings in the order of time. It counts only while the holding says the same. */
export interface PlaceItem extends Row {
  readonly holding: string;
}

/** A document under a key, since then. */
export interface Holding {
  readonly key: string;
  /** ISO 8601 */
  readonly since: string;
}

export type Status = 'RECEIVED' | 'PROCESSING' | 'SUCCEEDED' | 'FAILED';

/** One content, under whatever keys. Without `edition` no key holds it any more: nothing to see. */
export interface DocumentItem extends Versioned {
  readonly id: string;
  /** null for an object that was refused unread */
  readonly sha256: string | null;
  /** of each state the first that came to be so */
  readonly stands: Readonly<Partial<Record<Standing['state'], Holding>>>;
  readonly told?: ToldPublisher | undefined;
  /** Drawn anew when a withdrawn document comes back, so that sweeping the old one cannot hit the new one. */
  readonly edition?: string | undefined;
  readonly status: Status;
  readonly bytes: number;
  readonly reading?: StoredReading | undefined;
  /** ids of the readings that are being written */
  readonly begun?: readonly string[] | undefined;
  /** ids of the readings that another took the place of: what they left is to be swept */
  readonly superseded?: readonly string[] | undefined;
  /** How often reading it broke off by our own fault since it last came to an end. */
  readonly crashes?: number | undefined;
  /** every sheet that a reading ever wrote to */
  readonly touched: readonly string[];
  /** ISO 8601; '' where a key told of it but nobody has received it yet */
  readonly receivedAt: string;
  readonly updatedAt: string;
  readonly listPk?: string | undefined;
  readonly listSk?: string | undefined;
}

/** How reading the document ended. */
export interface StoredReading {
  /** Drawn anew for each try: what it wrote is named by it, so that sweeping one try cannot hit another's. */
  readonly id: string;
  readonly readerVersion: string;
  /** another reader version that read the same since */
  readonly confirmedBy?: string;
  readonly error: { readonly code: RefusalCode; readonly message: string } | null;
  readonly sheetIds: readonly string[];
  readonly pages: number | null;
  readonly textSource: TextSource | null;
  /** gzip of the document's warnings */
  readonly warnings: readonly Uint8Array[];
}

/** A document's reading of one sheet, beside the body that it belongs to. Never rewritten. */
export interface SourceItem extends Row {
  readonly documentId: string;
  readonly edition: string;
  readonly readingId: string;
  readonly body: string;
  readonly says: string;
  readonly summary: SheetSummary;
}

/** The head of a sheet: which revision is current, and the sheet's line in lists. */
export interface HeadItem extends Versioned, Partial<SheetSummary> {
  /** gzip of the latest sources that say the sheet, and of what those before them come to: see `history.ts` */
  readonly sources: Uint8Array;
  readonly earlier?: Uint8Array | undefined;
  readonly current: Pick<Revision, 'id' | 'served'> | null;
  /** name of the file that the PDF of the current revision stands under; null where nothing is current */
  readonly file: string | null;
  /** ISO 8601: when what the sheet says, its PDF or what was corrected of it last changed; greater with each change */
  readonly changedAt: string;
  /** gzip of what people corrected of it, oldest first; absent where nobody did */
  readonly corrections?: Uint8Array | undefined;
  readonly listPk?: string | undefined;
  readonly listSk?: string | undefined;
}

/** What last became of a sheet, by the time that it was noted. */
export interface FeedItem extends Versioned {
  readonly sheetId: string;
  readonly kind: 'created' | 'revised' | 'withdrawn';
  readonly revision: string | null;
  /** of the head that it tells of */
  readonly changedAt: string;
  /** ISO 8601 */
  readonly notedAt: string;
  readonly listPk: string;
  readonly listSk: string;
}

/** A piece of a gzipped SheetRecord. */
export interface ChunkItem extends Row {
  readonly piece: Uint8Array;
}

/** An indicator's line in lists; it counts only while the head of its sheet serves its body. */
export interface IndicatorItem extends Row {
  readonly sheetId: string;
  readonly body: string;
  readonly indicator: Uint8Array;
  readonly listPk: string;
  readonly namePk: string;
  readonly listSk: string;
  readonly fiscalYear: number;
  readonly level: string | null;
  readonly publisher: string;
  readonly program: string | null;
  readonly department: string | null;
}

/** What people corrected of the sheet, oldest first. */
export const correctionsIn = (head: Pick<HeadItem, 'corrections'> | undefined): Correction[] =>
  head?.corrections ? unpack<Correction[]>([head.corrections]) : [];

const unpacked = new WeakMap<IndicatorItem, Indicator>();

/** What the line is of; unpacked once for as long as the line is held. */
export function indicatorIn(item: IndicatorItem): Indicator {
  const indicator = unpacked.get(item) ?? unpack<Indicator>([item.indicator]);
  unpacked.set(item, indicator);
  return indicator;
}

/** Now (ISO 8601), or just behind the time that was. */
export const later = (was = ''): string => {
  const now = new Date().toISOString();
  return now > was ? now : new Date(Date.parse(was) + 1).toISOString();
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const keyRow = (key: string): Row => ({ pk: `KEY#${key}`, sk: 'KEY' });
export const documentRow = (id: string): Row => ({ pk: `DOCUMENT#${id}`, sk: 'DOCUMENT' });
export const putPrefix = 'PUT#';
export const putRow = (key: string, sequencer: string): Row => ({
  pk: keyRow(key).pk,
  sk: putPrefix + sequencer,
});
export const holdingPrefix = 'KEY#';
/** An S3 key may be as long as a whole sort key, so its hash stands for it. */
export const holdingRow = (documentId: string, key: string): Row => ({
  pk: documentRow(documentId).pk,
  sk: holdingPrefix + sha256(key),
});
export const placePrefix = (state: Standing['state']): string => `AT#${state}#`;
/** By time, then by key, as far as a sort key has room for it. */
export const holdingPlace = (documentId: string, key: string, { state, since }: Standing): string =>
  `${placePrefix(state)}${since}#${key.slice(0, 200)}#${holdingRow(documentId, key).sk}`;
export const headRow = (sheetId: string): Row => ({ pk: `SHEET#${sheetId}`, sk: 'HEAD' });
export const feedRow = (sheetId: string): Row => ({ pk: headRow(sheetId).pk, sk: 'FEED' });
export const sourcePrefix = 'SOURCE#';
export const sourceRow = (sheetId: string, body: string): Row => ({
  pk: headRow(sheetId).pk,
  sk: sourcePrefix + body,
});
export const chunkPrefix = 'CHUNK#';
export const bodyPartition = (sheetId: string, body: string): string => `BODY#${sheetId}#${body}`;
export const bodyName = (documentId: string, edition: string, readingId: string): string =>
  `${documentId}#${edition}#${readingId}`;

const SHARDS = 4;
/** Lists are spread over a few partitions, so that no partition takes every write. */
export const shardOf = (kind: ListKind, id: string): string =>
  `${kind}#${Number.parseInt(sha256(id).slice(0, 8), 16) % SHARDS}`;
export const shardsOf = (kind: ListKind): string[] =>
  Array.from({ length: SHARDS }, (_, n) => `${kind}#${n}`);
export type ListKind = 'DOCUMENT' | 'SHEET' | 'INDICATOR' | 'NAME' | 'FEED';

/** By year, publisher and program, then by number: 9 before 10. */
export const sheetOrder = (
  sheet: Pick<SheetSummary, 'fiscalYear' | 'publisher' | 'program' | 'id'>,
) => {
  const { fiscalYear, publisher, program, id } = sheet;
  const padded = id.replace(/\d+/g, (digits) => digits.padStart(5, '0'));
  return `${fiscalYear}#${publisher}#${program ?? ''}#${padded}#${id}#`;
};

export const namePartition = (key: string): string => `NAME#${key}`;
