const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;

/**
 * Whether a Host header names this machine. A page on the web can make a browser send requests to 127.0.0.1 under
 * a name of its own (DNS rebinding); they come with that name.
 */
export const isLoopbackHost = (host: string | undefined): boolean =>
  host !== undefined && LOOPBACK.test(host);

/** Whether a page that sends this Origin header is one of this machine's own; `null` is not. */
export const isLoopbackOrigin = (origin: string | undefined): boolean =>
  isLoopbackHost(URL.parse(origin ?? '')?.host);

type Fetch = (request: Request) => Response | Promise<Response>;

/** The same for a fetch handler, and for pages that ask: others are refused with a problem document. */
export const onlyLoopback =
  (fetch: Fetch): Fetch =>
  (request) => {
    const { headers } = request;
    const origin = headers.get('origin') ?? undefined;
    const foreign = origin !== undefined && !isLoopbackOrigin(origin);
    if (isLoopbackHost(headers.get('host') ?? undefined) && !foreign) return fetch(request);
    const problem = {
      type: 'about:blank',
      title: 'Forbidden',
      status: 403,
      code: 'forbidden',
      detail: 'The local API answers to 127.0.0.1 and localhost, and to pages from there, only.',
    };
    return Response.json(problem, {
      status: 403,
      headers: { 'content-type': 'application/problem+json' },
    });
  };
