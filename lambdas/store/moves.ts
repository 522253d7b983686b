import type { Rows } from '../ports/records.ts';
import { findMoves, type Moves } from './find-series.ts';
import type { NameLookup } from './names.ts';

type Named = Omit<NameLookup, 'group'>;

/** Looks up the moves of names; the same again are not worked out again for as long as nothing is written. */
export function openMoves(rows: Rows): (names: readonly Named[]) => Promise<Moves> {
  let known = new Map<string, ReturnType<typeof findMoves>>();
  let then: string | undefined;
  const movesOf = (name: Named) => {
    const at = `${name.publisher}\n${name.key}`;
    const moves = known.get(at) ?? findMoves(rows, [name]);
    // What failed is asked for again.
    moves.catch(() => known.delete(at));
    known.set(at, moves);
    return moves;
  };
  return async (names) => {
    const now = rows.moment?.();
    if (now === undefined) return new Map(await findMoves(rows, names));
    if (now !== then) known = new Map();
    then = now;
    return new Map((await Promise.all(names.map(movesOf))).flat());
  };
}
