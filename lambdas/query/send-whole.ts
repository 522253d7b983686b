import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { QueryPorts } from './api.ts';
import { isKnown, keptName } from './kept.ts';
import { Problem } from './problem.ts';
import { cellsBy, type ListColumn } from './tables/columns.ts';
import { contentTypeOf, countRows, type WholeFormat, written } from './tables/formats.ts';
import type { ListTable } from './tables/table.ts';

/** All rows of a list, some at a time, and a name for the state of the store that they are of. */
export interface Whole<Row> {
  readonly state: string;
  readonly rows: () => AsyncIterable<readonly Row[]>;
  /** where they are not those of every such list */
  readonly columns?: readonly ListColumn[];
}

/** Where no code is named, no answer outlives this process. */
const OWN_EDITION = randomUUID();

/** What a table is called, its columns, and how it is sent. */
interface Sent {
  readonly name: string;
  readonly columns: readonly ListColumn[];
  readonly format: WholeFormat;
  readonly bom: boolean;
}

/** Answers with all rows in a format; 304 where the client has them. */
export async function sendWhole<Row>(
  c: Context,
  { edition = OWN_EDITION }: QueryPorts,
  { name, columns, format, bom }: Sent,
  { state, rows, columns: own = columns }: Whole<Row>,
): Promise<Response> {
  const { origin } = new URL(c.req.url);
  // In a workbook links lead to where it came from.
  const kept = keptName(edition, name, format, bom, format === 'xlsx' && origin, state);
  c.header('etag', `"${kept}"`);
  if (isKnown(c, kept)) return c.body(null, 304);
  c.set('kept', kept);
  const table = { name, columns: own, origin, rows: () => cellsOf(rows(), own) };
  if (format === 'xlsx') await refuseTooMany(table);
  const bytes = written({ items: rows, table }, format, bom);
  return c.body(await begun(bytes), 200, {
    'content-type': contentTypeOf(format),
    'content-disposition': `attachment; filename="${name}.${format}"`,
  });
}

async function refuseTooMany(table: ListTable): Promise<void> {
  const { MAX_ROWS } = await import('./tables/xlsx.ts');
  if ((await countRows(table, MAX_ROWS)) <= MAX_ROWS) return;
  throw new Problem(
    'too-many-rows',
    `A sheet of Excel has room for ${MAX_ROWS.toLocaleString('en')} rows: narrow the list, or take format=csv.`,
    'format',
  );
}

async function* cellsOf(items: AsyncIterable<readonly unknown[]>, columns: readonly ListColumn[]) {
  const cells = cellsBy(columns);
  for await (const some of items) yield some.map(cells);
}

/**
 * A stream that makes its next piece when it is asked for it, and none any more once the client has left. The first is
 * there before the answer begins: what fails at once is told by a status.
 */
async function begun(pieces: AsyncGenerator<Uint8Array>): Promise<ReadableStream<Uint8Array>> {
  const first = await pieces.next();
  const all = async function* () {
    if (!first.done) yield first.value;
    yield* pieces;
  };
  return ReadableStream.from(all());
}
