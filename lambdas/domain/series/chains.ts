import { type Comparable, match, type Side, scoreOf, sideOf } from './match.ts';
import type { Move } from './series.ts';
import type { Thread } from './threads.ts';

export interface Chain {
  readonly threads: readonly [Thread, ...Thread[]];
  readonly moves: Move[];
}

/** The name and the unit alone are just enough; figures that differ are too much against it. */
const ENOUGH = 0.5;

interface Sided {
  readonly thread: Thread;
  readonly side: Side;
}

/**
 * Threads of one name that follow each other: an indicator that moved. Threads that stand side by side in time, and
 * those that could follow two others equally well, stay apart.
 */
export function chainsOf(
  threads: readonly Thread[],
  comparableOf: (thread: Thread) => Comparable,
): Chain[] {
  const all = threads.map((thread) => ({ thread, side: sideOf(comparableOf(thread)) }));
  const byFirst = all.toSorted((a, b) => a.thread.first - b.thread.first);
  const byLast = all.toSorted((a, b) => b.thread.last - a.thread.last);
  const next = new Map<Sided, Sided>();
  for (const from of all) {
    const to = only(
      byFirst.filter(({ thread }) => thread.first > from.thread.last),
      ({ side }) => scoreOf(from.side, side),
    );
    if (to) next.set(from, to);
  }
  const following = new Map<Sided, Sided>();
  for (const to of new Set(next.values())) {
    const from = only(
      byLast.filter(({ thread }) => thread.last < to.thread.first),
      ({ side }) => scoreOf(side, to.side),
    );
    if (from && next.get(from) === to) following.set(from, to);
  }
  const moved = new Set(following.values());
  return all.filter((one) => !moved.has(one)).map((first) => chainFrom(first, following));
}

function chainFrom(first: Sided, following: ReadonlyMap<Sided, Sided>): Chain {
  const threads: [Thread, ...Thread[]] = [first.thread];
  const moves: Move[] = [];
  let from = first;
  for (let to = following.get(from); to; to = following.get(from)) {
    const { score, evidence } = match(from.side, to.side);
    const { thread } = to;
    threads.push(thread);
    moves.push({ fiscalYear: thread.first, from: from.thread.id, to: thread.id, score, evidence });
    from = to;
  }
  return { threads, moves };
}

/**
 * The nearest in time, given nearest first, of those for which enough speaks; of several that stand there side by side
 * the one that more speaks for, if it is one.
 */
function only(some: readonly Sided[], score: (one: Sided) => number): Sided | undefined {
  let nearest: Thread | undefined;
  let best: { one: Sided; score: number } | undefined;
  let second = 0;
  for (const one of some) {
    if (nearest && !sideBySide(one.thread, nearest)) break;
    const own = score(one);
    if (own < ENOUGH) continue;
    nearest ??= one.thread;
    if (!best || own > best.score) [best, second] = [{ one, score: own }, best?.score ?? 0];
    else second = Math.max(second, own);
  }
  return best && best.score > second ? best.one : undefined;
}

const sideBySide = (a: Thread, b: Thread): boolean => a.first <= b.last && a.last >= b.first;
