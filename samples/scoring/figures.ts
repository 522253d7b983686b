import { count, type Tally } from './tally.ts';
import type { Part } from './verdict.ts';

/** null: the figure applies to nothing here. */
type Figure = (tally: Tally) => number | null;

const divided = (a: number, b: number) => (b === 0 ? null : a / b);

const share =
  (part: Part): Figure =>
  (tally) => {
    const right = count(tally, part, 'right');
    const faults = tally.faults.filter((fault) => fault.part === part).length;
    return divided(right, right + faults);
  };

const precision =
  (part: Part): Figure =>
  (tally) => {
    const right = count(tally, part, 'right');
    return divided(right, right + count(tally, part, 'wrong') + count(tally, part, 'invented'));
  };

const recall =
  (part: Part): Figure =>
  (tally) => {
    const right = count(tally, part, 'right');
    return divided(right, right + count(tally, part, 'wrong') + count(tally, part, 'missed'));
  };

const f1 =
  (part: Part): Figure =>
  (tally) => {
    const right = 2 * count(tally, part, 'right');
    const wrong = 2 * count(tally, part, 'wrong');
    const either = count(tally, part, 'missed') + count(tally, part, 'invented');
    return divided(right, right + wrong + either);
  };

/** Of the warnings that the output has, those that the paper deserves or that tell of a fault. */
const deserved: Figure = (tally) => {
  const right = count(tally, 'warned', 'right') + count(tally, 'alarms', 'right');
  return divided(right, right + count(tally, 'alarms', 'invented'));
};

/** Shares, 0 to 1. */
export const SHARES: Readonly<Record<string, Figure>> = {
  sheets: f1('sheets'),
  header: share('header'),
  goals: f1('goals'),
  progress: share('progress'),
  indicators: f1('indicators'),
  about: share('about'),
  'cells.p': precision('cells'),
  'cells.r': recall('cells'),
  cells: f1('cells'),
  texts: share('texts'),
  achievements: share('achievements'),
  budget: f1('budget'),
  initiatives: f1('initiatives'),
  'items.p': precision('items'),
  'items.r': recall('items'),
  items: f1('items'),
  phase: share('phase'),
  ordinal: share('ordinal'),
  marker: share('marker'),
  owner: share('owner'),
  boxes: share('boxes'),
  warned: share('warned'),
  deserved,
};

const INVENTIONS: readonly Part[] = ['cells', 'achievements', 'budget'];

/** Counts, best at 0. */
export const COUNTS: Readonly<Record<string, (tally: Tally) => number>> = {
  invented: ({ faults }) =>
    faults.filter(({ part, outcome }) => outcome === 'invented' && INVENTIONS.includes(part))
      .length,
  silent: ({ faults }) => faults.filter(({ silent }) => silent).length,
  alarms: (tally) => count(tally, 'alarms', 'invented'),
  failed: ({ failed }) => failed,
};

/** `cells=0.995,invented=0` as bounds: lowest shares, highest counts. Throws an Error for a name or number that is none. */
export function requirements(text: string): Map<string, number> {
  return new Map(
    text
      .split(',')
      .filter((rule) => rule.trim() !== '')
      .map((rule) => {
        const [name = '', bound = ''] = rule.split('=').map((side) => side.trim());
        if (!(name in SHARES) && !(name in COUNTS)) {
          throw new Error(
            `no figure ${name}: ${[...Object.keys(SHARES), ...Object.keys(COUNTS)].join(', ')}`,
          );
        }
        if (bound === '' || Number.isNaN(Number(bound))) throw new Error(`no number: ${rule}`);
        return [name, Number(bound)] as const;
      }),
  );
}

/** The bounds that a tally breaks, in words. */
export function broken(tally: Tally, bounds: ReadonlyMap<string, number>): string[] {
  return [...bounds].flatMap(([name, bound]) => {
    const counted = COUNTS[name]?.(tally);
    if (counted !== undefined) return counted > bound ? [`${name} ${counted} > ${bound}`] : [];
    const got = SHARES[name]?.(tally) ?? null;
    if (got === null) return [`${name} applies to nothing here`];
    return got < bound ? [`${name} ${got.toFixed(5)} < ${bound}`] : [];
  });
}
