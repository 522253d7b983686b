import { parseArgs } from 'node:util';
import { broken, requirements } from './figures.ts';
import { type Case, tablesOf, total, worst } from './report.ts';
import { score } from './score.ts';
import { readOutput, readSet } from './set.ts';

/** Scores the outputs that a tool gave for a set of PDFs: see README.md. */
const { values } = parseArgs({
  options: {
    set: { type: 'string' },
    outputs: { type: 'string' },
    require: { type: 'string', default: '' },
  },
});
try {
  process.exitCode = await main(values.set, values.outputs, requirements(values.require));
} catch (error) {
  process.stderr.write(
    `error: ${error instanceof Error ? error.message : error}\n` +
      'usage: node samples/scoring/main.ts --set DIR --outputs DIR [--require "cells=0.995,…"]\n',
  );
  process.exitCode = 2;
}

/** The exit code: 1 where a bound is broken. */
async function main(
  set: string | undefined,
  outputs: string | undefined,
  bounds: ReadonlyMap<string, number>,
): Promise<number> {
  if (set === undefined || outputs === undefined) throw new Error('--set or --outputs is missing');
  const cases: Case[] = [];
  for (const { file, group, truths } of await readSet(set)) {
    cases.push({ file, group, tally: score(truths, await readOutput(outputs, file)) });
  }
  console.log([tablesOf(cases), '', ...worst(cases, 10, 8)].join('\n'));
  const low = broken(total(cases), bounds);
  if (low.length > 0) console.log(`BELOW: ${low.join('; ')}`);
  return Math.min(low.length, 1);
}
