import { resolve } from 'node:path';
import { Command } from 'commander';
import type { Rebuilt } from '../../lambdas/rebuild/rebuild.ts';
import { counted } from '../counted.ts';
import { longHelp } from '../messages/long-help.ts';
import { said } from '../messages/said.ts';
import { DEFAULT_DATA, stackOption } from '../stack-options.ts';

const HELP = `
Every version of every object is read again, so that the histories of sheets come back too. Here it works beside the
old file, which serves until the new one is whole; stop the stack before. On AWS the table is emptied first: what is
asked meanwhile finds what is read so far. With --check nothing is written; the exit code is 1 where anything differs.`;

interface RebuildOptions {
  readonly check: boolean;
  readonly data?: string;
  readonly stack?: string;
}

export function rebuildCommand(): Command {
  return new Command('rebuild')
    .description('make the store anew from the bucket, when it was lost or is doubted')
    .option('--check', 'only compare the store with the bucket', false)
    .option(
      '--data <dir>',
      `${said('the folder of a stack of this machine')} (${said('default')}: ${DEFAULT_DATA})`,
    )
    .addOption(stackOption())
    .addHelpText('after', longHelp('rebuild', HELP))
    .action(async ({ check, data, stack }: RebuildOptions) => {
      const store =
        stack === undefined ? await here(resolve(data ?? DEFAULT_DATA)) : await onAws(stack);
      if (check) {
        const found = await store.check();
        for (const difference of found) process.stdout.write(`${difference}\n`);
        process.stdout.write(`${counted(found.length, 'difference')}\n`);
        if (found.length > 0) process.exitCode = 1;
        return;
      }
      const { keys, versions, outcomes } = await store.rebuild(tell);
      const ends = Object.entries(outcomes).map(([outcome, count]) => `${count} ${said(outcome)}`);
      const all = `${counted(keys, 'key')}, ${counted(versions, 'version')} ${said('read')}`;
      process.stdout.write(`${[all, ...ends].join(', ')}\n`);
    });
}

// Loaded here: the other commands have no use for servers.
async function here(data: string) {
  const { checkHere, rebuildHere } = await import('../rebuild/here.ts');
  return {
    check: () => checkHere(data),
    rebuild: (told: (rebuilt: Rebuilt) => void) => rebuildHere(data, told),
  };
}

async function onAws(stack: string) {
  const { openOnAws } = await import('../rebuild/on-aws.ts');
  const opened = await openOnAws(stack);
  return { check: () => Array.fromAsync(opened.differences()), rebuild: opened.rebuild };
}

const EVERY = 100;

function tell({ keys }: Rebuilt): void {
  if (keys % EVERY === 0) process.stderr.write(`${counted(keys, 'key')}\n`);
}
