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

/** One content, with all the keys it was uploaded under. */
export const DocumentView = z
  .object({
    sha256: z
      .string()
      .nullable()
      .meta({ description: 'null for an object that was refused unread (too-large)' }),
    keys: z.array(z.string()),
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

/** Documents by the time they were received. */
export async function findDocuments(
  rows: Rows,
  { key, status }: DocumentFilters,
  request: PageRequest,
): Promise<Page<DocumentView>> {
  const accept = async (found: (DocumentItem & Placed)[]) =>
    found.map((entry) => ({ entry, item: view(entry) }));
  const source =
    key === undefined
      ? entries<DocumentItem & Placed>(
          rows,
          { kind: 'DOCUMENT', prefix: '', where: status ? { status } : {} },
          request,
        )
      : underKey(rows, key, status, request.after);
  return page(source, request.limit, ({ listSk }) => listSk, accept);
}

type Placed = { readonly listSk: string };

async function* underKey(
  rows: Rows,
  key: string,
  status: DocumentFilters['status'],
  after = '',
): AsyncGenerator<DocumentItem & Placed> {
  const item = await rows.get<KeyItem>(keyRow(key));
  const ids = item ? documentsOf(item).filter((id) => standing(item, id)) : [];
  const found = await rows.getAll<DocumentItem>(ids.map(documentRow));
  yield* found
    .flatMap((one) => (one.listSk === undefined ? [] : [{ ...one, listSk: one.listSk }]))
    .filter((one) => one.listSk > after && (status === undefined || one.status === status))
    .toSorted((a, b) => (a.listSk < b.listSk ? -1 : 1));
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
