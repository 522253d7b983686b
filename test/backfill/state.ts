import { type RunningStack, startStack } from '../../cli/stack/stack.ts';

/** A stack for tests, on any free ports. */
export const startAt = (data: string, dynamodb: string | null = null): Promise<RunningStack> =>
  startStack({
    port: 0,
    s3Port: 0,
    dynamodb,
    data,
    samples: null,
    redrive: false,
    log: () => {},
  });

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
type Answer = any;

const TIMES = new Set(['receivedAt', 'updatedAt', 'since']);

/** Everything that anyone may ask of a stack, but times. */
export async function stateOf({ apiUrl }: Pick<RunningStack, 'apiUrl'>): Promise<unknown> {
  const get = async (path: string): Promise<Answer> =>
    JSON.parse(await (await fetch(apiUrl + path)).text(), (name, value) =>
      TIMES.has(name) ? undefined : value,
    );
  const all = async (path: string): Promise<Answer[]> => {
    const items: Answer[] = [];
    for (let cursor = ''; ; ) {
      const page = await get(`${path}?limit=200${cursor && `&cursor=${cursor}`}`);
      items.push(...page.items);
      if (page.nextCursor === null) return items;
      cursor = page.nextCursor;
    }
  };
  const sheets = await all('/v1/sheets');
  const documents = (await all('/v1/documents')).toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  return {
    documents,
    sheets,
    indicators: await all('/v1/indicators'),
    records: await Promise.all(sheets.map(({ id }) => get(`/v1/sheets/${id}`))),
    revisions: await Promise.all(sheets.map(({ id }) => all(`/v1/sheets/${id}/revisions`))),
  };
}

/** The same of a data directory that no stack runs on. */
export async function stateAt(data: string, dynamodb: string | null = null): Promise<unknown> {
  const stack = await startAt(data, dynamodb);
  try {
    await stack.settled();
    return await stateOf(stack);
  } finally {
    await stack.close();
  }
}
