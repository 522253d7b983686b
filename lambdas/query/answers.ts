import { z } from '@hono/zod-openapi';
import { Problem, problems } from './problem.ts';

/** What any GET may be answered with besides what it is for. */
export const otherAnswers = {
  303: {
    description:
      'On Lambda: the answer is too large to be sent; it waits here for a quarter of an hour',
    headers: z.object({ location: z.url() }),
  },
  304: { description: 'If-None-Match names the ETag of the answer: nothing has changed' },
  ...problems(400, 406, 500),
};

/** The responses of an endpoint that answers in JSON; of a path with an id also that there is none. */
export const answer = <S extends z.ZodType>(description: string, schema: S) => ({
  200: {
    description,
    headers: z.object({
      etag: z.string().openapi({ description: 'of this answer, for If-None-Match' }),
    }),
    content: { 'application/json': { schema } },
  },
  ...otherAnswers,
});

/** The responses of an endpoint whose path names one thing. */
export const answerOne = <S extends z.ZodType>(description: string, schema: S) => ({
  ...answer(description, schema),
  ...problems(404),
});

export const listOf = <S extends z.ZodType>(item: S) =>
  z.object({
    items: z.array(item),
    nextCursor: z.string().nullable().openapi({
      description: 'to be given as `cursor` for the next page; null on the last one',
    }),
  });

export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw notFound(what);
  return value;
}

export const notFound = (what: string) => new Problem('not-found', `There is no ${what}.`);
