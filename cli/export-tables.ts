import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { ExportedTable } from '../lambdas/adapters/sqlite/export-file.ts';
import { ask } from './api-client.ts';
import type { ApiOptions } from './api-options.ts';
import { InputError } from './input.ts';
import { phrase } from './messages/said.ts';
import { valueIn } from './value-in.ts';

type Filters = Readonly<Record<string, string | undefined>>;

interface Resource {
  readonly name: string;
  readonly description: string;
  readonly schema: { readonly fields: ExportedTable['fields'] };
}

/** These are about the answer, not about what is in it. */
const SHAPING = ['format', 'bom', 'shape'];

/** What the API's own description says of a parameter. */
interface Parameter {
  readonly name: string;
  readonly schema: { readonly enum?: readonly string[] };
}

/**
 * Every list as a table, each narrowed by those of the filters that it has; says which lists are whole all the same.
 * @throws InputError unknown-filter where no list has one of them
 */
export async function tablesOf(api: ApiOptions, filters: Filters): Promise<ExportedTable[]> {
  const [described, specified] = await Promise.all([
    ask(api, '/v1/datapackage.json'),
    ask(api, '/v1/openapi.json'),
  ]);
  const { resources } = (await described.json()) as { resources: Resource[] };
  const { paths } = (await specified.json()) as {
    paths: Record<string, { get?: { parameters?: Parameter[] } }>;
  };
  const lists = resources.filter(({ name }) => name !== 'search');
  const given = Object.entries(filters).filter(([, value]) => value !== undefined);
  const narrowed = lists.map((list) => {
    const parameters = paths[`/v1/${list.name}`]?.get?.parameters ?? [];
    const own = given.filter(([filter, value]) =>
      parameters.some(
        ({ name, schema }) =>
          name === filter &&
          !SHAPING.includes(name) &&
          (schema.enum === undefined || schema.enum.includes(value ?? '')),
      ),
    );
    return { ...list, own: Object.fromEntries(own) };
  });
  for (const [filter] of given) {
    const whole = narrowed.filter(({ own }) => !(filter in own)).map(({ name }) => name);
    if (whole.length === narrowed.length) {
      throw new InputError('unknown-filter', phrase`No list can be narrowed by ${filter} to this.`);
    }
    const told = phrase`Not narrowed by ${filter}: ${whole.join(', ')}`;
    if (whole.length > 0) process.stderr.write(`${told}\n`);
  }
  return narrowed.map(({ name, description, schema: { fields }, own }) => ({
    ...{ name, description, fields },
    rows: rowsOf(api, name, fields, own),
  }));
}

async function* rowsOf(
  api: ApiOptions,
  name: string,
  fields: ExportedTable['fields'],
  filters: Filters,
) {
  const { body } = await ask(api, `/v1/${name}`, { ...filters, format: 'ndjson' });
  if (!body) return;
  for await (const line of createInterface({ input: Readable.fromWeb(body as never) })) {
    const row: unknown = JSON.parse(line);
    yield Object.fromEntries(fields.map((field) => [field.name, valueIn(row, field.name)]));
  }
}
