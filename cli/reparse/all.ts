import type { Reparsed, ReparseObject } from '../../lambdas/reparse/reparse.ts';
import type { Store } from '../../lambdas/store/store.ts';
import { inOrder } from '../backfill/in-order.ts';

/** Every key of the table that holds a document, each once. */
export async function keysOf(store: Store): Promise<string[]> {
  const keys = new Set<string>();
  for (let after: string | undefined; ; ) {
    const page = await store.documents({}, { limit: 200, after });
    for (const key of page.items.flatMap((document) => document.keys)) keys.add(key);
    if (page.next === null) return [...keys];
    after = page.next;
  }
}

/** Reads what the keys hold again, as many side by side as `width` says; once stopped, nothing is said of the rest. */
export async function* reparseAll(
  keys: readonly string[],
  reparse: ReparseObject,
  { publish, width, stop }: { publish: boolean; width: number; stop: AbortSignal },
): AsyncGenerator<Reparsed> {
  const results = inOrder(
    keys,
    width,
    async (key) => ({ ending: stop.aborted ? null : reparse(key, { publish }).catch(failed(key)) }),
    async ({ ending }) => ending,
  );
  for await (const one of results) if (one) yield one;
}

const failed =
  (key: string) =>
  (error: unknown): Reparsed => ({
    key,
    outcome: 'failed',
    code:
      error instanceof Error && error.name === 'ReaderCrashed' ? 'reader-crashed' : 'stack-error',
    changes: [],
    sheets: [],
  });
