import type { Random } from '../../generator/random.ts';
import type { Form } from '../form.ts';
import { blocks } from './blocks.ts';
import { board } from './board.ts';
import { grant } from './grant.ts';
import { kpiList } from './kpi-list.ts';
import { policy } from './policy.ts';
import { reform } from './reform.ts';
import { results } from './results.ts';
import { review } from './review.ts';
import { service } from './service.ts';
import { twoPages } from './two-pages.ts';
import { ward } from './ward.ts';

/** Forms as governments publish them, each under the short name that its files have. */
export const KINDS: Readonly<Record<string, (random: Random) => Form>> = {
  review,
  kpiList,
  policy,
  blocks,
  results,
  reform,
  grant,
  twoPages,
  ward,
  board,
  service,
};
