import { type Command, Option } from 'commander';
import { type ApiOptions, apiCommand, withFilters } from '../api-options.ts';

export function exportCommand(): Command {
  return withFilters(apiCommand('export'))
    .description('print every figure as a row of its own, as the API sends them')
    .addOption(
      new Option('--format <format>', 'what is printed').choices(['csv', 'ndjson']).default('csv'),
    )
    .option('--bom', 'of CSV: begin with a byte order mark, for Excel')
    .option('--grade <grade>', 'the sheet’s rating')
    .option('--sheet <id>', 'of one sheet')
    .action(async ({ api, token, ...parameters }: Options) => {
      const { ask, toStdout } = await import('../api-client.ts');
      // The API answers with the figures there are: of a sheet that is not known, none.
      if (parameters['sheet'] !== undefined) {
        await ask({ api, token }, `/v1/sheets/${encodeURIComponent(String(parameters['sheet']))}`);
      }
      const { body } = await ask({ api, token }, '/v1/observations', parameters);
      if (body) await toStdout(body);
    });
}

type Options = ApiOptions & Readonly<Record<string, string | boolean>>;
