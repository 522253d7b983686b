import { Readable } from 'node:stream';
import type { Context, MiddlewareHandler } from 'hono';
import type { Bucket } from '../ports/blobs.ts';

/**
 * Answers of more than so many bytes go to the bucket, as they would have been sent, and the client is told where
 * (303). No more of an answer than that is held in memory. One that has a name for it (`kept`) is made once: it is
 * stored whatever its size, and found the next time.
 */
export const fitting =
  (bucket: Bucket, maxBytes: number): MiddlewareHandler =>
  async (c, next) => {
    await next();
    if (c.req.method !== 'GET' || c.res.status !== 200 || !c.res.body) return;
    const kept = c.get('kept');
    await (kept === undefined
      ? sendOnce(c, bucket, maxBytes)
      : sendKept(c, bucket, maxBytes, kept));
  };

async function sendOnce(c: Context, bucket: Bucket, maxBytes: number): Promise<void> {
  const chunks = bodyOf(c)[Symbol.asyncIterator]();
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
  const rest = { [Symbol.asyncIterator]: () => chunks };
  const name = await bucket.putAnswer(Readable.from(both(held, rest)), stored(c));
  sendElsewhere(c, await bucket.answerUrl(name));
}

async function sendKept(c: Context, bucket: Bucket, maxBytes: number, kept: string): Promise<void> {
  // Compressed and not are two answers.
  const name = `${kept}${c.res.headers.get('content-encoding') ?? ''}`;
  const body = bodyOf(c);
  let found = await bucket.findAnswer(name, maxBytes);
  if (found) {
    await body.cancel();
  } else {
    await bucket.putAnswer(Readable.from(body), stored(c), name);
    found = await bucket.findAnswer(name, maxBytes);
  }
  if (!found) throw new Error(`the answer ${name} was stored and is not there`);
  if (found.kind === 'elsewhere') sendElsewhere(c, found.url);
  else c.res = new Response(Buffer.from(found.bytes), c.res);
}

const bodyOf = (c: Context): ReadableStream<Uint8Array> =>
  c.res.body ?? ReadableStream.from<Uint8Array>([]);

const stored = ({ res: { headers } }: Context) => ({
  ContentType: headers.get('content-type') ?? undefined,
  ContentEncoding: headers.get('content-encoding') ?? undefined,
  ContentDisposition: headers.get('content-disposition') ?? undefined,
});

function sendElsewhere(c: Context, url: string): void {
  const { headers } = c.res;
  for (const name of ['content-encoding', 'content-disposition', 'content-length', 'etag']) {
    headers.delete(name);
  }
  c.res = new Response(null, { status: 303, headers: { location: url } });
  c.res.headers.delete('content-type');
  c.res.headers.set('cache-control', 'no-store');
}

async function* both<T>(first: readonly T[], then: AsyncIterable<T>): AsyncGenerator<T> {
  yield* first;
  yield* then;
}
