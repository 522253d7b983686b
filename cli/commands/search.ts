import type { Command } from 'commander';
import { type ApiOptions, apiCommand, withFilters } from '../api-options.ts';
import { SHOWN_OF_SEARCH } from '../lists.ts';
import { examples } from '../messages/said.ts';
import type { ListOptions } from '../print-list.ts';
import { listing } from './lists.ts';

export function searchCommand(): Command {
  return listing(withFilters(apiCommand('search')))
    .description('print what the API finds: items, indicators, goals and titles, best first')
    .argument('<query...>', 'words that must all be found; a phrase in "…" or 「…」')
    .option('--phase <phase>', 'overview, result or improvement')
    .addHelpText(
      'after',
      examples(['search 図書館 --fiscal-year 2013', 'search 移動図書館 --phase improvement']),
    )
    .action(
      async (words: string[], { api, token, json, table, all, limit, ...filters }: Options) => {
        const { printList } = await import('../print-list.ts');
        const how = { json, table, all, limit } as ListOptions;
        const asked = { q: words.join(' '), ...filters };
        const list = { path: '/v1/search', shown: SHOWN_OF_SEARCH };
        await printList({ api, token }, list, how, asked);
      },
    );
}

type Options = ApiOptions & ListOptions & Readonly<Record<string, string>>;
