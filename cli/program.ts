import { Command, CommanderError } from 'commander';
import { InvalidSetting } from '../lambdas/reader/limits.ts';
import packageJson from '../package.json' with { type: 'json' };
import { Refusal } from '../parsers/records/refusal.ts';
import { SCHEMA_VERSION } from '../parsers/version.ts';
import { backfillCommand } from './commands/backfill.ts';
import { exportCommand } from './commands/export.ts';
import { getCommand } from './commands/get.ts';
import { inspectCommand } from './commands/inspect.ts';
import { learnCommand } from './commands/learn.ts';
import { listCommands } from './commands/lists.ts';
import { parseCommand } from './commands/parse.ts';
import { rebuildCommand } from './commands/rebuild.ts';
import { reparseCommand } from './commands/reparse.ts';
import { samplesCommand } from './commands/samples.ts';
import { searchCommand } from './commands/search.ts';
import { startCommand } from './commands/start.ts';
import { InputError } from './input.ts';
import { EXAMPLES } from './messages/examples.ts';
import { longHelp } from './messages/long-help.ts';
import { examples, said } from './messages/said.ts';
import { hintFor, sentenceOf, speak } from './messages/speak.ts';
import { usage } from './messages/usage.ts';

/** Formats are read for it, so it is made only where it is asked for. */
const readerVersion = async () => (await import('../lambdas/reader/format-files.ts')).ownVersion();
const reader = process.argv.includes('--version') ? await readerVersion() : '';

const program = new Command('shisaku')
  .description('Japanese policy evaluation sheets: from PDF to queryable numbers')
  .addHelpText(
    'after',
    longHelp(
      'program',
      '\nResults go to stdout, all else to stderr. The exit code is 0; 1 for a fault of ours or of the world; 2 for\n' +
        'what you can mend, told as `error: CODE: sentence`.',
    ),
  )
  .version(
    `shisaku ${packageJson.version} (reader ${reader}, schema ${SCHEMA_VERSION})`,
    '--version',
    'print the versions of the package, the reader and the schema of records',
  )
  .option('--lang <language>', 'the language of help, tables and refusals: ja or en')
  .showHelpAfterError(said('(--help tells more)'))
  .configureOutput({
    outputError: (text, write) => write(usage(text)),
  });

const commands = [
  startCommand(),
  parseCommand(),
  inspectCommand(),
  learnCommand(),
  backfillCommand(),
  reparseCommand(),
  rebuildCommand(),
  samplesCommand(),
  ...listCommands(),
  searchCommand(),
  getCommand(),
  exportCommand(),
];
for (const command of commands) {
  const own = EXAMPLES[command.name()];
  if (own) command.addHelpText('after', examples(own));
  // It may stand behind the command too.
  command.option('--lang <language>', 'the language of help, tables and refusals: ja or en');
  program.addCommand(command.copyInheritedSettings(program).exitOverride());
}

speak(program);

const isRefusal = (error: unknown) =>
  error instanceof Refusal || error instanceof InputError || error instanceof InvalidSetting;

// Who reads may stop (`| head`); what is being done, and its report, is not to be lost by that.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

/** Results go to stdout, all else to stderr; 0 is success, 1 a fault of ours or the world, 2 an input refused. */
try {
  await program.exitOverride().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else if (isRefusal(error)) {
    const sentence = sentenceOf(error.code) ?? error.message;
    process.stderr.write(`error: ${error.code}: ${sentence}\n`);
    const hint = hintFor(error.code);
    if (hint !== undefined) process.stderr.write(`→ ${hint}\n`);
    process.exitCode = 2;
  } else {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`error: failed: ${message}\n`);
    process.exitCode = 1;
  }
}
