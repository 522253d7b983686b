import { Command, Option } from 'commander';

export interface ApiOptions {
  readonly api: string;
  readonly token?: string | undefined;
}

/** A command that asks an API: `--api` and `--token`, which may stand in the environment too. */
export const apiCommand = (name: string): Command =>
  new Command(name)
    .addOption(
      new Option('--api <url>', 'the API that is asked')
        .env('SHISAKU_API')
        .default('http://127.0.0.1:8787'),
    )
    .addOption(new Option('--token <jwt>', 'what the API asks for on AWS').env('SHISAKU_TOKEN'));

/** The filters that lists of sheets and of what is in them have in common. */
export const withFilters = (command: Command): Command =>
  command
    .option('--fiscal-year <year>', 'that the sheets evaluate')
    .option('--publisher <slug>', 'of the sheets, as shiomi')
    .option('--program <slug>', 'of the sheets, as kinkyu')
    .option('--department <name>', 'in charge');
