import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Document, type Operation, openDocument } from './documented.ts';
import { type Library, openLibrary } from './library.ts';

/** Over the guard that refuses what DynamoDB refuses: see test/dynamodb. */
let library: Library;
let api: Document;
/** Ids that are there, by what stands for them in a path. */
let known: Readonly<Record<string, string>>;
beforeAll(async () => {
  library = await openLibrary(6);
  api = await openDocument(library.app);
  const first = async (path: string) => (await library.json(path)).items[0];
  const sheet = (await first('/v1/sheets?limit=1')).id;
  known = {
    '/v1/sheets/{id}': sheet,
    '/v1/series/{id}': (await first('/v1/series?limit=1')).id,
    sha256: (await first('/v1/documents?status=SUCCEEDED')).sha256,
    revision: (await first(`/v1/sheets/${encodeURIComponent(sheet)}/revisions`)).revision,
  };
}, 120_000);
afterAll(() => library.close());

/** Every address that can be asked for, with values that are there. */
const addressOf = (template: string) =>
  template.replace(/{(\w+)}/g, (_, name) => {
    const collection = /^\/v1\/\w+\/{id}/.exec(template)?.[0] ?? '';
    const value = name === 'id' ? known[collection] : known[name];
    expect(value, `${template} ${name}`).toBeTruthy();
    return encodeURIComponent(value ?? '');
  });

/** Values that the document itself gives: all of a list, or the example and the bounds. */
function valuesOf({ name, schema }: NonNullable<Operation['parameters']>[number]): string[] {
  const { enum: all, example, minimum, maximum } = schema;
  if (name === 'limit') return ['1', '200'];
  const values = all ?? [example, minimum, maximum].filter((one) => one !== undefined);
  expect(values.length, name).toBeGreaterThan(0);
  return [...new Set(values.map(String))];
}

const isGood = (status: number) => status === 200 || status === 303;

test('every endpoint answers without filters, with each filter, and with all of them', async () => {
  let asked = 0;
  for (const [template, { get: operation }] of Object.entries(api.paths)) {
    if (!operation) continue;
    const given = (operation.parameters ?? []).filter((one) => one.in === 'query');
    const needed = given.filter(({ required }) => required);
    const ask = async (query: readonly (readonly [string, string])[]) => {
      const all = new Map([
        ...needed.map((one) => [one.name, valuesOf(one)[0] ?? ''] as const),
        ...query,
      ]);
      const url = `${addressOf(template)}?${new URLSearchParams([...all])}`;
      const answer = await library.app.request(url);
      expect(isGood(answer.status), `${url}: ${answer.status}`).toBe(true);
      expect(await api.outside(template, 'get', answer), url).toBeUndefined();
      asked++;
    };
    await ask([]);
    // These do not stand beside all others: `bom` is of CSV, `shape` of tables, `after` and a cursor are what an answer gave.
    const apart = new Set(['after', 'cursor', 'format', 'bom', 'shape']);
    const filters = given.filter(({ name }) => !apart.has(name));
    for (const one of filters) for (const value of valuesOf(one)) await ask([[one.name, value]]);
    const all = filters.map((one) => [one.name, valuesOf(one)[0] ?? ''] as const);
    await ask(all);
    const format = given.find(({ name }) => name === 'format');
    for (const value of format ? valuesOf(format) : []) {
      await ask([['format', value]]);
      await ask([['format', value], ...all.filter(([name]) => name !== 'limit')]);
    }
    const shape = given.find(({ name }) => name === 'shape');
    for (const value of shape ? valuesOf(shape) : []) {
      await ask([
        ['format', 'csv'],
        ['shape', value],
      ]);
    }
  }
  expect(asked).toBeGreaterThan(100);
}, 300_000);
