const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;

/**
 * Whether a Host header names this machine. A page on the web can make a browser send requests to 127.0.0.1 under
 * a name of its own (DNS rebinding); they come with that name.
 */
export const isLoopbackHost = (host: string | undefined): boolean =>
  host !== undefined && LOOPBACK.test(host);

type Fetch = (request: Request) => Response | Promise<Response>;

/** The same for a fetch handler: other names are refused with a problem document. */
export const onlyLoopback =
  (fetch: Fetch): Fetch =>
  (request) => {
    if (isLoopbackHost(request.headers.get('host') ?? undefined)) return fetch(request);
    const problem = {
      type: 'about:blank',
      title: 'Forbidden',
      status: 403,
      code: 'forbidden',
      detail: 'The local API answers to 127.0.0.1 and localhost only.',
    };
    return Response.json(problem, {
      status: 403,
      headers: { 'content-type': 'application/problem+json' },
    });
  };
