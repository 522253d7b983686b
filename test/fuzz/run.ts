import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Case, fuzz, holds } from './fuzz.ts';

/**
 * `npm run fuzz`: mutants of the samples through `parse`, in the reading process. `--seed N --count N`, `--case N` for
 * one alone, `--keep DIR` to write those that do not hold.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Math.floor(Date.now() / 1000) % 1_000_000) },
    count: { type: 'string', default: '20000' },
    case: { type: 'string' },
    keep: { type: 'string' },
  },
});
const seed = Number(values.seed);
const numbers =
  values.case === undefined
    ? Array.from({ length: Number(values.count) }, (_, n) => n)
    : [Number(values.case)];

const KINDS = ['refused', 'same', 'found', 'silent', 'failed'] as const;
const tally = new Map<string, Record<(typeof KINDS)[number], number>>();
const broken: Case[] = [];
const started = performance.now();
let count = 0;
await fuzz(seed, numbers, (one) => {
  const row = `${one.mutant.damage ? 'damage' : 'change'}  ${one.mutation}`;
  const counts = tally.get(row) ?? { refused: 0, same: 0, found: 0, silent: 0, failed: 0 };
  counts[one.verdict.kind]++;
  tally.set(row, counts);
  if (!holds(one)) broken.push(one);
  if (++count % 50 === 0) process.stderr.write(`\r${count} of ${numbers.length}`);
});
process.stderr.write('\n');

console.log(`${''.padEnd(46)}${KINDS.map((kind) => kind.padStart(8)).join('')}`);
for (const [row, counts] of [...tally].sort(([a], [b]) => (a < b ? 1 : -1))) {
  console.log(row.padEnd(46) + KINDS.map((kind) => String(counts[kind]).padStart(8)).join(''));
}
for (const { number, mutation, seed: name, verdict, mutant } of broken.slice(0, 40)) {
  const error = verdict.kind === 'failed' ? `: ${verdict.error}` : '';
  console.log(`case ${number}: ${name}, ${mutation}: ${verdict.kind}${error}`);
  if (values.keep === undefined) continue;
  mkdirSync(values.keep, { recursive: true });
  writeFileSync(join(values.keep, `${seed}-${number}.pdf`), mutant.bytes);
}
const seconds = (performance.now() - started) / 1000;
console.log(
  `seed ${seed}: ${count} mutants in ${seconds.toFixed(0)} s, ${count - broken.length} held:` +
    ' a valid record or a code each, and no damaged file that seems whole',
);
if (broken.length > 0) process.exitCode = 1;
