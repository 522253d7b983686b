import { z } from '@hono/zod-openapi';
import { LONGEST_QUESTION, Unsearchable } from '../../domain/search/question.ts';
import type { SearchFilters } from '../../store/find-hits.ts';
import type { PageRequest } from '../../store/lists.ts';
import type { Api, QueryPorts } from '../api.ts';
import { everyPage, wholeBySaying } from '../every-page.ts';
import { TABLES } from '../negotiate.ts';
import { phase, SheetParameters } from '../parameters.ts';
import { Problem } from '../problem.ts';
import { Hit } from '../schemas/hit.ts';
import { HitRow, hitRow } from '../schemas/hit-row.ts';
import { addWholeList } from '../whole-list.ts';

const q = z.string().min(1).max(LONGEST_QUESTION).openapi({
  description:
    'Words that must all be found, parted by spaces; a phrase in "…" or 「…」 to the letter. Widths, kana of either kind and forms of a word make no difference.',
  example: '図書館',
});

export function addSearch(app: Api, ports: QueryPorts) {
  const find = async (filters: SearchFilters, request: PageRequest) => {
    try {
      return await ports.store.search(filters, request);
    } catch (error) {
      if (!(error instanceof Unsearchable)) throw error;
      throw new Problem('invalid-parameter', `q: ${error.message}`, 'q');
    }
  };
  addWholeList(app, ports, {
    path: '/v1/search',
    operationId: 'search',
    tag: 'What the sheets say',
    summary: 'By words: items, indicators, goals and titles',
    description: 'Items, indicators, goals and titles of sheets, best first',
    filters: { q, ...SheetParameters, phase },
    item: Hit,
    row: HitRow,
    formats: TABLES,
    page: find,
    whole: (wanted) =>
      wholeBySaying(async function* () {
        const pages = everyPage((request) => find(wanted, request));
        for await (const hits of pages) yield hits.map(hitRow);
      }),
  });
}
