import { createRoute, z } from '@hono/zod-openapi';
import { LONGEST_QUESTION, Unsearchable } from '../../domain/search/question.ts';
import { answer, listOf } from '../answers.ts';
import type { Api, Ports } from '../api.ts';
import { listed } from '../listed.ts';
import { listParameters, phase, SheetParameters } from '../parameters.ts';
import { Problem } from '../problem.ts';
import { Hit } from '../schemas/hit.ts';

const q = z.string().min(1).max(LONGEST_QUESTION).openapi({
  description:
    'Words that must all be found, parted by spaces; a phrase in "…" or 「…」 to the letter. Widths, kana of either kind and forms of a word make no difference.',
  example: '図書館',
});

const search = createRoute({
  method: 'get',
  path: '/v1/search',
  operationId: 'search',
  tags: ['What the sheets say'],
  summary: 'By words: items, indicators, goals and titles',
  request: { query: listParameters({ q, ...SheetParameters, phase }) },
  responses: answer('Items, indicators, goals and titles of sheets, best first', listOf(Hit)),
});

export const addSearch = (app: Api, { store }: Ports) =>
  app.openapi(search, async (c) => {
    try {
      return c.json(await listed('search', c.req.valid('query'), store.search), 200);
    } catch (error) {
      if (!(error instanceof Unsearchable)) throw error;
      throw new Problem('invalid-parameter', `q: ${error.message}`, 'q');
    }
  });
