import { Command } from 'commander';
import { longHelp } from '../messages/long-help.ts';
import type { ReparseOptions } from '../reparse/reparse.ts';
import { apiOption, dataOption, stackOption } from '../stack-options.ts';

export function reparseCommand(): Command {
  return new Command('reparse')
    .description('read the stored PDFs again with this reader, and show what it reads otherwise')
    .option('--publish', 'make it current, sheet by sheet', false)
    .option('--report <file>', 'write every change with its places, as .json or .csv')
    .addOption(apiOption())
    .addOption(dataOption())
    .addOption(stackOption())
    .addHelpText('after', longHelp('reparse', HELP))
    .action(async (options: ReparseOptions) => {
      const { reparse } = await import('../reparse/reparse.ts');
      await reparse(options);
    });
}

const HELP = `
Without --publish nothing is written. Every object of the bucket counts as one of: published (what this
reader reads is current now), changed (it would be), unchanged (it reads the same), current (this reader
has read it before), skipped: CODE, failed: CODE (the old reading stays). They add up to the objects; the
last lines say in words what was skipped. A CODE behind another outcome is why the PDF is refused.

PDFs that are known are published anew in no other way than this. It may be broken off and started again.
The bounds of a reading (SHISAKU_MAX_BYTES and so on) are those of the stack that runs; where none runs,
those of this command's own environment.

With --stack the stack's own reader reads, in a run of its state machine; Ctrl-C leaves that going.

The exit code is 0; 1 when any object failed; 2 when the command itself is refused; 130 after Ctrl-C.`;
