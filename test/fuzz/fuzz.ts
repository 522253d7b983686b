import { availableParallelism } from 'node:os';
import { sandboxBoundsOf } from '../../lambdas/reader/limits.ts';
import { sandboxedReader } from '../../lambdas/reader/sandbox.ts';
import { Random } from '../../samples/generator/random.ts';
import { judge, type Verdict } from './judge.ts';
import { MUTATIONS, type Mutant } from './mutations.ts';
import { SEEDS } from './seeds.ts';

export type Case = {
  /** Together with the run's seed it gives the case again. */
  readonly number: number;
  readonly seed: string;
  readonly mutation: string;
  readonly mutant: Mutant;
  readonly verdict: Verdict;
};

/** Whether a case is as it must be: nothing of ours fails, and what is visibly damaged never seems whole. */
export const holds = ({ mutant, verdict }: Case): boolean =>
  verdict.kind !== 'failed' && !(mutant.damage && verdict.kind === 'silent');

/** The mutant of a number: the same for the same seed, whatever else is run. */
export function mutantOf(seed: number, number: number) {
  const random = new Random(seed * 1_000_003 + number);
  for (;;) {
    const one = random.int(0, SEEDS.length - 1);
    const two = random.int(0, SEEDS.length - 1);
    const [source, other] = [SEEDS[one], SEEDS[two]];
    if (!source || !other) continue;
    const [mutation, mutate] = random.pick(Object.entries(MUTATIONS));
    const mutant = mutate(source.bytes, random, other.bytes);
    if (mutant) return { one, two, seed: source.name, mutation, mutant };
  }
}

/** Reads `count` mutants in fenced processes, on all cores. */
export async function fuzz(
  seed: number,
  numbers: Iterable<number>,
  done: (one: Case) => void,
): Promise<void> {
  const size = availableParallelism();
  const read = sandboxedReader(
    size,
    sandboxBoundsOf({ SHISAKU_TIMEOUT_MS: '20000', ...process.env }),
  );
  const originals = await Promise.all(SEEDS.map(({ bytes }) => read(bytes)));
  const queue = numbers[Symbol.iterator]();
  const work = async () => {
    for (let next = queue.next(); !next.done; next = queue.next()) {
      const { one, two, ...made } = mutantOf(seed, next.value);
      const whole = [one, two].flatMap((at) => originals[at] ?? []);
      const verdict = await judge(read, made.mutant.bytes, whole);
      done({ number: next.value, ...made, verdict });
    }
  };
  await Promise.all(Array.from({ length: size }, work));
}
