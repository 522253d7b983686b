import { availableParallelism } from 'node:os';
import { makeReparseObject, type Reparsed } from '../../lambdas/reparse/reparse.ts';
import { counted } from '../counted.ts';
import { openProgress } from '../progress.ts';
import { checkReport, writeReport } from '../report.ts';
import type { StackChoice } from '../stack-options.ts';
import { brokenOff, leftAlone, stopped } from '../stop-signal.ts';
import { keysOf, reparseAll } from './all.ts';
import {
  COLUMNS,
  reparseAmountsOf,
  reparseCountsOf,
  reparseLinesOf,
  rowsOf,
  summaryOf,
  told,
} from './summary.ts';

export interface ReparseOptions extends StackChoice {
  readonly publish: boolean;
  readonly report?: string;
  readonly stack?: string;
}

/** Reads every stored PDF again; what reads otherwise is printed, and with `publish` made current. */
export async function reparse(options: ReparseOptions): Promise<void> {
  const { publish, report, stack } = options;
  await checkReport(report);
  const stop = stopped();
  const results =
    stack === undefined ? await here(options, stop) : await onAws(stack, publish, stop);
  if (results) await conclude(results, publish, report);
  if (!results) leftAlone();
  else if (stop.aborted && stack === undefined) brokenOff('the same command again does the rest');
}

async function here({ publish, api, data }: ReparseOptions, stop: AbortSignal) {
  // Loaded here: the other commands have no use for servers.
  const { withStack } = await import('../local.ts');
  const log = (line: string) => void process.stderr.write(`${line}\n`);
  return withStack({ api, data, log }, async ({ store, bucket, readPdf }) => {
    const keys = await keysOf(store);
    const progress = openProgress(keys.map(() => 0));
    const readAgain = makeReparseObject({ store, bucket, readPdf });
    const results: Reparsed[] = [];
    const how = { publish, width: 2 * availableParallelism(), stop };
    try {
      for await (const one of reparseAll(keys, readAgain, how)) {
        progress.done(told(one), one.key);
        results.push(one);
      }
    } finally {
      progress.end();
    }
    const left = keys.length - results.length;
    if (left > 0) log(`not begun: ${left} of ${keys.length} objects`);
    return results;
  });
}

/** By the stack's own reader: what it reads is told in the results of the run. */
async function onAws(stack: string, publish: boolean, stop: AbortSignal) {
  const { findMachine, POLL_MS, runOnAws } = await import('../aws/run.ts');
  const progress = openProgress([]);
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
  const counts = reparseCountsOf(results);
  if (report !== undefined) {
    const whole = { publish, documents: results, summary, counts };
    await writeReport(report, whole, COLUMNS, results.flatMap(rowsOf));
  }
  // A bar does not say which ones these are.
  for (const one of process.stderr.isTTY ? results : []) {
    if (one.outcome === 'failed') process.stderr.write(`${told(one)} ${one.key}\n`);
  }
  for (const line of results.filter(isNews).flatMap(reparseLinesOf)) print(line);
  for (const { format, field, changes, sheets } of summary) {
    const where = counted(sheets, format ? 'sheet' : 'document');
    print(`${format || 'document'} ${field}: ${counted(changes, 'change')} in ${where}`);
  }
  for (const line of reparseAmountsOf(results)) print(line);
  if (counts.failed > 0) process.exitCode = 1;
}

const lost = (key: string, code: string): Reparsed => ({
  key,
  outcome: 'failed',
  code,
  changes: [],
  sheets: [],
});

const isNews = ({ outcome }: Reparsed) => outcome === 'changed' || outcome === 'published';

const print = (line: string) => process.stdout.write(`${line}\n`);
