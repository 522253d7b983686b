import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { except } from 'hono/combine';
import { COMPRESSIBLE_CONTENT_TYPE_REGEX, compress } from 'hono/compress';
import { cors } from 'hono/cors';
import { etag, RETAINED_304_HEADERS } from 'hono/etag';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { secureHeaders } from 'hono/secure-headers';
import type { Api, QueryPorts } from './api.ts';
import { fitting } from './fitting.ts';
import { isStreamed } from './negotiate.ts';
import { Problem, problemResponse } from './problem.ts';
import { onlyUtf8 } from './utf8.ts';

const EXPOSED = ['ETag', 'Content-Disposition', 'Allow'];

/** What all answers have in common; outermost first. */
export function addHttp(app: Api, { bucket, maxAnswerBytes }: QueryPorts): void {
  app.use('/v1/*', secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'none'"] } }));
  // Any page may ask: who must not read needs a token, which a foreign page does not have, or is kept out before.
  app.use(
    '/v1/*',
    cors({
      origin: '*',
      allowMethods: ['GET', 'HEAD', 'POST', 'DELETE'],
      allowHeaders: ['Authorization', 'Content-Type', 'If-None-Match'],
      exposeHeaders: EXPOSED,
      maxAge: 3600,
    }),
  );
  if (maxAnswerBytes !== undefined) app.use(fitting(bucket, maxAnswerBytes));
  app.use(
    compress({
      encoding: 'gzip',
      contentTypeFilter: (type) =>
        COMPRESSIBLE_CONTENT_TYPE_REGEX.test(type) || type === 'application/x-ndjson',
    }),
  );
  const retainedHeaders = [...RETAINED_304_HEADERS, 'access-control-allow-origin'];
  // An ETag needs the whole answer before its first byte.
  app.use(except(isStreamed, etag({ retainedHeaders, generateDigest: digest })));
  app.use(revalidated);
  app.use('/v1/*', onlyUtf8);
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        const allow = methods.join(', ');
        const detail = `${c.req.path} takes ${allow}, not ${c.req.method}.`;
        const response = problemResponse(new Problem('method-not-allowed', detail));
        response.headers.set('allow', allow);
        return response;
      },
    }),
  );
}

/** In this thread: a job for another takes longer to hand over than to do. */
function digest(body: Uint8Array): ArrayBuffer {
  const { buffer, byteOffset, length } = createHash('sha1').update(body).digest();
  return buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer;
}

/** A sheet may be revised at any time: caches have to ask whether what they have still stands. */
const revalidated: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-cache');
};
