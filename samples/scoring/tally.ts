import type { Outcome, Part, Verdict } from './verdict.ts';

/** Silent: no warning of the output stands at the place of what is wrong. */
export type Judged = Verdict & { readonly silent: boolean };

/** What was right, counted; what was not, one by one. Tallies of several documents add up. */
export type Tally = {
  readonly documents: number;
  /** Documents without a usable output. */
  readonly failed: number;
  readonly right: ReadonlyMap<Part, number>;
  readonly faults: readonly Judged[];
};

export const NONE: Tally = { documents: 0, failed: 0, right: new Map(), faults: [] };

export function tallyOf(judged: readonly Judged[], failed: boolean): Tally {
  const right = new Map<Part, number>();
  const faults: Judged[] = [];
  for (const one of judged) {
    if (one.outcome === 'right') right.set(one.part, (right.get(one.part) ?? 0) + 1);
    else faults.push(one);
  }
  return { documents: 1, failed: Number(failed), right, faults };
}

export function sum(a: Tally, b: Tally): Tally {
  const right = new Map(a.right);
  for (const [part, count] of b.right) right.set(part, (right.get(part) ?? 0) + count);
  return {
    documents: a.documents + b.documents,
    failed: a.failed + b.failed,
    right,
    faults: [...a.faults, ...b.faults],
  };
}

export function count({ right, faults }: Tally, part: Part, outcome: Outcome): number {
  if (outcome === 'right') return right.get(part) ?? 0;
  return faults.filter((fault) => fault.part === part && fault.outcome === outcome).length;
}
