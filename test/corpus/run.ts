import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { broken, requirements } from '../../samples/scoring/figures.ts';
import { tablesOf, total, worst } from '../../samples/scoring/report.ts';
import { readSet } from '../../samples/scoring/set.ts';
import { count as counted } from '../../samples/scoring/tally.ts';
import { generalCorpus } from './general.ts';
import { type Read, readAndScore } from './reading.ts';
import { asRead, scanSet } from './scans.ts';

/**
 * `npm run corpus`: reads sheets drawn from a seed and scores the records. Without --seed the clock gives one, so that the
 * figures are for sheets that nobody has tuned the parser on. With --general these are sheets of forms put together at
 * random, every second one printed by the Chromium that --browser names. With --scans every sheet is printed and scanned.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Math.floor(Date.now() / 1000) % 1_000_000) },
    count: { type: 'string', default: '200' },
    keep: { type: 'string' },
    require: { type: 'string', default: '' },
    general: { type: 'boolean', default: false },
    scans: { type: 'boolean', default: false },
    browser: { type: 'string' },
  },
});
const folder = values.keep ?? (await mkdtemp(join(tmpdir(), 'corpus-')));
await mkdir(folder, { recursive: true });

try {
  if (values.general) await general();
  else await sheets();
} finally {
  if (values.keep === undefined) await rm(folder, { recursive: true });
}

async function general(): Promise<void> {
  const { seed, count, browser, require } = values;
  console.log(
    `seed ${seed}: ${count} documents${browser ? ', every second one by a browser' : ''}`,
  );
  const bounds = new Map(
    require
      .split(',')
      .filter((bound) => bound !== '')
      .map((bound) => bound.split('=') as [string, string])
      .map(([name, bound]) => [name, Number(bound)] as const),
  );
  const held = await generalCorpus(folder, Number(seed), Number(count), browser, bounds);
  if (!held) process.exitCode = 1;
}

async function sheets(): Promise<void> {
  const bounds = requirements(values.require);
  const corpus = fileURLToPath(new URL('../../samples/corpus.ts', import.meta.url));
  const { seed, count } = values;
  process.stderr.write(`seed ${seed}: drawing ${count} documents\n`);
  const drawing = ['--seed', seed, '--count', count, '--out', folder];
  await promisify(execFile)(process.execPath, [corpus, ...drawing]);

  const started = performance.now();
  const drawn = await readSet(folder);
  const set = values.scans ? await scanSet(folder, drawn, Number(seed)) : drawn;
  const cases = await readAndScore(
    folder,
    set,
    values.keep !== undefined,
    values.scans ? asRead : undefined,
    // A scan takes minutes, and a run of many hours: what was read is said though it ends before its time.
    values.scans
      ? (one) => console.log(`${one.file}, ${one.group}: ${silentOf([one])}`)
      : undefined,
  );
  const seconds = (performance.now() - started) / 1000;

  const tally = total(cases);
  console.log(tablesOf(cases));
  const read = cases.reduce((sum, one) => sum + one.sheets, 0);
  const each = (seconds / read).toFixed(3);
  const cores = availableParallelism();
  console.log(
    `\nseed ${seed}: ${read} sheets in ${seconds.toFixed(1)} s on ${cores} cores: ${each} s per sheet`,
  );
  console.log(silentOf(cases));
  const right = counted(tally, 'warned', 'right') + counted(tally, 'alarms', 'right');
  const all = right + counted(tally, 'alarms', 'invented');
  console.log(
    `${right} of ${all} warnings are right: deserved by the paper, or telling of a fault`,
  );
  const faults = worst(cases, cases.length, 6);
  if (faults.length > 0) {
    console.log(['', ...faults].join('\n'));
    console.log(
      `\nagain, with the PDFs: npm run corpus -- --seed ${seed} --count ${count} --keep DIR`,
    );
  }
  const low = broken(tally, bounds);
  if (low.length > 0) {
    console.log(`BELOW: ${low.join('; ')}`);
    process.exitCode = 1;
  }
}

/** Figures that are wrong or superfluous where no warning says so, of all that were read, and those that were not. */
function silentOf(cases: readonly Read[]): string {
  const tally = total(cases);
  const parts = ['cells', 'achievements', 'budget'] as const;
  const isFigure = ({ part }: { readonly part: string }) => parts.some((one) => one === part);
  const faults = tally.faults.filter(isFigure);
  const wrong = faults.filter(({ outcome }) => outcome !== 'missed');
  const all = parts.reduce((sum, part) => sum + counted(tally, part, 'right'), wrong.length);
  const silent = wrong.filter((fault) => fault.silent).length;
  const pages = cases.reduce((sum, one) => sum + one.pages, 0);
  const missed = faults.length - wrong.length;
  return `${silent} of ${all} figures are wrong without a warning, ${missed} more are missed, on ${pages} pages`;
}
