/** What a browser keeps and follows, without a browser: cookies by site, redirects, forms. */
export class Browser {
  readonly cookies = new Map<string, Map<string, string>>();
  readonly #fetch: (request: Request) => Promise<Response>;

  constructor(fetch: (request: Request) => Promise<Response>) {
    this.#fetch = fetch;
  }

  /** One request; what it sets is kept. */
  async send(address: URL, init: RequestInit = {}): Promise<Response> {
    const kept = this.cookies.get(address.origin) ?? new Map<string, string>();
    this.cookies.set(address.origin, kept);
    const headers = new Headers(init.headers);
    if (kept.size > 0) headers.set('cookie', [...kept].map((one) => one.join('=')).join('; '));
    const request = new Request(address, { ...init, headers, redirect: 'manual' });
    const response = await this.#fetch(request);
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '' || /max-age=0|expires=Thu, 01 Jan 1970/i.test(cookie)) kept.delete(name);
      else kept.set(name, value);
    }
    return response;
  }

  /** Follows redirects until there is a page, or until the address is one that `stop` holds for. */
  async open(address: URL, init?: RequestInit, stop?: (address: URL) => boolean) {
    let [at, response] = [address, await this.send(address, init)];
    for (let to = response.headers.get('location'); to; to = response.headers.get('location')) {
      at = new URL(to, at);
      if (stop?.(at)) break;
      response = await this.send(at);
    }
    return { at, response };
  }
}
