import { availableParallelism } from 'node:os';
import { Command } from 'commander';
import { readPdf } from '../../lambdas/reader/read.ts';
import { makeReparseObject, type Reparsed } from '../../lambdas/reparse/reparse.ts';
import { READER_VERSION } from '../../parsers/version.ts';
import { openProgress } from '../progress.ts';
import { keysOf, reparseAll } from '../reparse/all.ts';
import { COLUMNS, linesOf, rowsOf, summaryOf } from '../reparse/summary.ts';
import { checkReport, writeReport } from '../report.ts';
import { apiOption, dataOption, type StackChoice, stackOption } from '../stack-options.ts';
import { stopSignal } from '../stop-signal.ts';

interface ReparseOptions extends StackChoice {
  readonly publish: boolean;
  readonly report?: string;
  readonly stack?: string;
}

export function reparseCommand(): Command {
  return new Command('reparse')
    .description('read the stored PDFs again with this reader, and show what it reads otherwise')
    .option('--publish', 'make it current, sheet by sheet', false)
    .option('--report <file>', 'write every change with its places, as .json or .csv')
    .addOption(apiOption())
    .addOption(dataOption())
    .addOption(stackOption())
    .addHelpText('after', HELP)
    .action(run);
}

const HELP = `
Without --publish nothing is written. A document counts as: current (this reader has read it before),
unchanged (it reads the same), changed, published, failed: CODE (the old reading stays), skipped: CODE.
PDFs that are known are published anew in no other way than this. It may be broken off and started again.

The exit code is 0, 1 when any document failed, 130 after Ctrl-C.`;

async function run(options: ReparseOptions): Promise<void> {
  const { publish, report, stack } = options;
  await checkReport(report);
  const stop = new AbortController();
  stopSignal().then(() => stop.abort());
  const results =
    stack === undefined
      ? await here(options, stop.signal)
      : await onAws(stack, publish, stop.signal);
  if (results) {
    // The same document under another of its keys is told there.
    const documents = results.filter(({ code }) => code !== 'another-key');
    await conclude(documents, publish, report);
  }
  if (stop.signal.aborted) {
    process.stderr.write('Broken off; the same command again does the rest.\n');
    process.exitCode = 130;
  }
}

async function here({ publish, api, data }: ReparseOptions, stop: AbortSignal) {
  // Loaded here: the other commands have no use for servers.
  const { withStack } = await import('../local.ts');
  const log = (line: string) => void process.stderr.write(`${line}\n`);
  return withStack({ api, data, log }, async ({ store, bucket }) => {
    const keys = await keysOf(store);
    const progress = openProgress(keys.length);
    const reparse = makeReparseObject({ store, bucket, readPdf, readerVersion: READER_VERSION });
    const results: Reparsed[] = [];
    const how = { publish, width: 2 * availableParallelism(), stop };
    for await (const one of reparseAll(keys, reparse, how)) {
      progress.done(told(one), one.key);
      results.push(one);
    }
    progress.end();
    return results;
  });
}

/** By the stack's own reader: what it reads is told in the results of the run. */
async function onAws(stack: string, publish: boolean, stop: AbortSignal) {
  const { findMachine, POLL_MS, runOnAws } = await import('../aws/run.ts');
  const progress = openProgress(0);
  try {
    const run = { mode: 'reparse', prefix: '', publish } as const;
    const how = { resume: false, stop, progress, lost, pollMs: POLL_MS };
    return await runOnAws(await findMachine(stack), run, how);
  } finally {
    progress.end();
  }
}

async function conclude(results: readonly Reparsed[], publish: boolean, report?: string) {
  const summary = summaryOf(results);
  const counts = countsOf(results);
  if (report !== undefined) {
    const whole = { publish, documents: results, summary, counts };
    await writeReport(report, whole, COLUMNS, results.flatMap(rowsOf));
  }
  for (const line of results.filter(isNews).flatMap(linesOf)) print(line);
  for (const { format, field, changes, sheets } of summary) {
    print(
      `${format || 'document'} ${field}: ${changes} changes in ${sheets} ${format ? 'sheets' : 'documents'}`,
    );
  }
  const amounts = Object.entries(counts).map(([outcome, number]) => `${number} ${outcome}`);
  print(`${results.length} documents: ${amounts.join(', ') || 'none'}`);
  if (counts['failed']) process.exitCode = 1;
}

const lost = (key: string, code: string): Reparsed => ({
  key,
  outcome: 'failed',
  code,
  changes: [],
  sheets: [],
});

const isNews = ({ outcome }: Reparsed) => outcome === 'changed' || outcome === 'published';

const countsOf = (results: readonly Reparsed[]): Record<string, number> =>
  Object.fromEntries(
    [...Map.groupBy(results, ({ outcome }) => outcome)].map(([outcome, { length }]) => [
      outcome,
      length,
    ]),
  );

const told = ({ outcome, code }: Reparsed) => (code === null ? outcome : `${outcome}: ${code}`);

const print = (line: string) => process.stdout.write(`${line}\n`);
