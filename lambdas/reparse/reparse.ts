import type { DocumentRecord } from '../../parsers/records/document.ts';
import { Refusal } from '../../parsers/records/refusal.ts';
import { toldVersion } from '../domain/told.ts';
import type { Bucket } from '../ports/blobs.ts';
import { readerVersion } from '../reader/format-files.ts';
import type { ReadOptions } from '../reader/messages.ts';
import type { ReadPdf } from '../reader/read.ts';
import { type DocumentSaid, saidBy } from '../store/documents.ts';
import { isLimit } from '../store/ended.ts';
import type { DocumentItem } from '../store/items.ts';
import type { Store } from '../store/store.ts';
import { changesOf, type FieldChange } from './changes.ts';

/**
 * How reading one object again ended.
 * `current`: this reader has read it before, nothing was done. `unchanged`: it reads the same. `changed`: it reads
 * otherwise, nothing was written. `published`: what it reads now is what everyone sees. `failed`: `code` says why the
 * old reading stays. `skipped`: there is nothing to compare (`not-ingested`, `overtaken`), the document is read under
 * another of its keys (`another-key`), or it was never downloaded, so that nobody knows its hash (`upload-again`).
 */
export interface Reparsed {
  readonly key: string;
  readonly outcome: 'current' | 'unchanged' | 'changed' | 'published' | 'failed' | 'skipped';
  /** a refusal's where this reader refuses the document; null where there is nothing to say */
  readonly code: string | null;
  /** of the document as a whole */
  readonly changes: readonly FieldChange[];
  readonly sheets: readonly SheetChanges[];
}

export interface SheetChanges {
  readonly id: string;
  readonly format: string;
  /** `added` and `removed` sheets have no changes: all of it is new, or gone */
  readonly kind: 'added' | 'removed' | 'changed';
  readonly changes: readonly FieldChange[];
}

export interface ReparsePorts {
  readonly store: Store;
  readonly bucket: Bucket;
  readonly readPdf: ReadPdf;
  /** of the reader without the formats that stand in the bucket; its own where none is given */
  readonly ownVersion?: string;
}

export interface Publishing {
  readonly publish: boolean;
  /** is told what is about to become current, and waited for */
  readonly before?: (published: Reparsed) => Promise<void>;
}

export type ReparseObject = (key: string, how: Publishing) => Promise<Reparsed>;

/**
 * Reads what a key holds again and tells what this reader reads otherwise; with `publish` that becomes current, sheet
 * by sheet. May be repeated and broken off anywhere. Throws only what may be gone the next time.
 */
export function makeReparseObject(ports: ReparsePorts): ReparseObject {
  const { store, bucket, readPdf, ownVersion } = ports;
  return async (key, { publish, before }) => {
    const ended = (
      outcome: Reparsed['outcome'],
      code: string | null = null,
      found: Pick<Reparsed, 'changes' | 'sheets'> = { changes: [], sheets: [] },
    ): Reparsed => ({ key, outcome, code, ...found });

    const held = await store.held(key);
    if (!held?.document.reading) return ended('skipped', 'not-ingested');
    const formats = await bucket.formats();
    const { document, eTag } = held;
    const publisher = document.told?.publisher;
    const version = toldVersion(readerVersion(formats, ownVersion), publisher);
    const { reading } = held.document;
    if (document.stands.live?.key !== key) {
      return ended('skipped', 'another-key');
    }
    // The limit may have been raised since, pictures may be read now.
    const limited = isLimit(reading.error?.code);
    if ((reading.confirmedBy ?? reading.readerVersion) === version && !limited) {
      if (publish && document.status === 'PROCESSING') await settle(document);
      return ended('current', reading.error?.code);
    }
    const object = await bucket.getObject(key);
    if (object?.eTag !== eTag) return ended('skipped', 'overtaken');
    if (object.kind === 'too-large') return ended(limited ? 'current' : 'failed', 'too-large');
    if (document.sha256 === null) return ended('skipped', 'upload-again');

    const read = await opened(object.bytes, { formats, publisher });
    const answer = read instanceof Refusal ? read : await store.asKnown(read, key);
    const code = answer instanceof Refusal ? answer.code : null;
    if (isLimit(code) && !reading.error) return ended('failed', code);

    const found = differences(await store.said(document), said(answer));
    const differs = found.changes.length + found.sheets.length > 0;
    const same = !differs && code === (reading.error?.code ?? null);
    if (!publish) return ended(same ? 'unchanged' : 'changed', code, found);
    if (same) {
      await store.confirm(document, version);
      return ended('unchanged', code);
    }
    const published = ended('published', code, found);
    await before?.(published);
    return (await replace(document, answer)) ? published : ended('skipped', 'overtaken');

    async function settle(replaced: DocumentItem): Promise<void> {
      await store.settle(key, replaced.id);
      await store.finish(replaced);
    }

    /** False where the document was withdrawn, or read by somebody else meanwhile. */
    async function replace(old: DocumentItem, now: DocumentRecord | Refusal): Promise<boolean> {
      const by = [version, old.reading?.id] as const;
      const replaced =
        now instanceof Refusal
          ? await store.refuse(old, now, ...by)
          : await store.record(old, now, ...by);
      if (replaced?.reading?.readerVersion !== version) return false;
      await settle(replaced);
      return true;
    }
  };

  async function opened(
    bytes: Uint8Array,
    options: ReadOptions,
  ): Promise<DocumentRecord | Refusal> {
    try {
      return await readPdf(bytes, options);
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }
}

const said = (answer: DocumentRecord | Refusal): DocumentSaid =>
  answer instanceof Refusal
    ? { pages: null, textSource: null, warnings: [], sheets: [] }
    : saidBy(answer);

function differences(
  before: DocumentSaid,
  after: DocumentSaid,
): Pick<Reparsed, 'changes' | 'sheets'> {
  const { sheets: was, ...wasDocument } = before;
  const { sheets: now, ...nowDocument } = after;
  const old = new Map(was.map((sheet) => [sheet.id, sheet]));
  const sheets = now.flatMap((sheet): SheetChanges[] => {
    const { id, format } = sheet;
    const known = old.get(id);
    old.delete(id);
    if (!known) return [{ id, format, kind: 'added', changes: [] }];
    const changes = changesOf(known, sheet);
    return changes.length > 0 ? [{ id, format, kind: 'changed', changes }] : [];
  });
  const removed = [...old.values()].map(
    ({ id, format }): SheetChanges => ({ id, format, kind: 'removed', changes: [] }),
  );
  return { changes: changesOf(wasDocument, nowDocument), sheets: [...sheets, ...removed] };
}
