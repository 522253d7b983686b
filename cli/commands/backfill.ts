import { Command, InvalidArgumentError, Option } from 'commander';
import type { BackfillOptions } from '../backfill/backfill.ts';
import { UNDER_WAY } from '../backfill/under-way.ts';
import { longHelp } from '../messages/long-help.ts';
import { said } from '../messages/said.ts';
import { publisherOption } from '../publisher-option.ts';
import { apiOption, dataOption, stackOption } from '../stack-options.ts';

export function backfillCommand(): Command {
  return new Command('backfill')
    .description('take in every PDF under folders, and say of each file what became of it')
    .argument('<source...>', 'folders, or single files; or s3://BUCKET/PREFIX with --stack')
    .addOption(apiOption())
    .addOption(dataOption())
    .addOption(stackOption())
    .addOption(
      new Option(
        '--concurrency <n>',
        `${said('files under way at a time')} (${said('default')}: ${UNDER_WAY})`,
      )
        .argParser(count)
        .conflicts('stack'),
    )
    .option('--resume', 'go on with a run that was broken off', false)
    .addOption(
      new Option('--dry-run', 'say what would happen, and write nothing')
        .default(false)
        .conflicts('stack'),
    )
    .addOption(
      new Option(
        '--formats <dir>',
        'a folder of format files (.yaml); they are put into the bucket first, under formats/',
      ).conflicts('stack'),
    )
    .addOption(publisherOption().conflicts('stack'))
    .option('--report <file>', 'write what became of each file, as .json or .csv')
    .addHelpText('after', longHelp('backfill', HELP))
    .action(async (sources: string[], options: BackfillOptions) => {
      const { backfill } = await import('../backfill/backfill.ts');
      await backfill(sources, options);
    });
}

const HELP = `
Every file has one outcome: created (a sheet that is new), revised (a sheet that now says something
else), unchanged (nothing new: the same bytes, or the same words in another PDF), rejected: CODE (the
file's own fault), failed: CODE (ours, or the world's). They add up to the files seen.

A file counts as a PDF by its ending .pdf or by beginning as one (%PDF-); any other is rejected as
not-a-pdf without being uploaded. Files go in by their time of change, so that of two PDFs of one
sheet the one saved last is current. Each is stored as backfill/SHA-256/NAME, with --publisher below
publisher=CODE/.

The bounds of a reading (SHISAKU_MAX_BYTES and so on) are those of the stack that runs; where none
runs, those of this command's own environment.

Started again it uploads nothing twice. Files that an earlier run dealt with are unchanged then; with
--resume they count as what they were in that run.

With --stack what is under a prefix of the stack's own bucket is read by its state machine, many at a
time; Ctrl-C leaves that going. --resume does again what failed in the last such run, and only that.

The exit code is 0 when every file is accounted for, rejected ones included; 1 when any failed; 2 when
the command itself is refused; 130 after Ctrl-C.`;

function count(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1) throw new InvalidArgumentError(said('A number from 1.'));
  return number;
}
