import type { RefusalCode } from '../../parsers/records/refusal.ts';
import type { SheetRecord } from '../../parsers/records/sheet.ts';
import type { DocumentWarning } from '../../parsers/records/warning.ts';
import { NO_CLAIMS, sequencerAfter, standing } from '../domain/claims.ts';
import type { Rows } from '../ports/records.ts';
import type { DocumentSaid } from './documents.ts';
import { bodyName, type DocumentItem, documentRow, type KeyItem, keyRow } from './items.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { unpack } from './packing.ts';
import { readBody } from './sheets.ts';

/** The document that a key holds now, as S3's events tell it. */
export interface HeldDocument {
  readonly document: DocumentItem;
  /** of the object that was read */
  readonly eTag: string;
  /** ISO 8601, when the key came to hold it */
  readonly since: string;
}

/** How the upload of what a key holds now ended. */
export interface Arrival {
  readonly outcome: Outcome | 'rejected';
  readonly code: RefusalCode | null;
  readonly sheetIds: readonly string[];
}

/** Undefined where no event of the key has been dealt with, or the object was removed. */
export async function findHeld(rows: Rows, key: string): Promise<HeldDocument | undefined> {
  const item = await rows.get<KeyItem>(keyRow(key));
  const claim = item?.claims.findLast(({ state }) => state === 'read');
  if (!item || !claim || claim.documentId === null) return undefined;
  const stands = standing(item, claim.documentId);
  const document = await rows.get<DocumentItem>(documentRow(claim.documentId));
  if (stands?.state !== 'live' || !document?.edition) return undefined;
  return { document, eTag: claim.eTag, since: stands.since };
}

/** Undefined until everything that the document says is published. */
export async function findArrival(rows: Rows, key: string): Promise<Arrival | undefined> {
  const held = await findHeld(rows, key);
  const { reading, status } = held?.document ?? {};
  if (!held || !reading || (status !== 'SUCCEEDED' && status !== 'FAILED')) return undefined;
  const { error, sheetIds } = reading;
  if (error) return { outcome: 'rejected', code: error.code, sheetIds };
  return { outcome: await outcomeOf(rows, held.document, key, held.since), code: null, sheetIds };
}

/** A sequencer for what stands under the key although no event has told of it. */
export async function nextSequencer(rows: Rows, key: string): Promise<string> {
  return sequencerAfter((await rows.get<KeyItem>(keyRow(key))) ?? NO_CLAIMS);
}

/** What the document says, as it was last read. */
export async function findSaid(
  rows: Rows,
  { id, edition = '', reading }: DocumentItem,
): Promise<DocumentSaid> {
  if (!reading) return { pages: null, textSource: null, warnings: [], sheets: [] };
  const { pages, textSource } = reading;
  const body = bodyName(id, edition, reading.id);
  const sheets: SheetRecord[] = [];
  for (const sheetId of reading.sheetIds) {
    const sheet = await readBody(rows, sheetId, body);
    if (sheet) sheets.push(sheet);
  }
  const warnings = reading.warnings.length > 0 ? unpack<DocumentWarning[]>(reading.warnings) : [];
  return { pages, textSource, warnings, sheets };
}
