import { Readable } from 'node:stream';
import type { MiddlewareHandler } from 'hono';
import type { Bucket } from '../bucket/bucket.ts';

/**
 * Answers of more than so many bytes go to the bucket, as they would have been sent, and the client is told where
 * (303). No more of an answer than that is held in memory.
 */
export const fitting =
  (bucket: Bucket, maxBytes: number): MiddlewareHandler =>
  async (c, next) => {
    await next();
    if (c.req.method !== 'GET' || !c.res.ok || !c.res.body) return;
    const chunks = c.res.body[Symbol.asyncIterator]();
    const held: Uint8Array[] = [];
    for (let bytes = 0; bytes <= maxBytes; ) {
      const { done, value } = await chunks.next();
      if (done) {
        c.res = new Response(Buffer.concat(held), c.res);
        return;
      }
      held.push(value);
      bytes += value.length;
    }
    const { headers } = c.res;
    const rest = { [Symbol.asyncIterator]: () => chunks };
    const url = await bucket.putAnswer(Readable.from(both(held, rest)), {
      ContentType: headers.get('content-type') ?? undefined,
      ContentEncoding: headers.get('content-encoding') ?? undefined,
      ContentDisposition: headers.get('content-disposition') ?? undefined,
    });
    for (const name of ['content-encoding', 'content-disposition', 'content-length', 'etag']) {
      headers.delete(name);
    }
    c.res = new Response(null, { status: 303, headers: { location: url } });
    c.res.headers.delete('content-type');
    c.res.headers.set('cache-control', 'no-store');
  };

async function* both<T>(first: readonly T[], then: AsyncIterable<T>): AsyncGenerator<T> {
  yield* first;
  yield* then;
}
