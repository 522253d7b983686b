import { type Comparable, type Match, match } from './match.ts';
import type { Move } from './series.ts';
import type { Thread } from './threads.ts';

export interface Chain {
  readonly threads: readonly [Thread, ...Thread[]];
  readonly moves: Move[];
}

/** The name and the unit alone are just enough; figures that differ are too much against it. */
const ENOUGH = 0.5;

interface Link extends Match {
  readonly from: Thread;
  readonly to: Thread;
}

/**
 * Threads of one name that follow each other: an indicator that moved. Threads that stand side by side in time, and
 * those that could follow two others equally well, stay apart.
 */
export function chainsOf(
  threads: readonly Thread[],
  comparableOf: (thread: Thread) => Comparable,
): Chain[] {
  const sides = new Map(threads.map((thread) => [thread, comparableOf(thread)]));
  const links = threads.flatMap((from) =>
    threads.flatMap((to): Link[] => {
      const [a, b] = [sides.get(from), sides.get(to)];
      if (from.last >= to.first || !a || !b) return [];
      const link = { from, to, ...match(a, b) };
      return link.score >= ENOUGH ? [link] : [];
    }),
  );
  const next = new Map<Thread, Link>();
  for (const from of threads) {
    const link = only(
      links.filter((one) => one.from === from),
      ({ to }) => to,
      nearestAfter,
    );
    if (link) next.set(from, link);
  }
  const moves = new Map<Thread, Link>();
  for (const to of threads) {
    const link = only(
      links.filter((one) => one.to === to),
      ({ from }) => from,
      nearestBefore,
    );
    if (link && next.get(link.from) === link) moves.set(link.from, link);
  }
  const moved = new Set([...moves.values()].map(({ to }) => to));
  return threads.filter((thread) => !moved.has(thread)).map((first) => chainFrom(first, moves));
}

function chainFrom(first: Thread, moves: ReadonlyMap<Thread, Link>): Chain {
  const threads: [Thread, ...Thread[]] = [first];
  const taken: Move[] = [];
  for (let link = moves.get(first); link; link = moves.get(link.to)) {
    const { from, to, score, evidence } = link;
    threads.push(to);
    taken.push({ fiscalYear: to.first, from: from.id, to: to.id, score, evidence });
  }
  return { threads, moves: taken };
}

const nearestAfter = (a: Thread, b: Thread): number => a.first - b.first;
const nearestBefore = (a: Thread, b: Thread): number => b.last - a.last;

/** The nearest in time; of several that stand there side by side the one that more speaks for, if it is one. */
function only(
  links: readonly Link[],
  end: (link: Link) => Thread,
  nearer: (a: Thread, b: Thread) => number,
): Link | undefined {
  const nearest = links.toSorted((a, b) => nearer(end(a), end(b)))[0];
  if (!nearest) return undefined;
  const { first, last } = end(nearest);
  const [best, second] = links
    .filter((link) => end(link).first <= last && end(link).last >= first)
    .toSorted((a, b) => b.score - a.score);
  return best && best.score > (second?.score ?? 0) ? best : undefined;
}
