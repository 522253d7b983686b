import { z } from 'zod';
import { TextSource } from '../../parsers/records/document.ts';
import { RefusalCode } from '../../parsers/records/refusal.ts';
import { DocumentWarning } from '../../parsers/records/warning.ts';
import { documentsOf, standing } from './claims.ts';
import { type DocumentItem, documentRow, type KeyItem, keyRow } from './items.ts';
import { entries, type Page, type PageRequest, page } from './lists.ts';
import { unpack } from './packing.ts';
import type { Rows } from './rows.ts';

export const Status = z.enum(['RECEIVED', 'PROCESSING', 'SUCCEEDED', 'FAILED']);

/** Why a document is FAILED: its own fault, or `reader-crashed`, which is ours. */
const FailureCode = z.enum([...RefusalCode.options, 'reader-crashed']);

const KeyStanding = z
  .object({
    key: z.string(),
    state: z.enum(['pending', 'live', 'past']).meta({
      description:
        'live: the key holds it now; past: something else was put there since; pending: it is being read, and will be live unless something else was put there since',
    }),
    since: z.iso.datetime().meta({ description: 'when the key came to hold it' }),
  })
  .meta({ id: 'KeyStanding' });

/** One content, with all the keys it was uploaded under. */
export const DocumentView = z
  .object({
    sha256: z
      .string()
      .nullable()
      .meta({ description: 'null for an object that was refused unread (too-large)' }),
    keys: z.array(z.string()),
    standings: z.array(KeyStanding).meta({ description: 'how it stands under each of these keys' }),
    status: Status,
    error: z.object({ code: FailureCode, message: z.string() }).nullable(),
    sheetIds: z.array(z.string()),
    warnings: z.array(DocumentWarning),
    bytes: z.int(),
    pages: z.int().nullable(),
    textSource: TextSource.nullable(),
    readerVersion: z.string().nullable(),
    receivedAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Document' });
export type DocumentView = z.infer<typeof DocumentView>;

export interface DocumentFilters {
  readonly key?: string | undefined;
  readonly status?: z.infer<typeof Status> | undefined;
}

export async function findDocument(rows: Rows, id: string): Promise<DocumentView | undefined> {
  const item = await rows.get<DocumentItem>(documentRow(id));
  return item?.edition ? view(item) : undefined;
}

/** Documents by the time they were received; those of a key newest first: the object that was put there last. */
export async function findDocuments(
  rows: Rows,
  { key, status }: DocumentFilters,
  request: PageRequest,
): Promise<Page<DocumentView>> {
  const source =
    key === undefined
      ? received(rows, status, request)
      : underKey(rows, key, status, request.after);
  const accept = async (found: Placed[]) =>
    found.map((entry) => ({ entry, item: view(entry.document) }));
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
  const item = await rows.get<KeyItem>(keyRow(key));
  if (!item) return;
  const places = new Map(
    documentsOf(item).flatMap((id) => {
      const place = lastPut(item, id);
      return place === undefined ? [] : [[id, place] as const];
    }),
  );
  const found = await rows.getAll<DocumentItem>([...places.keys()].map(documentRow));
  yield* found
    .map((document) => ({ document, place: places.get(document.id) ?? '' }))
    .filter(({ document }) => document.edition && (!status || document.status === status))
    .filter(({ place }) => after === undefined || place < after)
    .toSorted((a, b) => (a.place > b.place ? -1 : 1));
}

/** The sequencer of the last put that the document's standing under the key rests on. */
function lastPut(item: KeyItem, id: string): string | undefined {
  const stands = standing(item, id);
  const state = stands?.state === 'pending' ? 'pending' : 'read';
  return (
    stands && item.claims.findLast((one) => one.documentId === id && one.state === state)?.sequencer
  );
}

const CRASHED = {
  code: 'reader-crashed',
  message:
    'Reading this file broke off. That is our fault, not the file’s; it is kept to be read again.',
} as const;

function view(item: DocumentItem): DocumentView {
  const { reading } = item;
  return {
    sha256: item.sha256,
    keys: item.keys.map(({ key }) => key),
    standings: [...item.keys],
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
