import {
  affectedBy,
  type Claim,
  type KeyState,
  NO_CLAIMS,
  tidied,
  withClaim,
  withRemoval,
} from '../domain/claims.ts';
import { toldBy } from '../domain/told.ts';
import { type Rows, rewrite } from '../ports/records.ts';
import type { SearchIndex } from '../ports/search.ts';
import { type Content, finish, settleDocument } from './documents.ts';
import { settleHolding } from './holdings.ts';
import {
  type DocumentItem,
  type HoldingItem,
  holdingRow,
  type KeyItem,
  keyRow,
  type PutItem,
  putPrefix,
  putRow,
} from './items.ts';
import { settleSheets } from './sheets.ts';

/** Notes what an event said of the key. Nothing rests on it before `settleKey`. */
export async function claim(rows: Rows, key: string, claimed: Claim): Promise<void> {
  const put = putRow(key, claimed.sequencer);
  // By the put the document is found: one that leads nowhere is harmless, a claim that nobody finds is not.
  const known = claimed.documentId === null ? await rows.get<PutItem>(put) : undefined;
  const documentId = claimed.documentId ?? known?.documentId ?? null;
  const told: Claim = { ...claimed, documentId };
  if (documentId !== null && !known) {
    const item: PutItem = { ...put, documentId };
    await rows.putAll([item]);
  }
  await amend(rows, key, (was) => withClaim(was, told), told.sequencer);
  if (documentId === null) return;
  await rewrite<HoldingItem>(rows, holdingRow(documentId, key), async (was) => {
    const own: KeyState = { ...NO_CLAIMS, claims: was?.claims ?? [] };
    const { claims } = withClaim(own, told);
    return claims === own.claims ? undefined : { key, places: [], ...was, claims };
  });
}

/** Notes that the object was removed: all that the key held up to then is withdrawn. */
export const removal = (rows: Rows, key: string, sequencer: string): Promise<void> =>
  amend(rows, key, (was) => withRemoval(was, sequencer), sequencer);

async function amend(
  rows: Rows,
  key: string,
  change: (was: KeyState) => KeyState,
  sequencer: string,
): Promise<void> {
  await rewrite<KeyItem>(rows, keyRow(key), async (was) => {
    const next = change(was ?? NO_CLAIMS);
    if (was && next === was) return undefined;
    const unsettled = [...new Set([...affectedBy(next, sequencer), ...(was?.unsettled ?? [])])];
    const { claims, removedAt } = tidied(next);
    return { key, claims, removedAt, unsettled };
  });
}

/** Notes that the key holds a document which is about to be read. Undefined where the event came too late. */
export async function receive(
  rows: Rows,
  key: string,
  at: Pick<Claim, 'sequencer' | 'eTag' | 'time'>,
  content: Content,
): Promise<DocumentItem | undefined> {
  await claim(rows, key, { ...at, state: 'pending', documentId: content.id });
  await settleHolding(rows, content.id, key);
  const document = await settleDocument(rows, content.id, content, toldBy(key, at.time));
  return document?.edition ? document : undefined;
}

/**
 * Carries what is known of the key through to the documents it held and the sheets they say; `also` is a document that
 * changed by itself. May run any number of times, side by side: each item is a function of the items before it, and
 * whoever writes last has seen them all.
 */
export async function settleKey(
  rows: Rows,
  index: SearchIndex,
  key: string,
  also?: string,
): Promise<void> {
  const settled = new Set<string>();
  const settle = async (id: string) => {
    await settleHolding(rows, id, key);
    const document = await settleDocument(rows, id);
    if (document) {
      await settleSheets(rows, index, document.touched, id);
      // Who read it may have died before saying so, and an event that is overtaken since does not come this far.
      if (isUnfinished(document)) await finish(rows, document);
    }
    settled.add(id);
  };
  for (let attempt = 0; attempt < 30; attempt++) {
    const seen = await rows.get<KeyItem>(keyRow(key));
    if (!seen) return;
    // Newest first: what takes a document's place is live before the old one ceases to be, so no sheet is without either.
    for (const id of seen.unsettled) await settle(id);
    if (also !== undefined && !settled.has(also)) await settle(also);
    await withdraw(rows, seen, settle);
    if (seen.unsettled.length === 0) return;
    if (await rows.replace({ ...seen, unsettled: [], version: seen.version + 1 })) return;
  }
  throw new Error(`too many writers at ${key}`);
}

const PUTS_AT_ONCE = 25;

/** Settles the documents of all puts that the removal withdrew, and forgets the puts. */
async function withdraw(
  rows: Rows,
  { key, removedAt }: KeyItem,
  settle: (id: string) => Promise<void>,
): Promise<void> {
  if (removedAt === '') return;
  const range = { from: putPrefix, to: putPrefix + removedAt, pageSize: PUTS_AT_ONCE };
  for await (const put of rows.walk<PutItem>(keyRow(key).pk, { ...range, descending: true })) {
    await settle(put.documentId);
    await rows.deleteAll([put]);
  }
}

const isUnfinished = ({ reading, status, stands }: DocumentItem): boolean =>
  reading !== undefined &&
  (status === 'RECEIVED' || status === 'PROCESSING') &&
  (stands.live ?? stands.past) !== undefined;
