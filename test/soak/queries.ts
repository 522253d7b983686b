import { pick } from '../faults/random.ts';
import type { StackProcess } from '../faults/stack-process.ts';
import { ask } from '../stack/ask.ts';

const LISTS = [
  '/v1/documents',
  '/v1/documents?status=FAILED',
  '/v1/sheets',
  '/v1/sheets?fiscalYear=2013',
  '/v1/indicators',
  '/v1/indicators?level=activity',
  '/v1/series',
  '/v1/initiatives?phase=result',
  '/v1/observations',
  '/v1/search?q=企業',
  '/v1/search?q=実績 目標',
];

/** Asks for lists, pages on, and opens what it finds, until it is told to stop. */
export function startQueries(stack: StackProcess, random: () => number) {
  let asked = 0;
  const complaints = new Set<string>();
  let on = true;

  const answered = async (path: string, fine: readonly number[] = [200]) => {
    const response = await ask(stack.url(path), { redirect: 'manual' });
    const text = await response.text();
    asked++;
    if (!fine.includes(response.status)) complaints.add(`${path}: ${response.status} ${text}`);
    return response.status === 200 ? JSON.parse(text) : undefined;
  };
  const working = (async () => {
    while (on) {
      const list = pick(LISTS, random);
      const separator = list.includes('?') ? '&' : '?';
      const page = await answered(`${list}${separator}limit=${1 + Math.floor(random() * 100)}`);
      if (page?.nextCursor && random() < 0.5) {
        await answered(`${list}${separator}cursor=${encodeURIComponent(page.nextCursor)}`);
      }
      const ids = (await answered('/v1/sheets'))?.items ?? [];
      if (ids.length === 0) continue;
      const { id } = pick<{ id: string }>(ids, random);
      // What was listed may be gone by now.
      for (const part of ['', '/revisions']) await answered(`/v1/sheets/${id}${part}`, [200, 404]);
      await answered(`/v1/sheets/${id}/pdf`, [303, 404]);
      await new Promise((resolve) => setTimeout(resolve, random() * 100));
    }
  })();
  return {
    async stop() {
      on = false;
      await working;
      return { asked, complaints: [...complaints] };
    },
  };
}
