import { expect } from 'vitest';

/** The pages of a list, each asked for when it is wanted. `path` has a query. */
export async function* pagesOf(
  // biome-ignore lint/suspicious/noExplicitAny: lists of every shape
  json: (path: string) => Promise<any>,
  path: string,
  limit: number,
  // biome-ignore lint/suspicious/noExplicitAny: as above
): AsyncGenerator<any[]> {
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { items, nextCursor } = await json(
      `${path}&limit=${limit}${cursor && `&cursor=${cursor}`}`,
    );
    expect(items.length).toBeLessThanOrEqual(limit);
    yield items;
    cursor = nextCursor;
  }
}
