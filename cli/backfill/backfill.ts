import { availableParallelism } from 'node:os';
import { FORMATS_PREFIX } from '../../lambdas/domain/prefixes.ts';
import { counted } from '../counted.ts';
import { formatsIn } from '../formats.ts';
import { InputError } from '../input.ts';
import { phrase, said } from '../messages/said.ts';
import { openProgress, type ProgressBar } from '../progress.ts';
import { publisherGiven } from '../publisher.ts';
import { checkReport, writeReport } from '../report.ts';
import type { StackChoice } from '../stack-options.ts';
import { brokenOff, leftAlone, stopped } from '../stop-signal.ts';
import { countsOf, type FileAccount, failed, OUTCOMES } from './account.ts';
import { dryRunAll } from './dry-run.ts';
import { findingsLine } from './findings.ts';
import { filesUnder, type SeenFile } from './sources.ts';
import { UNDER_WAY } from './under-way.ts';
import { uploadAll } from './upload.ts';

export interface BackfillOptions extends StackChoice {
  readonly concurrency?: number;
  readonly resume: boolean;
  readonly dryRun: boolean;
  readonly report?: string;
  readonly stack?: string;
  readonly formats?: string;
  readonly publisher?: string;
}

/** Takes in every PDF of the sources, and says of each file what became of it. */
export async function backfill(sources: string[], options: BackfillOptions): Promise<void> {
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
  accounts: readonly FileAccount[],
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
  const amounts = OUTCOMES.map((outcome) => `${counts[outcome]} ${said(outcome)}`).join(', ');
  process.stdout.write(
    `${counted(accounts.length, 'file')}: ${amounts}${dryRun ? ` (${said('dry run')})` : ''}\n`,
  );
  if (counts.failed > 0) process.exitCode = 1;
}

async function here(
  sources: readonly string[],
  options: BackfillOptions,
  stop: AbortSignal,
): Promise<FileAccount[]> {
  if (sources.some((source) => source.startsWith('s3://'))) {
    throw new InputError(
      'stack-missing',
      said('A source in S3 is read on AWS: give --stack NAME.'),
    );
  }
  const files = await filesUnder(sources);
  const progress = openProgress(files.map(({ bytes }) => bytes));
  const accounts: FileAccount[] = [];
  try {
    const tell = (account: FileAccount) => {
      accounts.push(account);
      progress.done(told(account), account.path);
    };
    await accountFor(files, options, stop, { note: (line) => progress.note(line), tell });
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
): Promise<FileAccount[] | undefined> {
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
    throw new InputError('other-bucket', phrase`The stack ${stack} reads the bucket ${own}.`);
  }
  const progress = openProgress([]);
  try {
    const run = { mode: 'backfill', prefix, publish: false } as const;
    const lost = (key: string, code: string) => ({ key, ...failed('', code) });
    const how = { resume, stop, progress, lost, pollMs: POLL_MS };
    const results = await runOnAws<Omit<FileAccount, 'path'> & { key: string }>(machine, run, how);
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
  { note, tell }: Pick<ProgressBar, 'note'> & { readonly tell: (account: FileAccount) => void },
): Promise<void> {
  // Loaded here: the other commands have no use for servers.
  const { withStack, withStore } = await import('../local.ts');
  const where = { api, data, log: note };
  const formats = formatsIn(options.formats);
  const publisher = publisherGiven(options.publisher);
  const tellAll = async (accounts: AsyncGenerator<FileAccount>) => {
    const told: FileAccount[] = [];
    for await (const account of accounts) {
      tell(account);
      told.push(account);
    }
    return told;
  };
  if (dryRun) {
    const width = concurrency ?? 2 * availableParallelism();
    await withStore(where, (store, reading) =>
      tellAll(dryRunAll(files, store, { ...reading, formats, publisher, width, stop })),
    );
  } else {
    const width = concurrency ?? UNDER_WAY;
    await withStack(where, async (local) => {
      for (const { name, yaml } of formats) await local.put(FORMATS_PREFIX + name, encode(yaml));
      const accounts = await tellAll(uploadAll(files, local, { width, resume, publisher, stop }));
      const findings = stop.aborted ? undefined : await findingsLine(local.store, accounts);
      if (findings !== undefined) note(findings);
    });
  }
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const told = ({ outcome, code }: FileAccount) =>
  code === null ? said(outcome) : `${said(outcome)}: ${code}`;
