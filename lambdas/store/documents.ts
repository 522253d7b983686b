import { randomUUID } from 'node:crypto';
import type { DocumentRecord } from '../../parsers/records/document.ts';
import { Refusal } from '../../parsers/records/refusal.ts';
import type { SheetRecord } from '../../parsers/records/sheet.ts';
import type { TextSource } from '../../parsers/records/text-source.ts';
import { type DocumentWarning, withSeverity } from '../../parsers/records/warning.ts';
import { newest, type ToldPublisher } from '../domain/told.ts';
import { type Rows, rewrite, type Versioned } from '../ports/records.ts';
import { RowTooLarge } from '../ports/row-size.ts';
import type { SearchIndex } from '../ports/search.ts';
import { ended } from './ended.ts';
import { standsOf } from './holdings.ts';
import { bodyName, type DocumentItem, documentRow, type StoredReading, shardOf } from './items.ts';
import { pack } from './packing.ts';
import { sweep, writeSheet } from './sheets.ts';

/** An object's content, before anybody opened it. */
export interface Content {
  /** the SHA-256, or another name for an object that was refused unread */
  readonly id: string;
  readonly sha256: string | null;
  readonly bytes: number;
}

/** What a document says, as far as it is stored. */
export interface DocumentSaid {
  readonly pages: number | null;
  readonly textSource: TextSource | null;
  readonly warnings: readonly DocumentWarning[];
  readonly sheets: readonly SheetRecord[];
}

/** Brings the document's item in line with what its keys say; without an edition where no key holds it. */
export function settleDocument(rows: Rows, id: string, content?: Content, told?: ToldPublisher) {
  return rewrite<DocumentItem>(rows, documentRow(id), async (was) => {
    const known = was?.receivedAt ? was : content && unopened(content);
    // Who claimed it has yet to write it, by what may be outdated by now: that turn has to be taken from them.
    if (!known) return { ...unopened({ id, sha256: null, bytes: 0 }), receivedAt: '', stands: {} };
    const stands = await standsOf(rows, id);
    if (Object.keys(stands).length === 0) {
      const { id, sha256, bytes, touched, receivedAt } = known;
      const withdrawn = { id, sha256, bytes, touched, receivedAt, stands };
      return { ...withdrawn, status: 'RECEIVED', updatedAt: now() };
    }
    const found = { ...known, stands, told: newest(known.told, told) };
    return known.edition ? found : { ...found, ...newEdition(id) };
  });
}

/** The document is being read, unless it was before, by whatever reader. */
export const begin = (rows: Rows, document: DocumentItem) =>
  amend(rows, document, (was) => (was.reading ? was : { ...was, status: 'PROCESSING' }));

/** What reads, the id of the reading that it takes the place of, and its own where it wrote anything. */
interface By {
  readonly readerVersion: string;
  readonly replaces: string | undefined;
  readonly id?: string;
}

/** Where readings are kept, and found by their words. */
interface Kept {
  readonly rows: Rows;
  readonly index: SearchIndex;
}

/**
 * Writes a reading beside whatever is published, and then makes it the document's own, where that has none or the one
 * that is replaced. Undefined where the document was withdrawn meanwhile. What is too much for a row is refused as too
 * large.
 */
export async function record(
  kept: Kept,
  document: DocumentItem,
  record: DocumentRecord,
  by: By,
): Promise<DocumentItem | undefined> {
  const said = saidBy(record);
  const sheetIds = said.sheets.map(({ id }) => id);
  const { rows, index } = kept;
  const id = randomUUID();
  const body = bodyName(document.id, document.edition ?? '', id);
  const sweepAll = async () => {
    for (const sheetId of sheetIds) await sweep(rows, index, sheetId, body);
  };
  try {
    const recorded = await write(kept, document, said, { ...by, id });
    if (recorded?.reading?.id !== id) await sweepAll();
    return recorded;
  } catch (error) {
    if (!(error instanceof RowTooLarge)) throw error;
    await sweepAll();
    const why = `What it says takes more room than there is: ${error.message.slice(0, MAX_WHY)}.`;
    return refuse(rows, document, new Refusal('too-large', why), { ...by, id });
  }
}

/** Characters of the reason that a document is given. */
const MAX_WHY = 200;

async function write(
  { rows, index }: Kept,
  document: DocumentItem,
  said: DocumentSaid,
  { id, readerVersion, replaces }: By & { readonly id: string },
): Promise<DocumentItem | undefined> {
  const sheetIds = said.sheets.map((sheet) => sheet.id);
  const touched = await amend(rows, document, (was) => ({
    ...was,
    touched: [...new Set([...was.touched, ...sheetIds])],
    begun: [...(was.begun ?? []), id],
  }));
  if (!touched?.edition) return undefined;
  const { edition } = touched;
  const of = { documentId: document.id, edition, readingId: id };
  const body = bodyName(document.id, edition, id);
  for (const sheet of said.sheets) await writeSheet(rows, index, sheet, { ...of, body });
  const { pages, textSource } = said;
  const warnings = pack(said.warnings);
  const reading = { id, readerVersion, error: null, sheetIds, pages, textSource, warnings };
  return amend(rows, document, (was) => ended(was, reading, replaces));
}

/** The document could not be read, by its own fault. */
export function refuse(
  rows: Rows,
  document: DocumentItem,
  why: Refusal,
  { id = randomUUID(), readerVersion, replaces }: By,
) {
  const reading: StoredReading = {
    id,
    readerVersion,
    error: { code: why.code, message: why.message },
    sheetIds: [],
    pages: null,
    textSource: null,
    warnings: [],
  };
  return amend(rows, document, (was) => ended(was, reading, replaces));
}

/** Another reader version read the same: nothing is to be written anew. */
export const confirm = (rows: Rows, document: DocumentItem, readerVersion: string) =>
  amend(rows, document, (was) =>
    was.reading && was.reading.readerVersion === document.reading?.readerVersion
      ? { ...was, reading: { ...was.reading, confirmedBy: readerVersion } }
      : was,
  );

/** Reading broke off by our own fault. Told at once, though it will be tried again. */
export const crash = (rows: Rows, document: DocumentItem) =>
  amend(rows, document, (was) =>
    was.reading ? was : { ...was, status: 'FAILED', crashes: (was.crashes ?? 0) + 1 },
  );

/** Says how it ended, once everything that the document says is published. */
export const finish = (rows: Rows, document: DocumentItem) =>
  amend(rows, document, (was) => {
    const status = was.reading?.error ? 'FAILED' : 'SUCCEEDED';
    return was.status === status ? was : { ...was, status };
  });

/** Changes a document that is still the same edition; undefined where it is not. */
async function amend(
  rows: Rows,
  { id, edition }: DocumentItem,
  change: (was: DocumentItem) => DocumentItem,
): Promise<DocumentItem | undefined> {
  const amended = await rewrite<DocumentItem>(rows, documentRow(id), async (was) => {
    if (!edition || was?.edition !== edition) return undefined;
    const next = change(was);
    return next === was ? undefined : { ...next, updatedAt: now() };
  });
  return edition && amended?.edition === edition ? amended : undefined;
}

/** What is stored of a record: an id names one sheet, of several under one id in one document the first counts. */
export function saidBy({ document, sheets, warnings }: DocumentRecord): DocumentSaid {
  const { pages, textSource } = document;
  const byId = [...Map.groupBy(sheets, ({ id }) => id)];
  const duplicates = byId.flatMap(([id, { length }]) =>
    length > 1
      ? [
          withSeverity({
            code: 'duplicate-sheet' as const,
            message: `${length} sheets are called ${id}`,
          }),
        ]
      : [],
  );
  return {
    pages,
    textSource,
    warnings: [...warnings, ...duplicates],
    sheets: byId.flatMap(([, all]) => all.slice(0, 1)),
  };
}

const now = () => new Date().toISOString();

type Known = Omit<DocumentItem, keyof Versioned | 'stands'>;

const unopened = (content: Content): Known => ({
  ...content,
  status: 'RECEIVED',
  touched: [],
  receivedAt: now(),
  updatedAt: now(),
});

function newEdition(id: string) {
  const receivedAt = now();
  return {
    edition: randomUUID(),
    status: 'RECEIVED' as const,
    receivedAt,
    updatedAt: receivedAt,
    listPk: shardOf('DOCUMENT', id),
    listSk: `${receivedAt}#${id}#`,
  };
}
