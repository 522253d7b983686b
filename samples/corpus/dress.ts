import type { Dress } from '../generator/content.ts';
import type { Random } from '../generator/random.ts';
import { DEPARTMENTS } from './vocabulary.ts';

const DEPARTMENT = ['lenticular', 'lenticular', 'round', 'tortoise', 'bare', 'label'] as const;
const VERSIONS = ['（案）', '【速報版】', '〔暫定版〕', '（修正案）'];
const PAPERS = ['資料2-1', '別紙３', '資料No.7', '様式第2号'];

/** How the lines are dressed that open a sheet. */
export function randomDress(random: Random): Dress {
  return {
    department: random.pick(DEPARTMENT),
    version: random.chance(0.1) ? random.pick(VERSIONS) : null,
    versionBehind: random.pick(['title', 'kind']),
    western: random.chance(0.1),
    paper: random.chance(0.1) ? random.pick(PAPERS) : null,
    cells: random.chance(0.1),
    numberAlone: random.chance(0.15),
  };
}

/** One department, or two of them. */
export const departments = (random: Random): string =>
  random.chance(0.08) ? random.some(DEPARTMENTS, 2).join('、') : random.pick(DEPARTMENTS);
