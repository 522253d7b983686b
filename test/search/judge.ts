import type { Hit } from '../../lambdas/domain/search/hit.ts';
import { type Unit, unitsOf } from '../../lambdas/domain/search/units.ts';
import type { SheetRecord } from '../../parsers/records/sheet.ts';
import { searchPath } from './library.ts';
import { type Answer, type Question, questions } from './queries.ts';

export interface Judged {
  readonly question: Question;
  /** of the first answer among the first ten hits, from 1; null where there is none. Of nothing, asked and found: 1. */
  readonly rank: number | null;
}

/** Asks every question that these sheets answer, or that nothing answers. */
export async function judge(
  sheets: readonly SheetRecord[],
  // biome-ignore lint/suspicious/noExplicitAny: the answer is what is judged
  json: (path: string) => Promise<any>,
): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const question of questions.filter((one) => isAnswered(one, sheets))) {
    const path = searchPath(question.q, { ...question.filters, limit: 10 });
    const { items } = await json(path);
    judged.push({ question, rank: rankOf(question, items) });
  }
  return judged;
}

export const hitRate = (judged: readonly Judged[]): number =>
  judged.filter(({ rank }) => rank !== null).length / judged.length;

function rankOf({ answer }: Question, hits: readonly Hit[]): number | null {
  if (answer === null) return hits.length === 0 ? 1 : null;
  const at = hits.findIndex(({ kind, sheet, text }) => answers(answer, kind, sheet.id, text));
  return at < 0 ? null : at + 1;
}

function isAnswered({ answer, filters = {} }: Question, sheets: readonly SheetRecord[]): boolean {
  if (answer === null) return true;
  const fits = (of: object) =>
    Object.entries(filters).every(([name, value]) =>
      name in of ? of[name as keyof typeof of] === value : true,
    );
  return sheets.filter(fits).some((sheet) =>
    unitsOf(sheet)
      .filter((unit: Unit) => unit.phase === null || fits(unit))
      .some(({ kind, texts }) => texts.some(({ text }) => answers(answer, kind, sheet.id, text))),
  );
}

const answers = (answer: Answer, kind: Unit['kind'], sheetId: string, text: string): boolean =>
  (answer.kind === undefined || answer.kind === kind) &&
  (answer.sheet === undefined || answer.sheet.test(sheetId)) &&
  answer.text.test(text);
