import type { ListedSheet, RevisedSheet } from '../../lambdas/domain/summary.ts';
import { publisherByCode } from '../../parsers/publishers/publishers.ts';
import type { View } from '../view.ts';
import { fiscalYearWords } from '../words/dates.ts';
import type { PageLanguage } from '../words/words.ts';

/** What slugs stand for. */
export interface Names {
  publisher(slug: string): string;
  program(slug: string): string;
}

/** From the sheets: a publisher's name is the register's, else as one of its sheets prints it. */
export async function namesIn(
  { ask }: Pick<View, 'ask'>,
  sheets: readonly ListedSheet[],
): Promise<Names> {
  const publishers = new Map<string, string>();
  const programs = new Map<string, string>();
  for (const { id, publisher, program, programName } of sheets) {
    if (program !== null) programs.set(program, programName);
    if (publishers.has(publisher)) continue;
    const known = publisherByCode(publisher)?.name;
    publishers.set(publisher, known ?? (await printedName(ask, id)) ?? publisher);
  }
  return {
    publisher: (slug) => publishers.get(slug) ?? slug,
    program: (slug) => programs.get(slug) ?? slug,
  };
}

/** A value that a list is narrowed down to, as people say it. */
export function filterTold(
  property: string,
  value: string,
  names: Names,
  language: PageLanguage,
): string {
  if (property === 'fiscalYear') return fiscalYearWords(Number(value), language);
  if (property === 'publisher' || property === 'program') return names[property](value);
  return value;
}

const printedName = async (ask: View['ask'], id: string): Promise<string | null> =>
  (await ask.one<RevisedSheet>(`/v1/sheets/${encodeURIComponent(id)}`)).publisherName;
