import type { Indicator } from '../../parsers/records/indicator.ts';
import { nameKey } from '../domain/series/id.ts';
import { similarity } from '../domain/series/match.ts';

type Pair = { readonly from: Indicator; readonly to: Indicator };
type Pairing = {
  readonly pairs: readonly Pair[];
  readonly dropped: readonly Indicator[];
  readonly added: readonly Indicator[];
};

/** Names that differ more are not taken for one, whatever else speaks for it. */
const MIN_SIMILARITY = 0.5;

/**
 * The indicators of two years' sheets side by side: those of one name and place, then of one name, then renamed ones,
 * which share a figure of the same year and type and much of their name.
 */
export function pairIndicators(before: readonly Indicator[], after: readonly Indicator[]): Pairing {
  const pairs: Pair[] = [];
  const [left, right] = [new Set(before), new Set(after)];
  const pair = (alike: (from: Indicator, to: Indicator) => boolean) => {
    for (const to of right) {
      const from = [...left].find((one) => alike(one, to));
      if (!from) continue;
      pairs.push({ from, to });
      left.delete(from);
      right.delete(to);
    }
  };
  const sameName = (from: Indicator, to: Indicator) => nameKey(from.name) === nameKey(to.name);
  const samePlace = (from: Indicator, to: Indicator) =>
    from.initiative === to.initiative &&
    from.level === to.level &&
    (from.path ?? []).join() === (to.path ?? []).join();
  pair((from, to) => sameName(from, to) && samePlace(from, to));
  pair(sameName);
  pair(
    (from, to) =>
      similarity(from.name, to.name) >= MIN_SIMILARITY &&
      samePlace(from, to) &&
      shareFigure(from, to),
  );
  return {
    pairs: pairs.toSorted((a, b) => after.indexOf(a.to) - after.indexOf(b.to)),
    dropped: before.filter((one) => left.has(one)),
    added: after.filter((one) => right.has(one)),
  };
}

const shareFigure = (from: Indicator, to: Indicator): boolean =>
  from.values.some(
    (was) =>
      was.value !== null &&
      to.values.some(
        (is) => is.fiscalYear === was.fiscalYear && is.type === was.type && is.value === was.value,
      ),
  );
