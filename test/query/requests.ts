import fc from 'fast-check';
import type { Document, Operation, Parameter } from './documented.ts';

/** A request, and the template of the path that it is meant for; null where there is none. */
export interface Asked {
  readonly template: string | null;
  readonly method: string;
  readonly url: string;
  readonly init: RequestInit;
}

/** Values that exist in the library, by the name of the parameter, or by path and name. */
export type Known = Readonly<Record<string, readonly string[]>>;

type Pair = [string, string];

const anyText = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.constantFrom('', ' ', '\0', '#', '%', '../..', '1e3', '0x10', '02013', '２０１３', '"', '𠮷'),
  fc.constantFrom('x'.repeat(101), 'あ'.repeat(1100)),
  fc.integer().map(String),
);

/** Requests for every operation of the document: half of them as it says, half of them not quite; and some for nothing. */
export function requests(api: Document, known: Known): fc.Arbitrary<Asked> {
  const operations = Object.entries(api.paths).flatMap(([template, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      const make = requestsOf(template, operation, known);
      return [right(make, method), wrong(make, method)];
    }),
  );
  return fc.oneof(...operations, nowhere);
}

const nowhere = fc
  .record({ path: anyText, method: fc.constantFrom('GET', 'POST', 'DELETE') })
  .map(({ path, method }): Asked => {
    const url = `/v1/${encodeURIComponent(`no-${path.toWellFormed()}`)}`;
    return { template: null, method: method.toLowerCase(), url, init: { method } };
  });

type Make = ReturnType<typeof requestsOf>;

const right = (make: Make, method: string) =>
  make({
    method: fc.constantFrom(method, method, method === 'get' ? 'head' : method),
    value: (right) => right,
    times: fc.constantFrom(0, 0, 1),
    extra: fc.constant([]),
    headers: fc.constantFrom<Pair[]>([], [['accept', '*/*']], [['accept-encoding', 'gzip']]),
    body: goodBody,
  });

const wrong = (make: Make, method: string) =>
  make({
    method: fc.oneof(
      { weight: 9, arbitrary: fc.constant(method) },
      { weight: 1, arbitrary: fc.constantFrom('put', 'delete', 'patch', 'post', 'options') },
    ),
    value: (right) => fc.oneof(right, anyText),
    times: fc.constantFrom(0, 0, 0, 0, 1, 1, 2),
    extra: fc.oneof(
      { weight: 9, arbitrary: fc.constant<Pair[]>([]) },
      { weight: 1, arbitrary: fc.array(fc.tuple(anyText, anyText), { maxLength: 3 }) },
    ),
    headers: fc
      .record(
        {
          accept: fc.constantFrom('*/*', 'application/json', 'text/csv', 'text/html', ';;,', ''),
          'accept-encoding': fc.constantFrom('gzip', 'br', 'x'),
          'if-none-match': fc.constantFrom('*', 'x', '"x"'),
        },
        { requiredKeys: [] },
      )
      .map((headers) => Object.entries(headers)),
    body: anyBody,
  });

interface Mood {
  readonly method: fc.Arbitrary<string>;
  readonly value: (right: fc.Arbitrary<string>) => fc.Arbitrary<string>;
  /** how often a parameter that may be left out is given */
  readonly times: fc.Arbitrary<number>;
  readonly extra: fc.Arbitrary<Pair[]>;
  readonly headers: fc.Arbitrary<Pair[]>;
  readonly body: fc.Arbitrary<Body>;
}

interface Body {
  readonly type: string;
  readonly content: string;
}

const requestsOf =
  (template: string, { parameters = [], requestBody }: Operation, known: Known) =>
  (mood: Mood): fc.Arbitrary<Asked> => {
    const pair = (one: Parameter): fc.Arbitrary<Pair> =>
      mood.value(rightValue(one, known, template)).map((value) => [one.name, value]);
    const given = (one: Parameter): fc.Arbitrary<Pair[]> =>
      fc
        .tuple(pair(one), one.required ? fc.constant(1) : mood.times)
        .map(([value, times]) => Array.from({ length: times }, () => value));
    const inPath = parameters.filter((one) => one.in === 'path');
    const inQuery = parameters.filter((one) => one.in === 'query');
    return fc
      .record({
        method: mood.method,
        path: fc.tuple(...inPath.map(pair)),
        query: fc.tuple(...inQuery.map(given)),
        extra: mood.extra,
        headers: mood.headers,
        body: mood.body,
      })
      .map(({ method, path, query, extra, headers, body }) => {
        const names = new Map(path);
        const bare = template.replace(
          /{(\w+)}/g,
          (_, name) => encodeURIComponent(names.get(name)?.toWellFormed() ?? '') || '%20',
        );
        const search = String(new URLSearchParams([...query.flat(), ...extra]));
        const sent = requestBody && method === 'post' ? body : undefined;
        const init = {
          method: method.toUpperCase(),
          headers: [...headers, ...(sent ? [['content-type', sent.type] as Pair] : [])],
          ...(sent && { body: sent.content }),
        };
        return { template, method, url: search ? `${bare}?${search}` : bare, init };
      });
  };

/** What exists, or else what the schema shows. */
function rightValue({ name, schema }: Parameter, known: Known, template: string) {
  const { enum: options, example, minimum = 0, maximum } = schema;
  const there = known[`${template} ${name}`] ?? known[name] ?? options;
  if (there?.length) return fc.constantFrom(...there);
  if (maximum !== undefined) return fc.integer({ min: minimum, max: maximum }).map(String);
  return fc.constant(String(example));
}

const anyJson = fc.oneof(fc.anything(), fc.jsonValue()).map((value) => {
  const bare = (_: string, one: unknown) => (typeof one === 'bigint' ? Number(one) : one);
  return JSON.parse(JSON.stringify(value, bare) ?? 'null');
});

const goodBody: fc.Arbitrary<Body> = fc
  .record({
    fileName: fc.constantFrom('a.pdf', '評価（案） 1.pdf', 'é.PDF'),
    bytes: fc.integer({ min: 1, max: 90_000 }),
  })
  .map((value) => ({ type: 'application/json', content: JSON.stringify(value) }));

const anyBody: fc.Arbitrary<Body> = fc.record({
  type: fc.constantFrom('application/json', 'application/json; charset=utf-8', 'text/plain', 'x'),
  content: fc.oneof(
    fc
      .record(
        { fileName: fc.oneof(anyText, anyJson), bytes: anyJson, more: anyText },
        { requiredKeys: [] },
      )
      .map((value) => JSON.stringify(value)),
    anyJson.map((value) => JSON.stringify(value)),
    fc.string(),
  ),
});
