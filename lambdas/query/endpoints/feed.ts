import { createRoute, z } from '@hono/zod-openapi';
import { FeedRestarted } from '../../store/feed.ts';
import { answer } from '../answers.ts';
import type { Api, QueryPorts } from '../api.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { listParameters } from '../parameters.ts';
import { Problem, problems } from '../problem.ts';

const Entry = z
  .object({
    kind: z.enum(['created', 'revised', 'withdrawn']),
    sheet: z.string().meta({ description: 'its id' }),
    revision: z.string().nullable().meta({ description: 'null where it was withdrawn' }),
    time: z.iso.datetime().meta({ description: 'when that was noted' }),
  })
  .meta({ id: 'FeedEntry' });

const { limit } = listParameters({}).shape;

const feed = createRoute({
  method: 'get',
  path: '/v1/feed',
  operationId: 'getFeed',
  tags: ['Sheets'],
  summary: 'What changed since yesterday: sheets created, revised, withdrawn',
  description:
    'Oldest first. Of a sheet only its last change is told, and what is younger than half a minute may be told again: ' +
    'who puts what a sheet says now in place of what they have of it, and removes what was withdrawn, holds what a ' +
    'fresh download gives. Corrections, and another PDF of the same words, are revisions too.',
  request: {
    query: z.strictObject({
      after: z.string().min(1).max(1000).optional().openapi({
        description: 'nextCursor of the answer before; everything where it is not given',
      }),
      limit,
    }),
  },
  responses: {
    ...answer(
      'What became of sheets',
      z.object({
        items: z.array(Entry),
        nextCursor: z.string().meta({ description: 'to be given as `after`, at once or tomorrow' }),
        upToDate: z.boolean().meta({ description: 'whether there is no more for now' }),
      }),
    ),
    ...problems(410),
  },
});

export const addFeed = (app: Api, { store }: QueryPorts) =>
  app.openapi(feed, async (c) => {
    const { after, limit } = c.req.valid('query');
    const place = after === undefined ? undefined : decodeCursor(after, 'feed', 'after');
    try {
      const { items, next, upToDate } = await store.feed({ limit, after: place });
      return c.json({ items, nextCursor: encodeCursor(next, 'feed'), upToDate }, 200);
    } catch (error) {
      if (!(error instanceof FeedRestarted)) throw error;
      throw new Problem(
        'feed-restarted',
        'The store was made anew since: begin again without `after`, and drop what does not come.',
        'after',
      );
    }
  });
