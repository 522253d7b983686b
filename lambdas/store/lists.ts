import { type IndexRange, LAST, type Row, type Rows } from '../ports/records.ts';
import { type ListKind, shardsOf } from './items.ts';

export interface ListPage<T> {
  readonly items: T[];
  /** where the next page begins; null at the end */
  readonly next: string | null;
}

export interface PageRequest {
  readonly limit: number;
  /** `next` of the page before */
  readonly after: string | undefined;
}

interface Listed extends Row {
  readonly listSk: string;
}

export interface StoreListing {
  readonly kind: ListKind;
  /** a partition of the index `name`, in place of all of the kind */
  readonly namePartition?: string | undefined;
  readonly prefix: string;
  readonly where: IndexRange['where'];
}

/** Entries of all shards in one order, after the given place. */
export function entries<T extends Listed>(
  rows: Rows,
  listing: StoreListing,
  { after, limit }: PageRequest,
): AsyncGenerator<T> {
  const range = {
    from: after === undefined ? listing.prefix : after + LAST,
    to: listing.prefix + LAST,
    where: listing.where,
  };
  if (range.from > range.to) return inOrder<T>([]);
  const { namePartition } = listing;
  if (namePartition !== undefined) {
    const pageSize = limit + 1;
    return rows.inOrder<T>({ index: 'name', partition: namePartition, ...range, pageSize });
  }
  const shards = shardsOf(listing.kind);
  // Each shard gives its share and half as much again.
  const pageSize = Math.ceil((1.5 * (limit + 1)) / shards.length);
  return inOrder(
    shards.map((partition) => rows.inOrder<T>({ index: 'list', partition, ...range, pageSize })),
  );
}

/** Takes entries until a page is full of those that `accept` lets through; it is asked for a handful at a time. */
export async function page<T, R>(
  source: AsyncGenerator<T>,
  limit: number,
  placeOf: (entry: T) => string,
  accept: (entries: T[]) => Promise<{ entry: T; item: R }[]>,
): Promise<ListPage<R>> {
  const accepted: { entry: T; item: R }[] = [];
  for (let done = false; !done && accepted.length <= limit; ) {
    const handful: T[] = [];
    while (!done && accepted.length + handful.length <= limit) {
      const entry = await source.next();
      if (entry.done) done = true;
      else handful.push(entry.value);
    }
    accepted.push(...(await accept(handful)));
  }
  const shown = accepted.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ item }) => item),
    next: accepted.length > limit && last ? placeOf(last.entry) : null,
  };
}

/** Merges sources that are in order themselves. */
async function* inOrder<T extends Listed>(sources: AsyncGenerator<T>[]): AsyncGenerator<T> {
  const waiting = await Promise.all(
    sources.map(async (source) => ({ source, entry: await source.next() })),
  );
  for (;;) {
    let first: { source: AsyncGenerator<T>; value: T; at: (typeof waiting)[number] } | undefined;
    for (const at of waiting) {
      if (at.entry.done) continue;
      if (!first || at.entry.value.listSk < first.value.listSk) {
        first = { source: at.source, value: at.entry.value, at };
      }
    }
    if (!first) return;
    yield first.value;
    first.at.entry = await first.source.next();
  }
}
