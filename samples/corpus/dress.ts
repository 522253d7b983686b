import type { Dress, Imprint } from '../generator/content.ts';
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

/** What is stamped onto some sheets, near the top. */
export function randomImprint(random: Random): Imprint | null {
  if (!random.chance(0.12)) return null;
  const look = random.pick(['seal', 'frame', 'large'] as const);
  const day = `${random.int(25, 31)}.${random.int(4, 12)}.${random.int(1, 28)}`;
  const lines = {
    seal: random.pick([
      ['収受', day, '企画課'],
      ['汐見県', day],
      ['確認', day, '財政課'],
    ]),
    frame: [random.pick(['速報版', '取扱注意', '会議後回収', `${day}修正`])],
    large: [random.pick(['見本', '写', '未定稿', '案'])],
  }[look];
  return {
    look,
    ink: random.pick(['black', 'red', 'blue']),
    lines,
    size: look === 'large' ? random.int(16, 26) : random.int(7, 10),
    right: random.int(30, 200),
    top: random.int(24, 90),
  };
}
