import type { SheetRecord } from '../../parsers/records/sheet.ts';
import { SCHEMA_VERSION } from '../../parsers/version.ts';
import { saysOf } from '../domain/content-hash.ts';
import { withOwn } from '../domain/kept-sources.ts';
import { publish } from '../domain/publication.ts';
import { nameKey } from '../domain/series/id.ts';
import { summarize } from '../domain/summary.ts';
import { type Row, type Rows, rewrite } from '../ports/records.ts';
import { RowTooLarge } from '../ports/row-size.ts';
import type { SearchIndex } from '../ports/search.ts';
import { noteInFeed } from './feed.ts';
import { keptAnew, keptIn, packKept, sourceOf } from './history.ts';
import {
  bodyPartition,
  type ChunkItem,
  chunkPrefix,
  type DocumentItem,
  documentRow,
  type HeadItem,
  headRow,
  type IndicatorItem,
  later,
  namePartition,
  type SourceItem,
  shardOf,
  sheetOrder,
  sourcePrefix,
  sourceRow,
} from './items.ts';
import { nameItems } from './names.ts';
import { pack, unpack } from './packing.ts';

/** Of a sheet's line in lists: the head has it beside all its sources. */
const MAX_SUMMARY_BYTES = 16_000;

/**
 * Writes what a document says of one sheet, where no reader looks yet. Its SOURCE comes first: by that the body is
 * found and swept should the writer die in the middle of it and the document be withdrawn.
 */
export async function writeSheet(
  rows: Rows,
  index: SearchIndex,
  sheet: SheetRecord,
  of: Pick<SourceItem, 'documentId' | 'edition' | 'readingId' | 'body'>,
): Promise<void> {
  const summary = summarize(sheet);
  const bytes = Buffer.byteLength(JSON.stringify(summary));
  if (bytes > MAX_SUMMARY_BYTES) {
    throw new RowTooLarge(`number, titles and names of a sheet have ${bytes} bytes`);
  }
  const source = { ...sourceRow(sheet.id, of.body), ...of, says: saysOf(sheet), summary };
  await rows.putAll([source]);
  await rows.putAll([
    ...chunkItems(sheet, of.body),
    ...indicatorItems(sheet, of.body),
    ...nameItems(sheet, of.body),
  ]);
  await index.add(sheet, of.body);
}

/**
 * The stored record; undefined where it was swept.
 * @throws Error where it is of another schema
 */
export async function readBody(
  rows: Rows,
  sheetId: string,
  body: string,
): Promise<SheetRecord | undefined> {
  const chunks = await rows.under<ChunkItem>(bodyPartition(sheetId, body), chunkPrefix);
  if (chunks.length === 0) return undefined;
  const record = unpack<SheetRecord>(chunks.map(({ piece }) => piece));
  if (record.schemaVersion === SCHEMA_VERSION) return record;
  throw new Error(`the record of ${sheetId} is of schema ${record.schemaVersion}`);
}

/**
 * Settles the sheets of one document side by side. Where one fails the others still end first: no work goes on after
 * the failure is told.
 */
export async function settleSheets(
  rows: Rows,
  index: SearchIndex,
  sheetIds: readonly string[],
  documentId: string,
): Promise<void> {
  const settled = await Promise.allSettled(
    sheetIds.map((id) => settleSheet(rows, index, id, documentId)),
  );
  for (const one of settled) if (one.status === 'rejected') throw one.reason;
}

/**
 * Puts what the document as it stands now says in place of what the head had from it, and makes current what follows,
 * by one conditional write of the head. The head is written even if it stays the same: a slower writer who saw less
 * must find that its turn has passed.
 */
async function settleSheet(
  rows: Rows,
  index: SearchIndex,
  sheetId: string,
  documentId: string,
): Promise<void> {
  let dead: SourceItem[] = [];
  const { pk } = headRow(sheetId);
  await rewrite<HeadItem>(rows, headRow(sheetId), async (was) => {
    const items = await rows.under<SourceItem>(pk, `${sourcePrefix}${documentId}#`);
    const document = await rows.get<DocumentItem>(documentRow(documentId));
    dead = items.filter((item) => isDead(item, document));

    const own = items.flatMap((item) => sourceOf(item, document) ?? []);
    const kept = withOwn(keptIn(was), documentId, own) ?? (await keptAnew(rows, sheetId));
    const { current: revision } = publish(kept.sources, kept.earlier);
    const none = { ...packKept(kept), current: null, file: null };
    const unlisted = { ...none, corrections: was?.corrections, changedAt: changedAt(was, none) };
    if (!revision) return unlisted;
    const { id, served } = revision;
    const { body } = served;
    const { summary } =
      items.find((item) => item.body === body) ??
      (await rows.get<SourceItem>(sourceRow(sheetId, body))) ??
      {};
    if (!summary) return unlisted;
    const listing = { listPk: shardOf('SHEET', sheetId), listSk: sheetOrder(summary) };
    const file = await fileOf(rows, served.documentId);
    const next = { current: { id, served }, file };
    return { ...unlisted, ...next, changedAt: changedAt(was, next), ...summary, ...listing };
  });
  await noteInFeed(rows, sheetId);
  for (const { body } of dead) await sweep(rows, index, sheetId, body);
}

type Shown = Pick<HeadItem, 'current' | 'file'>;

/** The time of the last change: now, where something other than before is shown. */
function changedAt(was: HeadItem | undefined, next: Shown): string {
  const shown = ({ current, file }: Shown) => `${current?.id} ${current?.served.body} ${file}`;
  return was && shown(was) === shown(next) ? was.changedAt : later(was?.changedAt);
}

/** The name that the document has under its first key. */
async function fileOf(rows: Rows, documentId: string): Promise<string | null> {
  const document = await rows.get<DocumentItem>(documentRow(documentId));
  const { live, past } = document?.stands ?? {};
  return (live ?? past)?.key.split('/').at(-1) ?? null;
}

/** Left by a withdrawn document, or by a reading that another has replaced; one that is being written is neither. */
const isDead = ({ edition, readingId }: SourceItem, document: DocumentItem | undefined) =>
  document?.edition !== edition || document?.superseded?.includes(readingId) === true;

/** Removes what nobody points to any more. */
export async function sweep(
  rows: Rows,
  index: SearchIndex,
  sheetId: string,
  body: string,
): Promise<void> {
  await index.remove(sheetId, body);
  await rows.deleteAll(await rows.under<Row>(bodyPartition(sheetId, body), ''));
  await rows.deleteAll([sourceRow(sheetId, body)]);
}

const chunkItems = (sheet: SheetRecord, body: string): ChunkItem[] =>
  pack(sheet).map((piece, n) => ({
    pk: bodyPartition(sheet.id, body),
    sk: chunkPrefix + String(n).padStart(4, '0'),
    piece,
  }));

const indicatorItems = (sheet: SheetRecord, body: string): IndicatorItem[] =>
  sheet.indicators.map((indicator, n) => {
    const ordinal = String(n).padStart(4, '0');
    const { id, fiscalYear, publisher, program, department } = sheet;
    return {
      pk: bodyPartition(id, body),
      sk: `INDICATOR#${ordinal}`,
      sheetId: id,
      body,
      indicator: Buffer.concat(pack(indicator)),
      listPk: shardOf('INDICATOR', id),
      namePk: namePartition(nameKey(indicator.name)),
      listSk: `${sheetOrder(sheet)}${ordinal}#${body}`,
      fiscalYear,
      level: indicator.level,
      publisher,
      program,
      department,
    };
  });
