import { writeFile } from 'node:fs/promises';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { readXlsx } from 'hucre/xlsx';
import type { ListColumn } from '../../lambdas/query/tables/columns.ts';
import { columnInJapanese } from '../../lambdas/query/tables/names-ja.ts';

const TYPES = { string: 'VARCHAR', integer: 'INTEGER', number: 'DOUBLE', boolean: 'BOOLEAN' };

/** What one format of a list says, as DuckDB reads it into a table of its own. */
export interface Reading {
  readonly table: string;
  readonly columns: readonly ListColumn[];
  readonly file: string;
}

export async function openDuckDb(): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:');
  return instance.connect();
}

const typed = (columns: readonly ListColumn[]) =>
  `{${columns.map(({ name, type }) => `'${name}': '${TYPES[type]}'`).join(', ')}}`;

/** A table of DuckDB made by one of its own readers. */
export async function readInto(
  duckDb: DuckDBConnection,
  reader: 'csv' | 'json' | 'parquet',
  { table, columns, file }: Reading,
): Promise<void> {
  const source = {
    csv: `read_csv('${file}', header = true, columns = ${typed(columns)}, nullstr = '')`,
    json: `read_json('${file}', format = 'newline_delimited', columns = ${typed(columns)})`,
    parquet: `read_parquet('${file}')`,
  }[reader];
  await duckDb.run(`CREATE TABLE "${table}" AS SELECT * FROM ${source}`);
}

/** Rows that another library read, handed to DuckDB as lines of JSON. */
export async function rowsInto(
  duckDb: DuckDBConnection,
  rows: readonly object[],
  { table, columns, file }: Reading,
): Promise<void> {
  await writeFile(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  await readInto(duckDb, 'json', { table, columns, file });
}

/** Rows that are in one of the tables alone. */
export async function differing(
  duckDb: DuckDBConnection,
  a: string,
  b: string,
): Promise<unknown[]> {
  const only = (left: string, right: string) =>
    `(SELECT '${left}' AS "only in", * FROM (SELECT * FROM "${left}" EXCEPT ALL SELECT * FROM "${right}"))`;
  const found = await duckDb.runAndReadAll(`${only(a, b)} UNION ALL ${only(b, a)} LIMIT 5`);
  return found.getRowObjectsJson();
}

/** The rows of a workbook under the names of the API, with what its links lead to. */
export async function rowsOfWorkbook(
  bytes: Uint8Array,
  columns: readonly ListColumn[],
  origin: string,
): Promise<object[]> {
  const { sheets } = await readXlsx(bytes);
  const [header = [], ...rows] = sheets[0]?.rows ?? [];
  const names = header.map(
    (title) => columns.find(({ name }) => columnInJapanese(name).title === title)?.name ?? '?',
  );
  const cells = sheets[0]?.cells;
  return rows.map((row, y) =>
    Object.fromEntries(
      names.map((name, x) => {
        const formula = cells?.get(`${y + 1},${x}`)?.formula;
        const [, url] = /^HYPERLINK\("(.*?)",/.exec(formula ?? '') ?? [];
        return [name, url === undefined ? (row[x] ?? null) : url.replace(origin, '')];
      }),
    ),
  );
}
