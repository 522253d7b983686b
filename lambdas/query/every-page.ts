import { createHash } from 'node:crypto';
import type { ListPage, PageRequest } from '../store/lists.ts';
import type { Whole } from './send-whole.ts';

/** So many are looked up at a time where all of them are. */
const AT_ONCE = 200;

/** The items of every page of a list, a page at a time. */
export async function* everyPage<T>(
  find: (request: PageRequest) => Promise<ListPage<T>>,
): AsyncGenerator<readonly T[], undefined> {
  for (let after: string | undefined, more = true; more; ) {
    const { items, next } = await find({ limit: AT_ONCE, after });
    yield items;
    after = next ?? undefined;
    more = next !== null;
  }
}

/** A whole list whose state nothing tells but all that it says: it is gone through once to name it, and again to send it. */
export async function wholeBySaying<T>(rows: () => AsyncIterable<readonly T[]>): Promise<Whole<T>> {
  const state = createHash('sha256');
  for await (const some of rows()) for (const one of some) state.update(JSON.stringify(one));
  return { state: state.digest('base64url'), rows };
}
