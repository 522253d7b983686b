import { z } from '@hono/zod-openapi';
import { Problem, ProblemDetails } from './problem.ts';

export const refused = {
  description: 'Refused or failed',
  content: { 'application/problem+json': { schema: ProblemDetails } },
};

/** The responses of an endpoint that answers in JSON. */
export const answer = <S extends z.ZodType>(description: string, schema: S) => ({
  200: { description, content: { 'application/json': { schema } } },
  default: refused,
});

export const listOf = <S extends z.ZodType>(item: S) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw notFound(what);
  return value;
}

export const notFound = (what: string) => new Problem('not-found', `There is no ${what}.`);
