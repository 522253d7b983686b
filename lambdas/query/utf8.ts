import { isUtf8 } from 'node:buffer';
import type { MiddlewareHandler } from 'hono';
import { Problem } from './problem.ts';

const ESCAPED = /(?:%[0-9a-f]{2})+/gi;

/** Refuses what is escaped in another encoding: it would be taken for a text that nobody means, and find nothing. */
export const onlyUtf8: MiddlewareHandler = (c, next) => {
  for (const pair of new URL(c.req.url).search.slice(1).split('&')) {
    const escaped = pair.match(ESCAPED) ?? [];
    if (escaped.every((one) => isUtf8(Buffer.from(one.replaceAll('%', ''), 'hex')))) continue;
    const [name = ''] = pair.split('=');
    throw new Problem('invalid-parameter', `${name}: is not UTF-8`, name);
  }
  return next();
};
