import { setTimeout as pause } from 'node:timers/promises';
import { Command } from 'commander';
import { counted } from '../counted.ts';
import type { Local } from '../local.ts';
import { said } from '../messages/said.ts';
import { apiOption, dataOption, type StackChoice } from '../stack-options.ts';

const POLL_MS = 50;

export function samplesCommand(): Command {
  const samples = new Command('samples').description(
    'the sample sheets of 汐見県 (publisher shiomi) and 汐入市 (shioiri), which do not exist',
  );
  samples
    .command('add')
    .description('upload them, beside whatever is there')
    .addOption(apiOption())
    .addOption(dataOption())
    .action((where: StackChoice) =>
      change(where, 'added', async (objects) => {
        const { addSamples, SAMPLES_DIR } = await import('../stack/samples.ts');
        return addSamples(objects, SAMPLES_DIR);
      }),
    );
  samples
    .command('remove')
    .description('remove them, and nothing else')
    .addOption(apiOption())
    .addOption(dataOption())
    .action((where: StackChoice) =>
      change(where, 'removed', async (objects) => {
        const { removeSamples } = await import('../stack/samples.ts');
        return removeSamples(objects);
      }),
    );
  return samples;
}

async function change(
  where: StackChoice,
  done: string,
  work: (objects: Local['objects']) => Promise<number>,
): Promise<void> {
  // Loaded here: the other commands have no use for servers.
  const { withStack } = await import('../local.ts');
  const log = (line: string) => void process.stderr.write(`${line}\n`);
  await withStack({ ...where, log }, async ({ objects, idle }) => {
    const files = await work(objects);
    while (!(await idle())) await pause(POLL_MS);
    process.stdout.write(`${counted(files, 'sample file')} ${said(done)}\n`);
  });
}
