import { availableParallelism } from 'node:os';
import { Command } from 'commander';
import { readPdf } from '../../lambdas/reader/read.ts';
import { makeReparseObject, type Reparsed } from '../../lambdas/reparse/reparse.ts';
import { READER_VERSION } from '../../parsers/version.ts';
import { openProgress } from '../progress.ts';
import { keysOf, reparseAll } from '../reparse/all.ts';
import { COLUMNS, linesOf, rowsOf, summaryOf } from '../reparse/summary.ts';
import { checkReport, writeReport } from '../report.ts';
import { apiOption, dataOption, type StackChoice } from '../stack-options.ts';
import { stopSignal } from '../stop-signal.ts';

interface ReparseOptions extends StackChoice {
  readonly publish: boolean;
  readonly report?: string;
}

export function reparseCommand(): Command {
  return new Command('reparse')
    .description('read the stored PDFs again with this reader, and show what it reads otherwise')
    .option('--publish', 'make it current, sheet by sheet', false)
    .option('--report <file>', 'write every change with its places, as .json or .csv')
    .addOption(apiOption())
    .addOption(dataOption())
    .addHelpText('after', HELP)
    .action(run);
}

const HELP = `
Without --publish nothing is written. A document counts as: current (this reader has read it before),
unchanged (it reads the same), changed, published, failed: CODE (the old reading stays), skipped: CODE.
PDFs that are known are published anew in no other way than this. It may be broken off and started again.

The exit code is 0, 1 when any document failed, 130 after Ctrl-C.`;

async function run({ publish, report, api, data }: ReparseOptions): Promise<void> {
  await checkReport(report);
  // Loaded here: the other commands have no use for servers.
  const { withStack } = await import('../local.ts');
  const stop = new AbortController();
  stopSignal().then(() => stop.abort());
  const log = (line: string) => void process.stderr.write(`${line}\n`);

  const results = await withStack({ api, data, log }, async ({ store, bucket }) => {
    const keys = await keysOf(store);
    const progress = openProgress(keys.length);
    const reparse = makeReparseObject({ store, bucket, readPdf, readerVersion: READER_VERSION });
    const how = { publish, width: 2 * availableParallelism(), stop: stop.signal };
    const found: Reparsed[] = [];
    for await (const one of reparseAll(keys, reparse, how)) {
      progress.done(told(one), one.key);
      // The same document under another of its keys is told there.
      if (one.code !== 'another-key') found.push(one);
    }
    progress.end();
    return found;
  });

  const summary = summaryOf(results);
  const counts = countsOf(results);
  if (report !== undefined) {
    const whole = { readerVersion: READER_VERSION, publish, documents: results, summary, counts };
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
  if (stop.signal.aborted) {
    process.stderr.write('Broken off; the same command again does the rest.\n');
    process.exitCode = 130;
  }
}

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
