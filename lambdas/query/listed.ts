import type { ListPage, PageRequest } from '../store/lists.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';

/** One page of a list; its cursor is good for the same list with the same filters. */
export async function pageOfList<F extends object, T>(
  name: string,
  { limit, cursor, ...filters }: F & { limit: number; cursor?: string | undefined },
  find: (filters: Omit<F, 'limit' | 'cursor'>, request: PageRequest) => Promise<ListPage<T>>,
) {
  const list = JSON.stringify([name, Object.entries(filters).toSorted()]);
  const after = cursor === undefined ? undefined : decodeCursor(cursor, list);
  const { items, next } = await find(filters as Omit<F, 'limit' | 'cursor'>, { limit, after });
  return { items, nextCursor: next === null ? null : encodeCursor(next, list) };
}
