import { createHash } from 'node:crypto';
import type { DocumentRecord } from '../../parsers/records/document.ts';
import { Refusal } from '../../parsers/records/refusal.ts';
import { padSequencer } from '../domain/claims.ts';
import { publisherTold, toldVersion } from '../domain/told.ts';
import type { Bucket, StoredObject } from '../ports/blobs.ts';
import { readerVersion } from '../reader/format-files.ts';
import type { ReadOptions } from '../reader/messages.ts';
import type { ReadPdf } from '../reader/read.ts';
import type { Content } from '../store/documents.ts';
import type { DocumentItem } from '../store/items.ts';
import type { Outcome } from '../store/outcome.ts';
import type { Store } from '../store/store.ts';
import type { ObjectEvent } from './events.ts';

/**
 * How one event ended. `rejected`: the document is refused, `code` says why. `overtaken`: the object was overwritten
 * or removed before it was read, and an event of its own tells of that.
 */
export interface Ingested {
  readonly key: string;
  readonly outcome: Outcome | 'rejected' | 'overtaken' | 'withdrawn';
  readonly code?: string;
  readonly sheetIds: readonly string[];
}

export type IngestObject = (event: ObjectEvent) => Promise<Ingested>;

export interface IngestPorts {
  readonly store: Store;
  readonly bucket: Bucket;
  readonly readPdf: ReadPdf;
}

/**
 * Brings the store in line with one event of the bucket. The same state comes out whatever order events arrive in and
 * however often; a crash anywhere is mended by the same event again. Throws only what may be gone the next time.
 */
export function makeIngestObject({ store, bucket, readPdf }: IngestPorts): IngestObject {
  return async (event) => {
    const { key, kind, time } = event;
    const sequencer =
      event.sequencer === undefined
        ? await store.nextSequencer(key)
        : padSequencer(event.sequencer, time);
    const version = kind === 'created' ? event.versionId : undefined;
    const object = kind === 'removed' ? undefined : await bucket.getObject(key, version);
    if (kind !== 'created' && !object) {
      await store.remove(key, sequencer);
      await store.settle(key);
      return { key, outcome: 'withdrawn', sheetIds: [] };
    }

    const eTag = kind === 'created' ? event.eTag : (object?.eTag ?? '');
    const at = { sequencer, eTag, time };
    const content = object?.eTag === eTag ? contentOf(object) : undefined;
    const received = content && (await store.receive(key, at, content));
    if (!object || !received) {
      await store.claim(key, { ...at, state: 'lost', documentId: null });
      await store.settle(key);
      return { key, outcome: 'overtaken', sheetIds: [] };
    }

    await read(received, object, key);
    await store.claim(key, { ...at, state: 'read', documentId: received.id });
    await store.settle(key, received.id);
    const done = await store.finish(received);
    return done ? report(done, event) : { key, outcome: 'overtaken', sheetIds: [] };
  };

  async function read(document: DocumentItem, object: StoredObject, key: string): Promise<void> {
    const begun = await store.begin(document);
    if (!begun) return;
    const { reading } = begun;
    const publisher = begun.told?.publisher;
    // Bytes that were read before, by whatever reader, are read again by `reparse` alone, or where an upload says whose they are.
    if (reading && publisherTold(reading.readerVersion) === publisher) return;
    const formats = await bucket.formats();
    const answer = await open(document, object, { formats, publisher });
    const by = [toldVersion(readerVersion(formats), publisher), reading?.id] as const;
    const written =
      answer instanceof Refusal
        ? await store.refuse(document, answer, ...by)
        : await store.record(document, await store.asKnown(answer, key), ...by);
    const now = written?.reading?.readerVersion;
    if (written && now !== undefined && publisherTold(now) !== written.told?.publisher) {
      const why = answer instanceof Refusal ? answer.message : 'Somebody else read it meanwhile.';
      throw new Error(`What there is of it was told another publisher. ${why}`);
    }
  }

  /** The record or why there is none; where the reader itself fails, the document says so until the next try. */
  async function open(
    document: DocumentItem,
    object: StoredObject,
    options: ReadOptions,
  ): Promise<DocumentRecord | Refusal> {
    try {
      return await readPdf(bytesOf(object), options);
    } catch (error) {
      if (error instanceof Refusal) return error;
      await store.crash(document);
      throw error;
    }
  }

  function bytesOf(object: StoredObject): Uint8Array {
    if (object.kind === 'content') return object.bytes;
    throw new Refusal(
      'too-large',
      `The file has ${object.size} bytes; at most ${bucket.maxBytes} are read.`,
    );
  }

  async function report(document: DocumentItem, { key, time }: ObjectEvent): Promise<Ingested> {
    const { error, sheetIds = [] } = document.reading ?? {};
    if (error) return { key, outcome: 'rejected', code: error.code, sheetIds };
    return { key, outcome: await store.outcome(document, key, time), sheetIds };
  }
}

/** Identity is content; an object that nobody downloads is known by its ETag. */
function contentOf(object: StoredObject): Content {
  if (object.kind === 'too-large') {
    return { id: `unread-${object.eTag}`, sha256: null, bytes: object.size };
  }
  const sha256 = createHash('sha256').update(object.bytes).digest('hex');
  return { id: sha256, sha256, bytes: object.bytes.length };
}
