import type { SeriesRow } from '../lambdas/analysis/series-row.ts';
import { matching, queryOf } from './parts/facets.ts';
import type { View } from './view.ts';

export const STATES = ['missed', 'met', 'pending', 'revised', 'mismatch'] as const;
export type State = (typeof STATES)[number];
const NAMES = ['fiscalYear', 'publisher', 'department', 'program', 'name'] as const;

/** Whether a row is in each state. */
export const HOLDS: Readonly<Record<State, (row: SeriesRow) => boolean>> = {
  missed: ({ met }) => met === false,
  met: ({ met }) => met === true,
  pending: ({ status }) => status === 'pending',
  revised: ({ targetRevisedFrom }) => targetRevisedFrom !== null,
  mismatch: ({ check }) => check === 'mismatch',
};

/** The rows that an address asks for, of all series: one indicator in one fiscal year each. */
export async function chosenRows({ ask, here }: Pick<View, 'ask' | 'here'>) {
  const { name, ...query } = queryOf(here, NAMES);
  const state = STATES.find((one) => one === here.searchParams.get('state'));
  const all = await ask.rows<SeriesRow>('/v1/series', { name });
  const inState = (row: SeriesRow) => state === undefined || HOLDS[state](row);
  return { all, shown: all.filter(matching(query)).filter(inState), query, state, name, inState };
}
