import type { Dress } from '../generator/content.ts';
import type { Random } from '../generator/random.ts';
import { DEPARTMENTS } from './vocabulary.ts';

const DEPARTMENT = ['lenticular', 'lenticular', 'round', 'tortoise', 'bare', 'label'] as const;
const VERSIONS = ['（案）', '【速報版】', '〔暫定版〕', '（修正案）'];
const PAPERS = ['資料2-1', '別紙３', '資料No.7', '様式第2号'];

/** Who is in charge, alone or with another department, and how the lines are dressed that open the sheet. */
export function randomDress(
  random: Random,
  first: string,
): { readonly department: string; readonly dress: Dress } {
  const second = random.chance(0.08) ? random.pick(DEPARTMENTS) : first;
  const department = second === first ? first : `${first}、${second}`;
  const dress: Dress = {
    department: random.pick(DEPARTMENT),
    version: random.chance(0.1) ? random.pick(VERSIONS) : null,
    versionBehind: random.pick(['title', 'kind']),
    western: random.chance(0.1),
    paper: random.chance(0.1) ? random.pick(PAPERS) : null,
    cells: random.chance(0.1),
    numberAlone: random.chance(0.15),
  };
  return { department, dress };
}
