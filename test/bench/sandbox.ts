/**
 * What the sandbox costs: each sample read in the warm reading process, as a ratio to `parse` in this one, in the same
 * run: `node test/bench/sandbox.ts [--rounds N] FILE…`.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { sandboxBoundsOf } from '../../lambdas/reader/limits.ts';
import { resources } from '../../lambdas/reader/resources.ts';
import { sandboxedReader } from '../../lambdas/reader/sandbox.ts';
import { parse } from '../../parsers/parse.ts';

const { values, positionals } = parseArgs({
  options: { rounds: { type: 'string', default: '15' } },
  allowPositionals: true,
});
const files = positionals.map((path) => new Uint8Array(readFileSync(path)));
const read = sandboxedReader(1, sandboxBoundsOf(process.env));
const inside: number[] = [];
const fenced: number[] = [];

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

for (const bytes of files) {
  const pairs: [number, number][] = [];
  for (let round = 0; round < Number(values.rounds); round++) {
    pairs.push([await timed(() => parse(bytes, resources)), await timed(() => read(bytes))]);
  }
  // Of the rounds after the first third, which warms both up.
  const warm = pairs.slice(Math.floor(pairs.length / 3));
  inside.push(median(warm.map(([here]) => here)));
  fenced.push(median(warm.map(([, there]) => there)));
}

const sum = (times: readonly number[]) => times.reduce((all, one) => all + one, 0);
console.log(
  `${files.length} files: ${sum(inside).toFixed(0)} ms in this process, ${sum(fenced).toFixed(0)} ms fenced:` +
    ` ratio ${(sum(fenced) / sum(inside)).toFixed(2)}`,
);

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}
