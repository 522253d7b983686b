import type { ListTable } from './table.ts';

/** Every shape that a list comes in, by what `format` says; JSON comes in pages, the others whole. */
export const MEDIA_TYPES = {
  json: 'application/json',
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
} as const;
export type TableFormat = keyof typeof MEDIA_TYPES;
export type WholeFormat = Exclude<TableFormat, 'json'>;

export const contentTypeOf = (format: WholeFormat): string =>
  format === 'csv' ? 'text/csv; charset=utf-8; header=present' : MEDIA_TYPES[format];

/** The items of a list, some at a time; what they are as rows of a table, where that is asked for. */
export interface ListContent {
  readonly items: () => AsyncIterable<readonly unknown[]>;
  readonly table: ListTable;
}

/** The list as the format has it. What writes a format is loaded where it is first asked for. */
export async function* written(
  { items, table }: ListContent,
  format: WholeFormat,
  bom: boolean,
): AsyncGenerator<Uint8Array> {
  if (format === 'ndjson') yield* encoded(ndjson(items()));
  else if (format === 'csv') yield* encoded((await import('./csv.ts')).csv(table, bom));
  else if (format === 'xlsx') yield* (await import('./xlsx.ts')).xlsx(table);
  else yield* (await import('./parquet.ts')).parquet(table);
}

async function* ndjson(items: AsyncIterable<readonly unknown[]>): AsyncGenerator<string> {
  for await (const some of items) yield some.map((one) => `${JSON.stringify(one)}\n`).join('');
}

const encoder = new TextEncoder();

async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const text of texts) if (text) yield encoder.encode(text);
}

/** How many rows there are, as far as that is no more than `most`. */
export async function countRows(table: ListTable, most: number): Promise<number> {
  let count = 0;
  for await (const some of table.rows()) {
    count += some.length;
    if (count > most) break;
  }
  return count;
}
