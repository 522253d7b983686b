import { parseArgs } from 'node:util';
import { BACKENDS } from '../adapters/backends.ts';
import { openUniverse } from '../ingest/world.ts';
import { controlOf, crashTrial } from './crash.ts';
import { disorderTrial, readerTrial } from './delivery.ts';
import { INTERLEAVINGS, orderTrial } from './order.ts';
import { FAULTS } from './proxy.ts';
import { SCENES } from './scenes.ts';

// What is promised of deliveries and crashes, case by case: `node test/faults/run.ts [--seed N] [--rounds N] [--every N] [--adapter NAME]`

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(1 + Math.floor(Math.random() * 1e6)) },
    /** of the trials that are drawn from the seed */
    rounds: { type: 'string', default: '20' },
    /** of the crashes, only one in so many: which ones, the seed decides */
    every: { type: 'string', default: '1' },
    /** sqlite or dynamodb; both where none is given */
    adapter: { type: 'string' },
  },
});
const seed = Number(values.seed);
const every = Number(values.every);
const seeds = Array.from({ length: Number(values.rounds) }, (_, n) => seed + n);
// Every failed delivery is told there, and these are meant to fail.
console.error = () => {};
console.log(`seed ${seed}`);
const adapters = BACKENDS.filter((name) => (values.adapter ?? name) === name);
const all = { ran: 0, held: 0 };

/** Runs each case and says how many there were and how many held. */
async function tally<Case>(
  name: string,
  cases: readonly Case[],
  nameOf: (one: Case) => string,
  trial: (one: Case) => Promise<readonly string[]>,
): Promise<void> {
  let held = 0;
  for (const one of cases) {
    const complaints = await trial(one);
    if (complaints.length === 0) held++;
    else console.log(`  ${nameOf(one)}:\n    ${complaints.slice(0, 3).join('\n    ')}`);
  }
  all.ran += cases.length;
  all.held += held;
  console.log(`${name}: ${cases.length} cases ran, ${held} held`);
}

for (const adapter of adapters) {
  const before = { ...all };
  const universe = await openUniverse(adapter);
  await tally(
    'order of two revisions',
    INTERLEAVINGS,
    ({ name }) => name,
    (one) => orderTrial(universe, one),
  );

  for (const [name, trial] of [
    ['deliveries in disorder', disorderTrial],
    ['a reader beside the writers', readerTrial],
  ] as const) {
    const totals = { deliveries: 0, failures: 0, answers: 0 };
    await tally(
      name,
      seeds,
      (one) => `seed ${one}`,
      async (one) => {
        const { complaints, ...counts } = await trial(universe, one);
        for (const count of ['deliveries', 'failures', 'answers'] as const)
          totals[count] += counts[count];
        return complaints;
      },
    );
    const { deliveries, failures, answers } = totals;
    console.log(
      `  ${deliveries} messages delivered, ${failures} of them failed, ${answers} answers read`,
    );
  }

  for (const scene of SCENES) {
    const control = await controlOf(universe, scene);
    const cases = FAULTS.flatMap((fault) =>
      Array.from({ length: control.calls }, (_, n) => ({ fault, call: n + 1 })),
    ).filter((_, n) => (n + seed) % every === 0);
    await tally(
      `crashes: ${scene.name} (${control.calls} calls, ${FAULTS.length} faults)`,
      cases,
      ({ fault, call }) => `call ${call} ${fault}`,
      ({ fault, call }) => crashTrial(universe, control, call, fault),
    );
  }
  await universe.close();
  console.log(`${adapter}: ${all.ran - before.ran} cases ran, ${all.held - before.held} held`);
}
console.log(`all: ${all.ran} cases ran, ${all.held} held`);
process.exitCode = all.held === all.ran ? 0 : 1;
