/**
 * What a backfill costs: `node test/bench/backfill.ts [--count 500] [--seed N] [--general]` draws sheets (of formats, or of
 * forms that no spec knows), adds bad files, takes
 * each stage by itself (opening, uploading, reading on one core and on all, storing) and then the whole run, and tells
 * what a sheet costs in items, bytes and write units. docs/scale.md reckons with these figures.
 */
import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { countsOf } from '../../cli/backfill/account.ts';
import { type OpenedFile, openFile } from '../../cli/backfill/file.ts';
import { filesUnder } from '../../cli/backfill/sources.ts';
import { uploadAll } from '../../cli/backfill/upload.ts';
import { withStack } from '../../cli/local.ts';
import { sandboxBoundsOf } from '../../lambdas/reader/limits.ts';
import { resources } from '../../lambdas/reader/resources.ts';
import { type ReadPdf, sandboxedReader } from '../../lambdas/reader/sandbox.ts';
import { parse } from '../../parsers/parse.ts';
import type { DocumentRecord } from '../../parsers/records/document.ts';
import { Refusal } from '../../parsers/records/refusal.ts';
import { openMetered } from './metered.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '500' },
    bad: { type: 'string', default: '30' },
    general: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(Math.floor(Date.now() / 1000) % 1_000_000) },
  },
});
const SLICE = 100;
const BAD = ['truncated', 'password', 'picture-only', 'business-letter', 'not-a-pdf', 'blank-page'];

const dir = await mkdtemp(join(tmpdir(), 'shisaku-bench-'));
try {
  const folder = join(dir, 'in');
  await draw(folder);
  const seen = await filesUnder([folder]);
  const cores = availableParallelism();
  const load = loadavg().map((one) => one.toFixed(1));
  console.log(
    `${seen.length} files, seed ${values.seed}, ${cores} cores, load ${load.join(' ')}\n`,
  );

  const [opening, opened] = await timed(() => Promise.all(seen.map((one) => openFile(one, 1e8))));
  const files = opened.filter((one): one is OpenedFile => 'bytes' in one);
  const cpu = await cpuTime(files);
  const { oneCore, allCores, records } = await readBothWays(files, cores);
  const metered = await openMetered(dir);
  const [uploading] = await timed(async () => {
    for (const { key, bytes } of files) await metered.put(key, bytes);
  });
  const [storing] = await timed(async () => {
    for (const { file, record } of records) await metered.store(file, record);
  });
  const stages = { opening, uploading, 'reading, all cores': allCores, storing };
  const sum = Object.values(stages).reduce((a, b) => a + b);

  const stop = new AbortController().signal;
  const where = { data: join(dir, 'whole'), log: console.error };
  const [whole, accounts] = await timed(() =>
    withStack(where, (local) =>
      Array.fromAsync(uploadAll(seen, local, { width: 64, resume: false, stop })),
    ),
  );

  const row = (name: string, ms: number) =>
    console.log(
      `${name.padEnd(20)} ${(ms / 1000).toFixed(1).padStart(7)} s ${(ms / seen.length).toFixed(0).padStart(6)} ms a file ${((ms / sum) * 100).toFixed(0).padStart(4)} %`,
    );
  for (const [name, ms] of Object.entries(stages)) row(name, ms);
  row('one after the other', sum);
  row('the whole run', whole);
  console.log(
    `\nreading takes ${cpu.toFixed(0)} ms of CPU time a file, whatever else the machine does`,
  );
  console.log(
    `reading on one core ${(oneCore / 1000).toFixed(1)} s, on ${cores} ${(allCores / 1000).toFixed(1)} s: ${(oneCore / allCores).toFixed(2)} times as fast`,
  );

  const counts = countsOf(accounts);
  const told = Object.entries(counts).map(([outcome, number]) => `${number} ${outcome}`);
  const all = Object.values(counts).reduce((a, b) => a + b);
  console.log(`${told.join(', ')}: ${all} of ${seen.length} files`);
  if (all !== seen.length || counts.failed > 0 || counts.rejected !== Number(values.bad)) {
    console.log('NOT every file is accounted for as it should be');
    process.exitCode = 1;
  }
  console.log(`\n${await metered.perSheet(records.flatMap(({ record }) => record?.sheets ?? []))}`);
  await metered.close();
} finally {
  await rm(dir, { recursive: true });
}

async function draw(folder: string): Promise<void> {
  const { seed, count } = values;
  const script = values.general ? ['samples/forms.ts', '--composed'] : ['samples/corpus.ts'];
  const drawing = [...script, '--seed', seed, '--count', count, '--out', folder];
  await promisify(execFile)(process.execPath, drawing);
  for (const name of await readdir(folder, { recursive: true })) {
    if (/\.(?!pdf$)[a-z]+$/.test(name)) await rm(join(folder, name));
  }
  await mkdir(join(folder, 'bad'));
  for (let n = 0; n < Number(values.bad); n++) {
    const name = BAD[n % BAD.length] ?? '';
    const path = join(folder, 'bad', `${name} ${n}.pdf`);
    await copyFile(`test/fixtures/${name}.pdf`, path);
    // What follows the end of a PDF says nothing, but makes it another file.
    await writeFile(path, `\n% ${n}\n`, { flag: 'a' });
  }
}

type Read = { readonly file: OpenedFile; readonly record: DocumentRecord | null };

/** A slice on one core, the same on all, and the next: whatever else the machine does falls on both alike. */
async function readBothWays(files: readonly OpenedFile[], cores: number) {
  const read = sandboxedReader(cores, sandboxBoundsOf(process.env));
  await readAll(files.slice(0, 10 * cores), cores, read);
  let [oneCore, allCores] = [0, 0];
  const records: Read[] = [];
  for (let from = 0; from < files.length; from += SLICE) {
    const slice = files.slice(from, from + SLICE);
    const paths = slice.map(({ path }) => path);
    const script = fileURLToPath(new URL('./one-core.ts', import.meta.url));
    const pinned = ['-c', '0', process.execPath, script, ...paths];
    oneCore += Number((await promisify(execFile)('taskset', pinned)).stdout);
    const [ms, results] = await timed(() => readAll(slice, cores, read));
    allCores += ms;
    records.push(...results);
  }
  return { oneCore, allCores, records };
}

/** Milliseconds that the processor works on one of the files that can be read, once everything is warm. */
async function cpuTime(files: readonly OpenedFile[]): Promise<number> {
  const readable = files.filter(({ path }) => !path.includes('bad')).slice(0, 40);
  const read = async () => {
    for (const { bytes } of readable) await parse(new Uint8Array(bytes), resources);
  };
  await read();
  const before = process.cpuUsage();
  await read();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / readable.length;
}

async function readAll(
  files: readonly OpenedFile[],
  cores: number,
  read: ReadPdf,
): Promise<Read[]> {
  const results: Read[] = [];
  const queue = files.values();
  const work = async () => {
    for (const file of queue) {
      const record = await read(file.bytes).catch((error: unknown) => {
        if (error instanceof Refusal) return null;
        throw error;
      });
      results.push({ file, record });
    }
  };
  await Promise.all(Array.from({ length: cores }, work));
  return results;
}

async function timed<T>(work: () => Promise<T>): Promise<[ms: number, result: T]> {
  const began = performance.now();
  const result = await work();
  return [performance.now() - began, result];
}
