type Fetch = (request: Request) => Response | Promise<Response>;

interface Answer {
  readonly headers: [string, string][];
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Of all answers that are remembered together. */
const MAX_BYTES = 64 * 1024 * 1024;

/** Headers that an answer depends on. */
const CHOOSING = ['accept', 'accept-encoding', 'accept-language', 'cookie'] as const;

/**
 * A fetch handler that gives the same answer again for as long as the records are the same. Who asks the same at the
 * same time waits for one answer.
 * @param moment differs whenever the records differ
 */
export function remembering(fetch: Fetch, moment: () => string): Fetch {
  const known = new Map<string, Promise<Answer | undefined>>();
  let bytes = 0;
  let then = '';

  /** Undefined, and `answered` with the answer itself, where it is not one to be remembered. */
  async function ask(request: Request, answered: (response: Response) => void) {
    const response = await fetch(request);
    // Without a length it is sent as it is made, and may be of any size.
    const isWhole = response.headers.has('etag') && response.status === 200;
    if (!isWhole) {
      answered(response);
      return undefined;
    }
    const body = new Uint8Array(await response.arrayBuffer());
    return { headers: [...response.headers], body };
  }

  return async (request) => {
    if (request.method !== 'GET' || request.headers.has('if-none-match')) return fetch(request);
    const now = moment();
    if (now !== then || bytes > MAX_BYTES) {
      known.clear();
      bytes = 0;
      then = now;
    }
    const { headers } = request;
    const key = [request.url, ...CHOOSING.map((name) => headers.get(name))].join('\n');
    const waiting = known.get(key);
    const found = waiting && (await waiting);
    if (found) return new Response(found.body, { headers: found.headers });
    let other: Response | undefined;
    const asked = ask(request, (response) => {
      other = response;
    });
    known.set(
      key,
      asked.catch(() => undefined),
    );
    const answer = await asked;
    if (!answer) {
      known.delete(key);
      return other ?? fetch(request);
    }
    // What was written meanwhile may be in it, or not.
    if (moment() === now) bytes += answer.body.length;
    else known.delete(key);
    return new Response(answer.body, { headers: answer.headers });
  };
}
