import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { randomFrom } from '../faults/random.ts';
import { startStackProcess } from '../faults/stack-process.ts';
import { reconcile } from './accounts.ts';
import { drawFiles } from './files.ts';
import { type Sample, slope, watchMemory } from './memory.ts';
import { startQueries } from './queries.ts';
import { ADAPTERS, type Adapter, openTable } from './tables.ts';
import { startUploads } from './uploads.ts';

// The embedded stack under uploads, removals, bad files and queries at once, over SQLite and DynamoDB or one of them:
// `node test/soak/run.ts [--minutes 10] [--seed N] [--adapter NAME]`

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    adapter: { type: 'string', default: '' },
    seed: { type: 'string', default: String(Math.floor(Date.now() / 1000) % 100_000) },
  },
});
const minutes = Number(values.minutes);
const seed = Number(values.seed);
console.log(`seed ${seed}, ${minutes} minutes`);

const dir = await mkdtemp(join(tmpdir(), 'shisaku-soak-'));
await mkdir(join(dir, 'files'));
const files = await drawFiles(seed, join(dir, 'files'));
try {
  for (const adapter of ADAPTERS.filter((one) => one.includes(values.adapter))) {
    console.log(`${adapter}:`);
    const complaints = await soak(adapter, join(dir, adapter));
    const holds = complaints.length === 0;
    console.log(holds ? 'all of it holds' : `DOES NOT HOLD:\n${complaints.join('\n')}`);
    if (!holds) process.exitCode = 1;
  }
} finally {
  await rm(dir, { recursive: true });
}

/** @returns what does not hold */
async function soak(adapter: Adapter, data: string): Promise<string[]> {
  const table = await openTable(adapter, data);
  const stack = await startStackProcess(data, { options: table.options });
  try {
    const memory = watchMemory(stack.pid);
    const uploads = startUploads(stack.s3, files, randomFrom(seed));
    const queries = [1, 2].map((n) => startQueries(stack, randomFrom(seed + n)));
    await pause(minutes * 60_000);
    const ledger = await uploads.stop();
    const asked = await Promise.all(queries.map((one) => one.stop()));
    const samples = memory.stop();
    while (!(await stack.json('/stack')).idle) await pause(200);

    const { counts, complaints } = await reconcile(stack, data, await table.rows(), ledger);
    console.log(counts);
    console.log(`${asked.reduce((sum, one) => sum + one.asked, 0)} questions answered`);
    console.log(memoryLine('stack', samples, ({ stack }) => stack));
    console.log(memoryLine('readers', samples, ({ readers }) => readers));
    return [...complaints, ...asked.flatMap((one) => one.complaints)];
  } finally {
    await stack.stop();
    await table.close();
  }
}

/** The first third is warming up. */
function memoryLine(who: string, samples: readonly Sample[], of: (one: Sample) => number): string {
  const warm = samples.filter(({ at }) => at > minutes / 3);
  const perMinute = slope(warm.map((one) => [one.at, of(one)]));
  const first = of(warm[0] ?? { at: 0, stack: 0, readers: 0 });
  const last = of(warm.at(-1) ?? { at: 0, stack: 0, readers: 0 });
  const most = Math.max(...samples.map(of));
  return `memory of the ${who}: ${perMinute.toFixed(2)} MB per minute after ${(minutes / 3).toFixed(1)} minutes; ${first.toFixed(0)} MB then, ${last.toFixed(0)} MB at the end, ${most.toFixed(0)} MB at most`;
}
