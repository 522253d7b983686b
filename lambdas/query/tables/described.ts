import type { Api } from '../api.ts';
import type { ListColumn } from './columns.ts';
import { columnInJapanese } from './names-ja.ts';

/** A list of the API as a table. */
export interface Described {
  readonly name: string;
  readonly summary: string;
  readonly columns: readonly ListColumn[];
}

const tables = new WeakMap<Api, Described[]>();

/** Notes that the API has this list. */
export function describe(app: Api, table: Described): void {
  tables.set(app, [...(tables.get(app) ?? []), table]);
}

/**
 * All lists of the API as a Tabular Data Package (https://specs.frictionlessdata.io/tabular-data-package/): where each
 * is as CSV, and what its columns hold. `title` is the name in Japanese.
 */
export const dataPackage = (app: Api, origin: string) => ({
  profile: 'tabular-data-package',
  name: 'shisaku',
  resources: (tables.get(app) ?? []).map(({ name, summary, columns }) => ({
    profile: 'tabular-data-resource',
    name,
    description: summary,
    path: `${origin}/v1/${name}?format=csv`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { lineTerminator: '\r\n', header: true },
    schema: { fields: columns.map(fieldOf), missingValues: [''] },
  })),
});

function fieldOf({ name, type, format, nullable, values, description }: ListColumn) {
  const { title, explanation } = columnInJapanese(name);
  return {
    name,
    type: format === 'date-time' ? 'datetime' : type,
    title,
    description: [description, explanation].filter(Boolean).join(' / '),
    constraints: { required: !nullable, ...(values && { enum: [...values] }) },
  };
}
