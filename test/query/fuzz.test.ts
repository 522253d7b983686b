import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { bodyOf, openDocument } from './documented.ts';
import { type Library, openLibrary } from './library.ts';
import { type Known, requests } from './requests.ts';

/** FUZZ_SEED=$RANDOM FUZZ_RUNS=20000 draws others, and more. */
const seed = Number(process.env['FUZZ_SEED'] ?? 4);
const numRuns = Number(process.env['FUZZ_RUNS'] ?? 2000);

let library: Library;
beforeAll(async () => {
  library = await openLibrary(12);
}, 60_000);
afterAll(() => library.close());

test(`${numRuns} requests, right and wrong: no fault of ours, no answer outside of the document`, async () => {
  const api = await openDocument(library.app);
  const faults = vi.spyOn(console, 'error').mockImplementation(() => {});
  const counts = new Map<number, number>();
  const reached = new Set<string>();
  const property = fc.asyncProperty(
    requests(api, await knownOf(library)),
    async ({ template, method, url, init }) => {
      const answer = await library.app.request(url, init);
      const { status } = answer;
      counts.set(status, (counts.get(status) ?? 0) + 1);
      if (status === 200) reached.add(template ?? '');
      expect(status, `${init.method} ${url}`).toBeLessThan(500);
      if (status === 204 && method === 'options') return;
      const known = template !== null && api.paths[template]?.[method === 'head' ? 'get' : method];
      if (known && status !== 404) {
        expect(await api.outside(template, method, answer), `${method} ${url}`).toBeUndefined();
        return;
      }
      // No such thing, or no such method.
      expect([404, 405], `${init.method} ${url}`).toContain(status);
      const problem = await bodyOf(answer);
      if (method === 'head') expect(problem).toBe('');
      else
        expect(api.validator('components', 'schemas', 'Problem')(JSON.parse(problem))).toBe(true);
    },
  );
  await fc.assert(property, { seed, numRuns, endOnFailure: true });
  expect(faults).not.toHaveBeenCalled();
  faults.mockRestore();
  console.log(
    `answers by status: ${[...counts]
      .toSorted()
      .map((pair) => pair.join(': '))
      .join(', ')}`,
  );
  // A fuzz that is refused everywhere says nothing.
  const asked = Object.entries(api.paths).filter(([, { get, post }]) => get ?? post);
  const all = asked.map(([path]) => path).filter((path) => !path.endsWith('/pdf'));
  expect([...reached].toSorted()).toEqual(all.toSorted());
}, 240_000);

async function knownOf({ json }: Library): Promise<Known> {
  const sheets = (await json('/v1/sheets?limit=200')).items;
  const of = (name: string): string[] => [
    ...new Set<string>(sheets.map((one: Record<string, unknown>) => String(one[name]))),
  ];
  const documents = (await json('/v1/documents?limit=20')).items;
  const indicators = (await json('/v1/indicators?limit=20')).items;
  const series = (await json('/v1/series?limit=20')).items;
  const id = (one: { id: string }) => one.id;
  return {
    id: sheets.map(id),
    sheet: sheets.map(id),
    '/v1/series/{id} id': series.map(id),
    revision: of('revision'),
    sha256: documents.map(({ sha256 }: { sha256: string }) => sha256),
    key: documents.flatMap(({ keys }: { keys: string[] }) => keys),
    fiscalYear: of('fiscalYear'),
    publisher: of('publisher'),
    program: of('program'),
    department: of('department'),
    grade: of('grade'),
    name: indicators.map(({ name }: { name: string }) => name),
    cursor: await cursorsOf(json),
  };
}

const cursorsOf = async (json: Library['json']): Promise<string[]> =>
  (
    await Promise.all(
      ['sheets', 'indicators', 'observations', 'initiatives', 'documents', 'series'].map(
        async (list) => (await json(`/v1/${list}?limit=3`)).nextCursor,
      ),
    )
  ).filter(Boolean);
