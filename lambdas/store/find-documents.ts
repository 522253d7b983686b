import type { RefusalCode } from '../../parsers/records/refusal.ts';
import type { TextSource } from '../../parsers/records/text-source.ts';
import type { DocumentWarning } from '../../parsers/records/warning.ts';
import type { Standing } from '../domain/claims.ts';
import { LAST, type Rows } from '../ports/records.ts';
import { standingsOf } from './holdings.ts';
import {
  type DocumentItem,
  documentRow,
  type HoldingItem,
  holdingRow,
  keyRow,
  type PutItem,
  putPrefix,
  type Status,
} from './items.ts';
import { entries, type ListPage, type PageRequest, page } from './lists.ts';
import { unpack } from './packing.ts';

/** How a document stands under one of its keys: `live` the key holds it now; `past` something else was put there since. */
interface KeyStanding extends Standing {
  key: string;
}

/** One content, with all the keys it was uploaded under. */
export interface DocumentView {
  /** null for an object that was refused unread (too-large) */
  sha256: string | null;
  keys: string[];
  standings: KeyStanding[];
  status: Status;
  /** why it is FAILED: its own fault, or `reader-crashed`, which is ours */
  error: { code: RefusalCode | 'reader-crashed'; message: string } | null;
  sheetIds: string[];
  warnings: DocumentWarning[];
  bytes: number;
  pages: number | null;
  textSource: TextSource | null;
  readerVersion: string | null;
  /** ISO 8601, as the next */
  receivedAt: string;
  updatedAt: string;
}

export interface DocumentFilters {
  /** ISO 8601 */
  readonly updatedSince?: string | undefined;
  readonly key?: string | undefined;
  readonly status?: Status | undefined;
}

export async function findDocument(rows: Rows, id: string): Promise<DocumentView | undefined> {
  const item = await rows.get<DocumentItem>(documentRow(id));
  return item?.edition ? view(rows, item) : undefined;
}

/** Documents by the time they were received; those of a key newest first: the object that was put there last. */
export async function findDocuments(
  rows: Rows,
  { key, status, updatedSince = '' }: DocumentFilters,
  request: PageRequest,
): Promise<ListPage<DocumentView>> {
  const source =
    key === undefined
      ? received(rows, status, request)
      : underKey(rows, key, status, request.after);
  const accept = (found: Placed[]) =>
    Promise.all(
      found
        .filter(({ document }) => document.updatedAt >= updatedSince)
        .map(async (entry) => ({ entry, item: await view(rows, entry.document) })),
    );
  return page(source, request.limit, ({ place }) => place, accept);
}

interface Placed {
  readonly document: DocumentItem;
  readonly place: string;
}

async function* received(
  rows: Rows,
  status: DocumentFilters['status'],
  request: PageRequest,
): AsyncGenerator<Placed> {
  const listing = { kind: 'DOCUMENT', prefix: '', where: status ? { status } : {} } as const;
  for await (const document of entries<DocumentItem & { listSk: string }>(rows, listing, request)) {
    yield { document, place: document.listSk };
  }
}

async function* underKey(
  rows: Rows,
  key: string,
  status: DocumentFilters['status'],
  after: string | undefined,
): AsyncGenerator<Placed> {
  const range = { from: putPrefix, to: putPrefix + (after ?? LAST), pageSize: 50 };
  const puts = rows.walk<PutItem>(keyRow(key).pk, { ...range, descending: true });
  for await (const { sk, documentId } of puts) {
    const place = sk.slice(putPrefix.length);
    if (place === after) continue;
    const holding = await rows.get<HoldingItem>(holdingRow(documentId, key));
    if (!holding || lastPut(holding) !== place) continue;
    const document = await rows.get<DocumentItem>(documentRow(documentId));
    if (!document?.edition || (status && document.status !== status)) continue;
    yield { document, place };
  }
}

/** The sequencer of the last put that the document's standing under the key rests on. */
function lastPut({ claims, stands }: HoldingItem): string | undefined {
  const state = stands?.state === 'pending' ? 'pending' : 'read';
  return stands && claims.findLast((one) => one.state === state)?.sequencer;
}

const CRASHED = {
  code: 'reader-crashed',
  message:
    'Reading this file broke off. That is our fault, not the file’s; it is kept to be read again.',
} as const;

async function view(rows: Rows, item: DocumentItem): Promise<DocumentView> {
  const { reading } = item;
  const standings = await standingsOf(rows, item.id);
  return {
    sha256: item.sha256,
    keys: standings.map(({ key }) => key),
    standings,
    status: item.status,
    error: item.crashes && item.status === 'FAILED' ? CRASHED : (reading?.error ?? null),
    sheetIds: [...(reading?.sheetIds ?? [])],
    warnings: reading && reading.warnings.length > 0 ? unpack(reading.warnings) : [],
    bytes: item.bytes,
    pages: reading?.pages ?? null,
    textSource: reading?.textSource ?? null,
    readerVersion: reading?.readerVersion ?? null,
    receivedAt: item.receivedAt,
    updatedAt: item.updatedAt,
  };
}
