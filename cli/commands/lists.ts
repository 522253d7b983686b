import type { Command } from 'commander';
import { type ApiOptions, apiCommand, withFilters } from '../api-options.ts';
import { LISTS, type ListDefinition } from '../lists.ts';
import { examples } from '../messages/said.ts';
import type { ListOptions } from '../print-list.ts';

/** A command for each list of the API. */
export const listCommands = (): Command[] => LISTS.map(listCommand);

function listCommand({
  name,
  description,
  shown,
  filters,
  examples: own,
}: ListDefinition): Command {
  const base = apiCommand(name).description(description);
  const command = ['series', 'documents'].includes(name) ? base : withFilters(base);
  if (name === 'series') command.option('--publisher <slug>', 'of the sheets, as shiomi');
  for (const [flags, told] of filters) command.option(flags, told);
  return listing(command)
    .addHelpText('after', examples(own))
    .action(async ({ api, token, json, table, all, limit, ...rest }: Options) => {
      const { printList } = await import('../print-list.ts');
      await printList(
        { api, token },
        { path: `/v1/${name}`, shown },
        { json, table, all, limit } as ListOptions,
        rest,
      );
    });
}

/** What all lists can be printed as. */
export const listing = (command: Command): Command =>
  command
    .option('--json', 'the answer of the API as it is, which is also what is piped')
    .option('--table', 'a table, also where it is piped')
    .option('--limit <n>', 'how many at most')
    .option('--all', 'all there are');

type Options = ApiOptions & ListOptions & Readonly<Record<string, string>>;
