import type { RouteConfig } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { acceptedType } from './accept.ts';
import type { Api } from './api.ts';
import { Problem } from './problem.ts';

/** Holds answers to the types that the document publishes: 406 where the one type of the endpoint is not accepted. */
export function keepsTypes(app: Api): MiddlewareHandler {
  let published: ReadonlyMap<string, readonly string[]> | undefined;
  return async (c, next) => {
    published ??= new Map(app.openAPIRegistry.definitions.flatMap(typesOf));
    const method = c.req.method === 'HEAD' ? 'get' : c.req.method.toLowerCase();
    const types = published.get(`${method} ${routePath(c, -1)}`);
    if (types?.length === 1 && !acceptedType(c, types)) {
      throw new Problem('not-acceptable', `The answer comes as ${types}.`, 'Accept');
    }
    return next();
  };
}

type Definition = Api['openAPIRegistry']['definitions'][number];

/** What the endpoint answers with where all is well. */
function typesOf(definition: Definition): [string, string[]][] {
  if (definition.type !== 'route') return [];
  const { method, path, responses }: RouteConfig = definition.route;
  const success = responses[200];
  const content = success && 'content' in success ? success.content : undefined;
  return [[`${method} ${path.replaceAll(/{(\w+)}/g, ':$1')}`, Object.keys(content ?? {})]];
}
