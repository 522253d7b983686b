import type { Revision } from '../domain/publication.ts';
import type { Rows } from '../ports/records.ts';
import { headsOf } from './heads.ts';
import { historyAround, historyOf } from './history.ts';
import type { DocumentItem } from './items.ts';

export type Outcome = 'created' | 'revised' | 'unchanged';

/**
 * What the upload of a document under a key did: a sheet that nobody had said before, other words than before it, or
 * nothing new. Asked again, the answer is the same for as long as nothing else is uploaded.
 */
export async function outcomeOf(
  rows: Rows,
  { id, stands, told, reading }: DocumentItem,
  key: string,
  time: string,
): Promise<Outcome> {
  const [first] = Object.values(stands).toSorted((a, b) => (a.since < b.since ? -1 : 1));
  // The upload that says whose the sheets are has them read anew.
  const made = told ? { key: told.key, since: told.time } : first;
  if (made?.key !== key || made.since !== time) return 'unchanged';
  const heads = await headsOf(rows, reading?.sheetIds ?? []);
  const histories = [...heads].map(([sheetId, head]) => historyAround(rows, sheetId, head, id));
  return outcomeIn(await Promise.all(histories), id);
}

/** The same, told from the histories of the sheets that the document says. */
export function outcomeIn(histories: readonly (readonly Revision[])[], id: string): Outcome {
  const places = histories.map((history) => {
    const revision = history.findIndex(({ sources }) => sources[0].documentId === id);
    return revision < 0 ? 'unchanged' : revision === 0 ? 'created' : 'revised';
  });
  return (
    places.find((one) => one === 'created') ??
    places.find((one) => one === 'revised') ??
    'unchanged'
  );
}

/** The history of each sheet that has one, by its id. */
export async function findHistories(
  rows: Rows,
  sheetIds: readonly string[],
): Promise<Map<string, readonly Revision[]>> {
  const heads = await headsOf(rows, sheetIds);
  const histories = [...heads].map(
    async ([id, head]) => [id, await historyOf(rows, id, head)] as const,
  );
  return new Map(await Promise.all(histories));
}
