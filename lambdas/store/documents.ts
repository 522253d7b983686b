import { randomUUID } from 'node:crypto';
import type { DocumentRecord } from '../../parsers/records/document.ts';
import { Refusal } from '../../parsers/records/refusal.ts';
import type { SheetRecord } from '../../parsers/records/sheet.ts';
import type { TextSource } from '../../parsers/records/text-source.ts';
import { type DocumentWarning, withSeverity } from '../../parsers/records/warning.ts';
import { newest, type Told } from '../domain/told.ts';
import { type Rows, rewrite, type Versioned } from '../ports/records.ts';
import { RowTooLarge } from '../ports/row-size.ts';
import type { SearchIndex } from '../ports/search.ts';
import { standsOf } from './holdings.ts';
import { bodyName, type DocumentItem, documentRow, type Reading, shardOf } from './items.ts';
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
export interface Said {
  readonly pages: number | null;
  readonly textSource: TextSource | null;
  readonly warnings: readonly DocumentWarning[];
  readonly sheets: readonly SheetRecord[];
}

/** Brings the document's item in line with what its keys say; without an edition where no key holds it. */
export function settleDocument(rows: Rows, id: string, content?: Content, told?: Told) {
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

/** What reads, and the reader version whose reading it takes the place of. */
interface By {
  readonly readerVersion: string;
  readonly replaces: string | undefined;
}

/** Where readings are kept, and found by their words. */
interface Kept {
  readonly rows: Rows;
  readonly index: SearchIndex;
}

/**
 * Writes a reading beside whatever is published, and then makes it the document's own, where that has none or the one
 * of the reader version that is replaced. Undefined where the document was withdrawn meanwhile. What is too much for a
 * row is refused as too large.
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
  const body = bodyName(document.id, document.edition ?? '', by.readerVersion);
  const sweepAll = async () => {
    for (const id of sheetIds) await sweep(rows, index, id, body);
  };
  try {
    const recorded = await write(kept, document, said, by);
    if (recorded?.reading?.readerVersion !== by.readerVersion) await sweepAll();
    return recorded;
  } catch (error) {
    if (!(error instanceof RowTooLarge)) throw error;
    await sweepAll();
    const why = `What it says takes more room than there is: ${error.message.slice(0, MAX_WHY)}.`;
    return refuse(rows, document, new Refusal('too-large', why), by);
  }
}

/** Characters of the reason that a document is given. */
const MAX_WHY = 200;

async function write(
  { rows, index }: Kept,
  document: DocumentItem,
  said: Said,
  { readerVersion, replaces }: By,
): Promise<DocumentItem | undefined> {
  const sheetIds = said.sheets.map(({ id }) => id);
  const touched = await amend(rows, document, (was) => ({
    ...was,
    touched: [...new Set([...was.touched, ...sheetIds])],
    superseded: without(was.superseded, readerVersion),
  }));
  if (!touched?.edition) return undefined;
  const { edition } = touched;
  const body = bodyName(document.id, edition, readerVersion);
  for (const sheet of said.sheets) {
    await writeSheet(rows, index, sheet, { documentId: document.id, edition, readerVersion, body });
  }
  const { pages, textSource } = said;
  const warnings = pack(said.warnings);
  const reading = { readerVersion, error: null, sheetIds, pages, textSource, warnings };
  return amend(rows, document, (was) => ended(was, reading, replaces));
}

/** The document could not be read, by its own fault. */
export function refuse(
  rows: Rows,
  document: DocumentItem,
  why: Refusal,
  { readerVersion, replaces }: By,
) {
  const reading: Reading = {
    readerVersion,
    error: { code: why.code, message: why.message },
    sheetIds: [],
    pages: null,
    textSource: null,
    warnings: [],
  };
  // Where another worker managed to read the same bytes, its success stands: it was a matter of time or memory.
  const succeeded = (was: DocumentItem) =>
    was.reading?.readerVersion === readerVersion && !was.reading.error;
  return amend(rows, document, (was) => (succeeded(was) ? was : ended(was, reading, replaces)));
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

function ended(was: DocumentItem, reading: Reading, replaces?: string): DocumentItem {
  const old = was.reading?.readerVersion;
  if (old !== undefined && old !== reading.readerVersion && old !== replaces) return was;
  const outdated = old === undefined ? [] : [...(was.superseded ?? []), old];
  const superseded = without(outdated, reading.readerVersion);
  return { ...was, status: 'PROCESSING', reading, superseded, crashes: undefined };
}

const without = (versions: readonly string[] = [], version: string) =>
  versions.filter((one) => one !== version);

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
export function saidBy({ document, sheets, warnings }: DocumentRecord): Said {
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
