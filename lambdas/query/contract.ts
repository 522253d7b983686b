import type { RouteConfig, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { acceptedType } from './accept.ts';
import type { Api } from './api.ts';
import { Problem } from './problem.ts';

/**
 * Holds answers to what the document publishes: 406 where the one type of the endpoint is not accepted, and JSON only
 * as its schema has it. An answer outside of its schema is a fault of ours.
 */
export function keepsContract(app: Api): MiddlewareHandler {
  let published: ReadonlyMap<string, Content> | undefined;
  return async (c, next) => {
    published ??= new Map(app.openAPIRegistry.definitions.flatMap(contentOf));
    const method = c.req.method === 'HEAD' ? 'get' : c.req.method.toLowerCase();
    const content = published.get(`${method} ${routePath(c, -1)}`);
    if (!content) return next();
    const types = Object.keys(content);
    if (types.length === 1 && !acceptedType(c, types)) {
      throw new Problem('not-acceptable', `The answer comes as ${types}.`, 'Accept');
    }
    const schema = content['application/json']?.schema;
    const { json } = c;
    const checked = (value: unknown, ...rest: [200]) =>
      json(schema ? schema.parse(value) : value, ...rest);
    c.json = checked as typeof json;
    return next();
  };
}

type Content = Readonly<Record<string, { readonly schema: z.ZodType } | undefined>>;
type Definition = Api['openAPIRegistry']['definitions'][number];

/** What the endpoint answers with where all is well. */
function contentOf(definition: Definition): [string, Content][] {
  if (definition.type !== 'route') return [];
  const { method, path, responses }: RouteConfig = definition.route;
  const success = responses[200];
  const content = success && 'content' in success ? success.content : undefined;
  return [[`${method} ${path.replaceAll(/{(\w+)}/g, ':$1')}`, (content ?? {}) as Content]];
}
