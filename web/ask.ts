/** Parameters of a question; null, undefined and '' are not asked for. */
export type Query = Readonly<Record<string, string | number | null | undefined>>;

/** The API's answers, as anybody gets them. */
export interface Ask {
  /** @throws Unanswered */
  one<T>(path: string, query?: Query): Promise<T>;
  /** one page of a list */
  page<T>(path: string, query?: Query): Promise<Listed<T>>;
  /** a whole list, page by page */
  all<T>(path: string, query?: Query): Promise<T[]>;
  /** all rows of a list's table */
  rows<T>(path: string, query?: Query): Promise<T[]>;
}

export interface Listed<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

type Refusal = { readonly code: string; readonly detail: string; readonly detailJa: string };

/** The API refused; `status`, `code` and the sentences are its own. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
  readonly status: number;
  readonly code: string;
  readonly inJapanese: string;

  constructor(status: number, { code, detail, detailJa }: Refusal) {
    super(detail);
    this.status = status;
    this.code = code;
    this.inJapanese = detailJa;
  }
}

type Request = (path: string) => Response | Promise<Response>;

/** Asks the app itself, without a network between. */
export function asking(request: Request): Ask {
  const get = async (path: string, query: Query = {}): Promise<Response> => {
    let response = await request(address(path, query));
    // Where an answer is too large for Lambda it waits in the bucket.
    if (response.status === 303) response = await fetch(response.headers.get('location') ?? '');
    if (response.ok) return response;
    throw new Unanswered(response.status, (await response.json()) as Refusal);
  };
  const ask: Ask = {
    one: async <T>(path: string, query?: Query) => (await get(path, query)).json() as T,
    page: (path, query) => ask.one(path, query),
    async all<T>(path: string, query: Query = {}) {
      const found: T[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page: Listed<T> = await ask.page(path, { limit: 200, ...query, cursor });
        found.push(...page.items);
        cursor = page.nextCursor;
      }
      return found;
    },
    async rows<T>(path: string, query: Query = {}) {
      const text = await (await get(path, { ...query, format: 'ndjson' })).text();
      return text.split('\n').flatMap((line): T[] => (line ? [JSON.parse(line)] : []));
    },
  };
  return ask;
}

/** A path with these parameters, in this order. */
export function address(path: string, query: Query = {}): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') given.set(name, String(value));
  }
  return given.size > 0 ? `${path}?${given}` : path;
}
