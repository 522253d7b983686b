import { type Claim, documentsOf, NO_CLAIMS, tidied, withClaim, withRemoval } from './claims.ts';
import { type Content, finish, settleDocument } from './documents.ts';
import { type DocumentItem, type KeyItem, type KeyPointer, keyRow, pointerRow } from './items.ts';
import { type Rows, rewrite } from './rows.ts';
import { settleSheets } from './sheets.ts';

/** Notes what an event said of the key. Nothing rests on it before `settleKey`. */
export async function claim(rows: Rows, key: string, claimed: Claim): Promise<void> {
  // The pointer comes first: one that leads nowhere is harmless, a claim that nobody finds is not.
  if (claimed.documentId !== null) {
    const pointer: KeyPointer = { ...pointerRow(claimed.documentId, key), key };
    await rows.putAll([pointer]);
  }
  await rewrite<KeyItem>(rows, keyRow(key), async (was) => {
    const next = withClaim(was ?? NO_CLAIMS, claimed);
    return was && next === was ? undefined : { ...next, key };
  });
}

/** Notes that the object was removed: all that the key held up to then is withdrawn. */
export async function removal(rows: Rows, key: string, sequencer: string): Promise<void> {
  await rewrite<KeyItem>(rows, keyRow(key), async (was) => {
    const next = withRemoval(was ?? NO_CLAIMS, sequencer);
    return was && next === was ? undefined : { ...next, key };
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
  const document = await settleDocument(rows, content.id, content);
  return document?.edition ? document : undefined;
}

/**
 * Carries what is known of the key through to the documents it held and the sheets they say. May run any number of
 * times, side by side: each item is a function of the items before it, and whoever writes last has seen them all.
 */
export async function settleKey(rows: Rows, key: string): Promise<void> {
  const seen = await rows.get<KeyItem>(keyRow(key));
  if (!seen) return;
  // Newest first: what takes a document's place is live before the old one ceases to be, so no sheet is without either.
  const documents: DocumentItem[] = [];
  for (const id of documentsOf(seen).toReversed()) {
    const document = await settleDocument(rows, id);
    if (document) documents.push(document);
  }
  await settleSheets(rows, [...new Set(documents.flatMap(({ touched }) => touched))]);
  // Who read it may have died before saying so, and an event that is overtaken since does not come this far.
  for (const one of documents.filter(isUnfinished)) await finish(rows, one);
  const tidy = tidied(seen);
  if (tidy.claims.length === seen.claims.length) return;
  await rewrite<KeyItem>(rows, keyRow(key), async (was) =>
    was?.version === seen.version ? { ...tidy, key } : undefined,
  );
}

const isUnfinished = ({ reading, status, keys }: DocumentItem): boolean =>
  reading !== undefined &&
  (status === 'RECEIVED' || status === 'PROCESSING') &&
  keys.some(({ state }) => state !== 'pending');
