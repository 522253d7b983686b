import { type Command, Option } from 'commander';
import { type ApiOptions, apiCommand, withFilters } from '../api-options.ts';
import { LISTS } from '../lists.ts';
import { examples } from '../messages/said.ts';

const FORMATS = ['csv', 'ndjson', 'json', 'xlsx', 'parquet', 'sqlite'];

const EXAMPLES = [
  'export series --format xlsx --output 目標と実績.xlsx',
  'export --format csv --fiscal-year 2013 > figures.csv',
  'export --format sqlite --output shisaku.db      # every list, with full-text search',
  'export series --format csv --shape review-wide > local.csv',
];

export function exportCommand(): Command {
  const command = withFilters(apiCommand('export'))
    .description('write a whole list as a file: for spreadsheets, pandas, DuckDB, Datasette')
    .argument('[list]', 'which list (default: observations)')
    .addOption(new Option('--format <format>', 'what is written').choices(FORMATS).default('csv'))
    .option('--output <file>', 'the file that is written; standard output where it is not given')
    .option('--bom', 'of CSV: begin with a byte order mark, for Excel')
    .option('--shape <shape>', 'of series: long, wide, review or review-wide');
  const known = new Set(command.options.map(({ long }) => long));
  for (const [flags, description] of LISTS.flatMap(({ filters }) => filters)) {
    const [long = ''] = flags.split(' ');
    if (known.has(long)) continue;
    known.add(long);
    command.option(flags, description);
  }
  return command
    .addHelpText('after', examples(EXAMPLES))
    .action(async (list: string | undefined, { api, token, ...options }: Options) => {
      const { exportList } = await import('../export.ts');
      await exportList({ api, token }, list ?? 'observations', options);
    });
}

type Options = ApiOptions & { readonly format: string } & Readonly<Record<string, string>>;
