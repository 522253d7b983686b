import { type KeptSources, keepAll } from '../domain/kept-sources.ts';
import { type Earlier, publish, type Revision, type Source } from '../domain/publication.ts';
import type { Rows } from '../ports/records.ts';
import {
  type DocumentItem,
  documentRow,
  type HeadItem,
  headRow,
  type SourceItem,
  sourcePrefix,
} from './items.ts';
import { pack, unpack } from './packing.ts';

type Packed = Pick<HeadItem, 'sources' | 'earlier'>;
type Stored = Omit<Earlier, 'documents'> & { readonly documents: readonly string[] };

/** What the head has of the sources that were not withdrawn. */
export function keptIn(head: Packed | undefined): KeptSources {
  if (!head) return { sources: [] };
  const sources = unpack<Source[]>([head.sources]);
  if (!head.earlier) return { sources };
  const { documents, ...earlier } = unpack<Stored>([head.earlier]);
  return { sources, earlier: { ...earlier, documents: new Set(documents) } };
}

export function packKept({ sources, earlier }: KeptSources): Packed {
  const packed = (value: unknown) => Buffer.concat(pack(value));
  if (!earlier) return { sources: packed(sources) };
  const stored: Stored = { ...earlier, documents: [...earlier.documents] };
  return { sources: packed(sources), earlier: packed(stored) };
}

/** All sources of a sheet, from the documents that say it. */
export async function keptAnew(rows: Rows, sheetId: string): Promise<KeptSources> {
  return keepAll(await allSources(rows, sheetId));
}

async function allSources(rows: Rows, sheetId: string): Promise<Source[]> {
  const items = await rows.under<SourceItem>(headRow(sheetId).pk, sourcePrefix);
  const ids = [...new Set(items.map(({ documentId }) => documentId))];
  const documents = await rows.getAll<DocumentItem>(ids.map(documentRow));
  const byId = new Map(documents.map((document) => [document.id, document]));
  return items.flatMap((item) => sourceOf(item, byId.get(item.documentId)) ?? []);
}

/** What the document says of the sheet, if that is its present reading and a key stands for it. */
export function sourceOf(item: SourceItem, document: DocumentItem | undefined): Source | undefined {
  const { reading, stands = {}, edition } = document ?? {};
  if (edition !== item.edition || reading?.id !== item.readingId) return undefined;
  if (!reading.sheetIds.includes(item.summary.id)) return undefined;
  const time = (stands.live ?? stands.past)?.since;
  if (time === undefined) return undefined;
  const { documentId, body, says } = item;
  return { documentId, body, says, time, live: stands.live !== undefined };
}

/** What the sheet said over time, oldest first. */
export async function historyOf(
  rows: Rows,
  sheetId: string,
  head: Packed | undefined,
): Promise<readonly Revision[]> {
  return publish(head?.earlier ? await allSources(rows, sheetId) : keptIn(head).sources).history;
}

/** The same as far as it tells where the document stands in it. */
export async function historyAround(
  rows: Rows,
  sheetId: string,
  head: HeadItem,
  documentId: string,
): Promise<readonly Revision[]> {
  const { sources, earlier } = keptIn(head);
  const isKept = sources.some((one) => one.documentId === documentId);
  return isKept ? publish(sources, earlier).history : historyOf(rows, sheetId, head);
}
