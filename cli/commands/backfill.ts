import { availableParallelism } from 'node:os';
import { Command, InvalidArgumentError, Option } from 'commander';
import { FORMATS } from '../../lambdas/domain/prefixes.ts';
import { type Account, countsOf, failed, OUTCOMES } from '../backfill/account.ts';
import { foretellAll } from '../backfill/foretell.ts';
import { filesUnder, type SeenFile } from '../backfill/sources.ts';
import { uploadAll } from '../backfill/upload.ts';
import { formatsIn } from '../formats.ts';
import { InputError } from '../input.ts';
import { openProgress, type Progress } from '../progress.ts';
import { publisherGiven, publisherOption } from '../publisher.ts';
import { checkReport, counted, writeReport } from '../report.ts';
import { apiOption, dataOption, type StackChoice, stackOption } from '../stack-options.ts';
import { brokenOff, leftAlone, stopped } from '../stop-signal.ts';

interface BackfillOptions extends StackChoice {
  readonly concurrency?: number;
  readonly resume: boolean;
  readonly dryRun: boolean;
  readonly report?: string;
  readonly stack?: string;
  readonly formats?: string;
  readonly publisher?: string;
}

/** Enough that a slow file holds nobody up, few enough that not much is under way when a run is broken off. */
const UNDER_WAY = 64;

export function backfillCommand(): Command {
  return new Command('backfill')
    .description('take in every PDF under folders, and say of each file what became of it')
    .argument('<source...>', 'folders, or single files; or s3://BUCKET/PREFIX with --stack')
    .addOption(apiOption())
    .addOption(dataOption())
    .addOption(stackOption())
    .addOption(
      new Option('--concurrency <n>', `files under way at a time (default: ${UNDER_WAY})`)
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
    .addHelpText('after', HELP)
    .action(run);
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

async function run(sources: string[], options: BackfillOptions): Promise<void> {
  await checkReport(options.report);
  const stop = stopped();
  const accounts =
    options.stack === undefined
      ? await here(sources, options, stop)
      : await onAws(sources, options.stack, options.resume, stop);
  if (accounts) await conclude(accounts, options);
  if (!accounts) leftAlone();
  else if (stop.aborted && options.stack === undefined) {
    brokenOff(
      options.dryRun ? 'nothing was written' : 'the same command with --resume goes on from here',
    );
  }
}

async function conclude(
  accounts: readonly Account[],
  { report, dryRun }: BackfillOptions,
): Promise<void> {
  const counts = countsOf(accounts);
  if (report !== undefined) {
    const rows = accounts.map((one) => ({ ...one, sheetIds: one.sheetIds.join(' ') }));
    const columns = ['path', 'outcome', 'code', 'sheetIds'];
    await writeReport(report, { files: accounts, counts }, columns, rows);
  }
  // A bar does not say which files these are.
  for (const account of process.stderr.isTTY ? accounts : []) {
    if (account.code !== null && account.code !== 'interrupted')
      process.stderr.write(`${told(account)} ${account.path}\n`);
  }
  const amounts = OUTCOMES.map((outcome) => `${counts[outcome]} ${outcome}`).join(', ');
  process.stdout.write(
    `${counted(accounts.length, 'file')}: ${amounts}${dryRun ? ' (dry run)' : ''}\n`,
  );
  if (counts.failed > 0) process.exitCode = 1;
}

async function here(
  sources: readonly string[],
  options: BackfillOptions,
  stop: AbortSignal,
): Promise<Account[]> {
  if (sources.some((source) => source.startsWith('s3://'))) {
    throw new InputError('stack-missing', 'A source in S3 is read on AWS: give --stack NAME.');
  }
  const files = await filesUnder(sources);
  const progress = openProgress(files.length);
  const accounts: Account[] = [];
  try {
    await accountFor(files, options, stop, progress, (account) => {
      accounts.push(account);
      progress.done(told(account), account.path);
    });
  } finally {
    progress.end();
  }
  return accounts;
}

async function onAws(
  sources: readonly string[],
  stack: string,
  resume: boolean,
  stop: AbortSignal,
): Promise<Account[] | undefined> {
  const [source = '', ...more] = sources;
  const [, bucket, prefix = ''] = /^s3:\/\/([^/]+)(?:\/(.*))?$/.exec(source) ?? [];
  if (bucket === undefined || more.length > 0) {
    throw new InputError(
      'not-in-s3',
      'With --stack there is one source, s3://BUCKET/PREFIX; files go there with `aws s3 sync`.',
    );
  }
  const { bucketOf, findMachine, POLL_MS, runOnAws } = await import('../aws/run.ts');
  const machine = await findMachine(stack);
  const own = await bucketOf(machine);
  if (own !== bucket) {
    throw new InputError('other-bucket', `The stack ${stack} reads the bucket ${own}.`);
  }
  const progress = openProgress(0);
  try {
    const run = { mode: 'backfill', prefix, publish: false } as const;
    const lost = (key: string, code: string) => ({ key, ...failed('', code) });
    const how = { resume, stop, progress, lost, pollMs: POLL_MS };
    const results = await runOnAws<Omit<Account, 'path'> & { key: string }>(machine, run, how);
    return results?.map(({ key, outcome, code, sheetIds }) => ({
      path: `s3://${bucket}/${key}`,
      outcome,
      code,
      sheetIds,
    }));
  } finally {
    progress.end();
  }
}

async function accountFor(
  files: readonly SeenFile[],
  { api, data, concurrency, resume, dryRun, ...options }: BackfillOptions,
  stop: AbortSignal,
  { note }: Progress,
  tell: (account: Account) => void,
): Promise<void> {
  // Loaded here: the other commands have no use for servers.
  const { withStack, withStore } = await import('../local.ts');
  const where = { api, data, log: note };
  const formats = formatsIn(options.formats);
  const publisher = publisherGiven(options.publisher);
  const tellAll = async (accounts: AsyncGenerator<Account>) => {
    for await (const account of accounts) tell(account);
  };
  if (dryRun) {
    const width = concurrency ?? 2 * availableParallelism();
    await withStore(where, (store, reading) =>
      tellAll(foretellAll(files, store, { ...reading, formats, publisher, width, stop })),
    );
  } else {
    const width = concurrency ?? UNDER_WAY;
    await withStack(where, async (local) => {
      for (const { name, yaml } of formats) await local.put(FORMATS + name, encode(yaml));
      await tellAll(uploadAll(files, local, { width, resume, publisher, stop }));
    });
  }
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const told = ({ outcome, code }: Account) => (code === null ? outcome : `${outcome}: ${code}`);

function count(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1) throw new InvalidArgumentError('A number from 1.');
  return number;
}
