import { DisjointSets } from '../disjoint-sets.ts';
import type { Rule } from '../pdf/page.ts';
import { TOLERANCES } from './tolerances.ts';

/** A rule by the coordinate it keeps and the stretch it covers: y and x0–x1, or x and y0–y1. */
export type RuleStretch = { at: number; from: number; to: number };

export type Ruling = { horizontal: RuleStretch[]; vertical: RuleStretch[] };

/** Ruling lines by direction, pieces joined; `dots` are specks of ink that may line up to a dotted rule. */
export function sortRules(rules: readonly Rule[], dots: readonly Rule[] = []): Ruling {
  const horizontal: RuleStretch[] = [];
  const vertical: RuleStretch[] = [];
  for (const { x0, y0, x1, y1 } of rules) {
    if (x1 - x0 >= y1 - y0) horizontal.push({ at: y0, from: x0, to: x1 });
    else vertical.push({ at: x0, from: y0, to: y1 });
  }
  return {
    horizontal: joinLevel([...horizontal, ...dotted(dots.map(across))]),
    vertical: joinLevel([...vertical, ...dotted(dots.map(down))]),
  };
}

const across = ({ x0, y0, x1, y1 }: Rule): RuleStretch => ({ at: (y0 + y1) / 2, from: x0, to: x1 });
const down = ({ x0, y0, x1, y1 }: Rule): RuleStretch => ({ at: (x0 + x1) / 2, from: y0, to: y1 });

/** Rows of specks that are long enough to be a rule. */
function dotted(dots: readonly RuleStretch[]): RuleStretch[] {
  return joinLevel(dots).filter(({ from, to }) => to - from >= TOLERANCES.dotted);
}

/** Overlapping, touching or dashed pieces on one level become one stretch. */
export function joinLevel(stretches: readonly RuleStretch[]): RuleStretch[] {
  const joined: RuleStretch[] = [];
  for (const level of levels(stretches, 0.7)) {
    const sorted = level.sort((a, b) => a.from - b.from);
    let open: RuleStretch | null = null;
    for (const piece of sorted) {
      if (open && piece.from <= open.to + TOLERANCES.gap) {
        open.to = Math.max(open.to, piece.to);
      } else {
        open = { ...piece };
        joined.push(open);
      }
    }
  }
  return joined;
}

/** Stretches in groups whose levels lie within `reach` of the first of the group. */
function levels(stretches: readonly RuleStretch[], reach: number): RuleStretch[][] {
  const groups: RuleStretch[][] = [];
  for (const stretch of [...stretches].sort((a, b) => a.at - b.at)) {
    const last = groups.at(-1);
    const first = last?.[0];
    if (last && first && stretch.at - first.at <= reach) last.push(stretch);
    else groups.push([stretch]);
  }
  return groups;
}

/** Rulings whose lines touch one another, each a table, a box or a single line. */
export function connected(ruling: Ruling): Ruling[] {
  const { horizontal, vertical } = ruling;
  const sets = new DisjointSets();
  for (const _ of [...horizontal, ...vertical]) sets.add();
  const byX = vertical
    .map((v, i) => ({ ...v, node: horizontal.length + i }))
    .sort((a, b) => a.at - b.at);
  horizontal.forEach((h, i) => {
    for (let k = firstAtLeast(byX, h.from - TOLERANCES.touch); k < byX.length; k++) {
      const v = byX[k] as (typeof byX)[number];
      if (v.at > h.to + TOLERANCES.touch) break;
      if (h.at >= v.from - TOLERANCES.touch && h.at <= v.to + TOLERANCES.touch) {
        sets.join(v.node, i);
      }
    }
  });
  const parts = new Map<number, Ruling>();
  const part = (node: number): Ruling => {
    const r = sets.root(node);
    const found = parts.get(r) ?? { horizontal: [], vertical: [] };
    parts.set(r, found);
    return found;
  };
  for (const [i, h] of horizontal.entries()) part(i).horizontal.push(h);
  for (const [i, v] of vertical.entries()) part(horizontal.length + i).vertical.push(v);
  return [...parts.values()];
}

function firstAtLeast(sorted: readonly { at: number }[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((sorted[mid]?.at ?? Infinity) < value) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** The distinct levels of a ruling: a double rule, or a border drawn twice, is one. */
export function gridLines(values: readonly number[]): number[] {
  const groups: number[][] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    const last = groups.at(-1);
    const previous = last?.at(-1);
    const first = last?.[0];
    if (
      last &&
      previous !== undefined &&
      first !== undefined &&
      value - previous <= TOLERANCES.snap &&
      value - first <= TOLERANCES.smallestCell
    ) {
      last.push(value);
    } else groups.push([value]);
  }
  return groups.map((group) => group.reduce((sum, v) => sum + v, 0) / group.length);
}
