import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { BACKENDS } from '../adapters/backends.ts';
import { openUniverse } from '../ingest/world.ts';
import { controlOf, crashTrial } from './crash.ts';
import { disorderTrial, readerTrial } from './delivery.ts';
import { INTERLEAVINGS, orderTrial } from './order.ts';
import { FAULTS } from './proxy.ts';
import { SCENES } from './scenes.ts';

/** A few of the cases that `npm run faults` has, the same every time. */
const seed = 2013;

describe.each(BACKENDS)('%s', (adapter) => {
  let universe: Awaited<ReturnType<typeof openUniverse>>;
  beforeAll(async () => {
    universe = await openUniverse(adapter);
    vi.spyOn(console, 'error').mockReturnValue();
  });
  afterAll(() => universe.close());

  test('two revisions of a sheet end in one order, whatever order their events come in', async () => {
    for (const one of INTERLEAVINGS.filter((_, n) => (n + seed) % 16 === 0)) {
      expect(await orderTrial(universe, one), one.name).toEqual([]);
    }
  });

  test('events three times, shuffled, half of them failing, eight at once: the state of a clean run', async () => {
    const { complaints, failures } = await disorderTrial(universe, seed);
    expect(complaints, `seed ${seed}`).toEqual([]);
    expect(failures).toBeGreaterThan(0);
  });

  test('a reader beside the writers never sees two revisions mixed', async () => {
    const { complaints, answers } = await readerTrial(universe, seed);
    expect(complaints, `seed ${seed}`).toEqual([]);
    expect(answers).toBeGreaterThan(0);
  });

  test.for(SCENES.map((scene, n) => [scene.name, scene, n] as const))(
    '%s meets a fault at a call: each sheet is old or new, and the same event again mends it',
    async ([, scene, place]) => {
      const control = await controlOf(universe, scene);
      for (const [n, fault] of FAULTS.entries()) {
        if ((n + place + seed) % 3 > 0) continue;
        const call = 1 + ((seed * 7 + n * 11) % control.calls);
        expect(await crashTrial(universe, control, call, fault), `call ${call} ${fault}`).toEqual(
          [],
        );
      }
    },
  );
});
