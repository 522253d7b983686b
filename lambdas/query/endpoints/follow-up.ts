import { createRoute, z } from '@hono/zod-openapi';
import { followUp } from '../../analysis/follow-up.ts';
import { loadTokenize } from '../../dictionary.ts';
import { answerOne, found } from '../answers.ts';
import type { Api, QueryPorts } from '../api.ts';
import { noParameters, sheetId } from '../parameters.ts';
import { FollowUp } from '../schemas/follow-up.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/sheets/{id}/follow-up',
  operationId: 'getFollowUp',
  tags: ['Sheets'],
  summary: 'What was to be improved, beside what the next year’s sheet says of it',
  request: { params: sheetId, query: noParameters },
  responses: answerOne(
    'Each improvement item with the items of the next sheet that are most like it',
    z.object({
      sheet: z.string(),
      next: z.string().nullable().meta({ description: 'id of the next sheet, within three years' }),
      items: z.array(FollowUp),
    }),
  ),
});

export const addFollowUp = (app: Api, { store }: QueryPorts) =>
  app.openapi(route, async (c) => {
    const { id } = c.req.valid('param');
    const sheet = found(await store.sheet(id), `sheet ${id}`);
    const [next, tokenize] = await Promise.all([store.next(sheet), loadTokenize()]);
    const items = followUp(sheet, next, tokenize);
    return c.json({ sheet: id, next: next?.id ?? null, items }, 200);
  });
