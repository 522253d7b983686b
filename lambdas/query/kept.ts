import { createHash } from 'node:crypto';
import type { Context } from 'hono';

declare module 'hono' {
  interface ContextVariableMap {
    /** name of an answer that costs much: the same name, the same bytes */
    kept: string;
  }
}

/** A name for an answer by all that it is made of, which is its ETag too; it has no quote in it. */
export const keptName = (...parts: readonly (string | boolean)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/** Whether the client has this answer already; it may have got it compressed, as `W/"…"`. */
export function isKnown(c: Context, name: string): boolean {
  const known = c.req.header('if-none-match') ?? '';
  return known.trim() === '*' || known.includes(`"${name}"`);
}
