import { byUtf8 } from './object.ts';

export interface ListingPage<T> {
  readonly objects: readonly T[];
  /** Keys rolled up to their first delimiter after the prefix. */
  readonly prefixes: readonly string[];
  /** The last entry of this page, where more follow. */
  readonly next: string | null;
}

/**
 * One page of a bucket's listing.
 * @param objects in UTF-8 order of their keys
 * @param query `delimiter` '' for none; `after` '' from the start, else the last entry (key or prefix) before this page
 */
export function listPage<T extends { readonly key: string }>(
  objects: readonly T[],
  query: { prefix: string; delimiter: string; after: string; maxKeys: number },
): ListingPage<T> {
  const { prefix, delimiter, after, maxKeys } = query;
  const page: T[] = [];
  const prefixes: string[] = [];
  let last = after;
  for (const object of objects) {
    const { key } = object;
    if (!key.startsWith(prefix) || byUtf8(key, after) <= 0) continue;
    const rolled = rollUp(key, prefix, delimiter);
    if (rolled !== null && rolled === last) continue;
    if (page.length + prefixes.length === maxKeys) {
      return { objects: page, prefixes, next: maxKeys === 0 ? null : last };
    }
    if (rolled === null) page.push(object);
    else prefixes.push(rolled);
    last = rolled ?? key;
  }
  return { objects: page, prefixes, next: null };
}

function rollUp(key: string, prefix: string, delimiter: string): string | null {
  const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
  return end < 0 ? null : key.slice(0, end + delimiter.length);
}
