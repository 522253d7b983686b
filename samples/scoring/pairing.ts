/** A thing of the truth and its partner in the output; null on the side that lacks it. */
export type Pair<T, O> = readonly [T, O] | readonly [T, null] | readonly [null, O];

/** How well two things fit; 0 where they do not. */
export type Fit<T, O> = (truth: T, output: O) => number;

/** Brings together what fits best, each thing at most once; a later fit only sees what the earlier ones left. */
export function paired<T, O>(
  truth: readonly T[],
  output: readonly O[],
  ...fits: readonly Fit<T, O>[]
): Pair<T, O>[] {
  const missed = new Set(truth.keys());
  const invented = new Set(output.keys());
  const partner = new Map<number, number>();
  for (const howWell of fits) {
    const candidates = [...missed].flatMap((t) =>
      [...invented].map((o) => ({ t, o, degree: howWell(truth[t] as T, output[o] as O) })),
    );
    const fitting = candidates.filter(({ degree }) => degree > 0);
    for (const { t, o } of fitting.sort((a, b) => b.degree - a.degree)) {
      if (!missed.has(t) || !invented.has(o)) continue;
      partner.set(t, o);
      missed.delete(t);
      invented.delete(o);
    }
  }
  return [
    ...truth.map((one, t): Pair<T, O> => {
      const o = partner.get(t);
      return o === undefined ? [one, null] : [one, output[o] as O];
    }),
    ...[...invented].map((o): Pair<T, O> => [null, output[o] as O]),
  ];
}
