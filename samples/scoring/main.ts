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
if (values.set === undefined || values.outputs === undefined) {
  process.stderr.write(
    'usage: node samples/scoring/main.ts --set DIR --outputs DIR [--require "cells=0.995,…"]\n',
  );
  process.exit(2);
}
const bounds = requirements(values.require);
const cases: Case[] = [];
for (const { file, group, truths } of await readSet(values.set)) {
  cases.push({ file, group, tally: score(truths, await readOutput(values.outputs, file)) });
}
console.log(tablesOf(cases));
for (const line of ['', ...worst(cases, 10, 8)]) console.log(line);
const low = broken(total(cases), bounds);
if (low.length > 0) {
  console.log(`BELOW: ${low.join('; ')}`);
  process.exitCode = 1;
}
