import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { sandboxBoundsOf } from '../../lambdas/reader/limits.ts';
import { READER_FLAGS, sandboxedReader } from '../../lambdas/reader/sandbox.ts';
import { ALLOWED, HARMLESS, HOSTILE } from './hostile.ts';
import { MB } from './pdf.ts';
import { PAGES, PICTURES } from './pictures.ts';
import { tryFile } from './trial.ts';

/**
 * `npm run bounds`: reads every hostile file with the bounds of the environment, and a sheet beside each.
 * `--only TEXT` for those whose name has it. `--scans`: pages of pixels that are no text, and how the memory grows with the
 * pages of a scanned book.
 */
const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, scans: { type: 'boolean', default: false } },
});
const bounds = sandboxBoundsOf(process.env);
/** What reading may take: of scans what their pages add, and twice the memory. */
const { seconds: SECONDS, peak: PEAK } = values.scans
  ? {
      seconds: (bounds.timeoutMs + PAGES * bounds.scanPageMs) / 1000,
      peak: (2 * bounds.maxMemory) / MB,
    }
  : { seconds: 60, peak: 1024 };

const read = sandboxedReader(1, bounds);
const serve = sandboxedReader(1, bounds);
const sheet = readFileSync('samples/shiomi-2014-kyoso-5.pdf');
const codes: ReadonlySet<string> = new Set([...ALLOWED, ...HARMLESS, 'read']);

const chosen = (values.scans ? PICTURES : HOSTILE).filter(({ name }) => name.includes(values.only));
let held = 0;
let served = 0;
let slowest = 0;
let largest = 0;
for (const { name, make } of chosen) {
  const trying = tryFile(read, await make());
  const answers = await Promise.all([trying, serve(new Uint8Array(sheet))]);
  const [{ outcome, message, seconds, peak }, { sheets }] = answers;
  const holds = codes.has(outcome) && seconds <= SECONDS && (peak ?? 0) <= PEAK;
  if (holds) held++;
  if (sheets.length === 1) served++;
  slowest = Math.max(slowest, seconds);
  largest = Math.max(largest, peak ?? 0);
  const figures = `${seconds.toFixed(1).padStart(5)} s ${String(peak ?? '?').padStart(5)} MB`;
  console.log(
    `${holds ? ' ' : '!'} ${figures}  ${outcome.padEnd(19)} ${name}${message && `: ${message}`}`,
  );
}
console.log(
  `${chosen.length} hostile files: ${held} held (a code within ${SECONDS} s and ${PEAK} MB;` +
    ` slowest ${slowest.toFixed(1)} s, largest ${largest} MB), ${served} sheets read beside them`,
);
if (held < chosen.length || served < chosen.length) process.exitCode = 1;
if (values.scans) readBook(100);

/** A scanned book, drawn by one process and read by another that is as small as a reading begins. */
function readBook(pages: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'book-'));
  const self = fileURLToPath(new URL('book.ts', import.meta.url));
  const run = (...args: string[]) =>
    execFileSync(process.execPath, [...READER_FLAGS, self, ...args], { stdio: 'inherit' });
  try {
    run(join(folder, 'book.pdf'), String(pages));
    run(join(folder, 'book.pdf'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
