import type { Hit } from '../../lambdas/store/search/find-hits.ts';
import { type Library, searchPath } from './library.ts';
import { type Question, questions } from './queries.ts';

export interface Judged {
  readonly question: Question;
  /** of the first answer among the hits, from 1; null where there is none. For nothing asked and found: 1. */
  readonly rank: number | null;
  readonly hits: readonly Hit[];
}

/** Asks every question and looks for its answer among the first ten hits. */
export async function judge(library: Library): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const question of questions) {
    const path = searchPath(question.q, { ...question.filters, limit: 10 });
    const hits: Hit[] = (await library.json(path)).items;
    judged.push({ question, rank: rankOf(question, hits), hits });
  }
  return judged;
}

function rankOf({ answer }: Question, hits: readonly Hit[]): number | null {
  if (answer === null) return hits.length === 0 ? 1 : null;
  const at = hits.findIndex(
    ({ kind, sheet, text }) =>
      (answer.kind === undefined || answer.kind === kind) &&
      (answer.sheet === undefined || answer.sheet.test(sheet.id)) &&
      answer.text.test(text),
  );
  return at < 0 ? null : at + 1;
}

export const hitRate = (judged: readonly Judged[]): number =>
  judged.filter(({ rank }) => rank !== null).length / judged.length;
