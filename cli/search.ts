import { z } from 'zod';
import { ask, printJson } from './api-client.ts';
import type { ApiOptions } from './api-options.ts';

export type SearchOptions = ApiOptions & { readonly all?: true } & Readonly<Record<string, string>>;

const Found = z.object({ items: z.array(z.unknown()), nextCursor: z.string().nullable() });

/** Prints what the API finds: a page of it, or with `all` every page. */
export async function search(
  words: readonly string[],
  { api, token, all, ...filters }: SearchOptions,
): Promise<void> {
  const asked = { api, token };
  const page = async (cursor?: string) => {
    const parameters = { q: words.join(' '), ...filters, cursor };
    return Found.parse(await (await ask(asked, '/v1/search', parameters)).json());
  };
  const found = await page();
  while (all && found.nextCursor !== null) {
    const { items, nextCursor } = await page(found.nextCursor);
    found.items.push(...items);
    found.nextCursor = nextCursor;
  }
  await printJson(found);
}
