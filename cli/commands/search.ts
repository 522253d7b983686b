import type { Command } from 'commander';
import { apiCommand, withFilters } from '../api-options.ts';
import type { SearchOptions } from '../search.ts';

export function searchCommand(): Command {
  return withFilters(apiCommand('search'))
    .description('print what the API finds: items, indicators, goals and titles, best first')
    .argument('<query...>', 'words that must all be found; a phrase in "…" or 「…」')
    .option('--phase <phase>', 'overview, result or improvement')
    .option('--limit <n>', 'how many on a page, at most 200')
    .option('--all', 'every page, not the first alone')
    .action(async (words: string[], options: SearchOptions) => {
      const { search } = await import('../search.ts');
      await search(words, options);
    });
}
