import type { Command } from 'commander';
import { z } from 'zod';
import { type ApiOptions, apiCommand, ask, printJson, withFilters } from '../api-client.ts';

export function searchCommand(): Command {
  return withFilters(apiCommand('search'))
    .description('print what the API finds: items, indicators, goals and titles, best first')
    .argument('<query...>', 'words that must all be found; a phrase in "…" or 「…」')
    .option('--phase <phase>', 'overview, result or improvement')
    .option('--limit <n>', 'how many on a page, at most 200')
    .option('--all', 'every page, not the first alone')
    .action(async (words: string[], { api, token, all, ...filters }: Options) => {
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
    });
}

const Found = z.object({ items: z.array(z.unknown()), nextCursor: z.string().nullable() });

type Options = ApiOptions & { readonly all?: true } & Readonly<Record<string, string>>;
