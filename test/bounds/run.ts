import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { sandboxBoundsOf } from '../../lambdas/reader/limits.ts';
import { sandboxedReader } from '../../lambdas/reader/sandbox.ts';
import { ALLOWED, HARMLESS, HOSTILE } from './hostile.ts';
import { tryFile } from './trial.ts';

/**
 * `npm run bounds`: reads every hostile file with the bounds of the environment, and a sheet beside each.
 * `--only TEXT` for those whose name has it.
 */
const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
const SECONDS = 60;
const PEAK = 1024;

const bounds = sandboxBoundsOf(process.env);
const read = sandboxedReader(1, bounds);
const serve = sandboxedReader(1, bounds);
const sheet = readFileSync('samples/shiomi-2014-kyoso-5.pdf');
const codes: ReadonlySet<string> = new Set([...ALLOWED, ...HARMLESS, 'read']);

const chosen = HOSTILE.filter(({ name }) => name.includes(values.only));
let held = 0;
let served = 0;
let slowest = 0;
let largest = 0;
for (const { name, make } of chosen) {
  const trying = tryFile(read, make());
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
