import type { ListedIndicator, ListedSheet } from '../../lambdas/domain/summary.ts';
import type { World } from '../ingest/world.ts';
import { mixture } from './sayings.ts';

export interface Watch {
  /** @returns how many answers were seen and what was wrong with them */
  stop(): Promise<{ answers: number; complaints: string[] }>;
}

/**
 * Asks all the while for every sheet and every list, and checks that each answer says of a sheet what one revision
 * says, all of it. Steady sheets have to be in every answer.
 */
export function watch(world: World, ids: readonly string[], steady: readonly string[]): Watch {
  const complaints = new Set<string>();
  let answers = 0;
  let on = true;

  const see = (what: string, complaint: string | undefined) => {
    if (complaint) complaints.add(`${what}: ${complaint}`);
  };
  const present = (what: string, seen: readonly string[]) => {
    for (const id of steady) if (!seen.includes(id)) see(what, `${id} is missing`);
  };
  const watching = (async () => {
    while (on) {
      for (const id of ids) {
        const sheet = await world.slowJson(`/v1/sheets/${id}`);
        answers++;
        if (sheet.status === undefined) see('record', mixture(sheet, sheet.indicators));
        else if (sheet.status !== 404) see('record', `${id}: ${sheet.status}`);
        else if (steady.includes(id)) see('record', `${id} is missing`);
      }
      const sheets = (await world.slowJson('/v1/sheets')).items;
      answers++;
      for (const sheet of sheets) see('sheets', mixture(sheet));
      present(
        'sheets',
        sheets.map(({ id }: { id: string }) => id),
      );
      const hits: { kind: string; text: string; sheet: ListedSheet }[] = (
        await world.slowJson('/v1/search?q=雇用')
      ).items;
      answers++;
      for (const { kind, text, sheet } of hits) {
        if (kind !== 'sheet') continue;
        see('search', text === sheet.title ? mixture(sheet) : `${sheet.title} is found by ${text}`);
      }
      present(
        'search',
        hits.map(({ sheet }) => sheet.id),
      );
      for (const query of ['', '?name=求人']) {
        const { items } = await world.slowJson(`/v1/indicators${query}`);
        answers++;
        const bySheet = Map.groupBy(items as ListedIndicator[], ({ sheet }) => sheet.id);
        for (const [id, some] of bySheet) {
          const sheets = new Map(some.map(({ sheet }) => [sheet.revision, sheet]));
          if (sheets.size > 1) see(`indicators${query}`, `${id} in ${[...sheets.keys()]}`);
          for (const sheet of sheets.values()) {
            see(`indicators${query}`, mixture(sheet, query === '' ? some : undefined));
          }
        }
        present(`indicators${query}`, [...bySheet.keys()]);
      }
    }
  })();
  return {
    async stop() {
      on = false;
      await watching;
      return { answers, complaints: [...complaints] };
    },
  };
}
