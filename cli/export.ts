import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeExportFile } from '../lambdas/adapters/sqlite/export-file.ts';
import { ask, toStdout } from './api-client.ts';
import type { ApiOptions } from './api-options.ts';
import { tablesOf } from './export-tables.ts';
import { InputError } from './input.ts';
import { LISTS } from './lists.ts';
import { phrase } from './messages/said.ts';
import { checkWritable } from './output.ts';

type Filters = Readonly<Record<string, string | undefined>>;
interface Options extends Filters {
  readonly format: string;
  readonly output?: string;
}

const BINARY = ['xlsx', 'parquet', 'sqlite'];

/**
 * Writes a list, or with `sqlite` every list, to a file or to standard output.
 * @throws InputError unknown-list, binary-to-terminal, output-not-writable
 */
export async function exportList(
  api: ApiOptions,
  list: string,
  { format, output, ...filters }: Options,
): Promise<void> {
  const names = [...LISTS.map(({ name }) => name), 'facets'];
  if (!names.includes(list)) {
    throw new InputError(
      'unknown-list',
      phrase`There is no list ${list}; there are ${names.join(', ')}.`,
    );
  }
  if (output !== undefined) await checkWritable('output', output);
  if (output === undefined && BINARY.includes(format) && process.stdout.isTTY) {
    throw new InputError('binary-to-terminal', phrase`${format} is no text.`);
  }
  // The API answers with what there is: of a sheet that is not known, nothing.
  const { sheet } = filters;
  if (sheet !== undefined) await ask(api, `/v1/sheets/${encodeURIComponent(sheet)}`);
  if (format === 'sqlite') await exportDatabase(api, output, filters);
  else if (format === 'json' && list !== 'facets')
    await send(output, Readable.from(jsonOf(api, list, filters)));
  else {
    const { body } = await ask(api, `/v1/${list}`, { ...filters, format });
    if (body) await send(output, Readable.fromWeb(body as never));
  }
}

const send = (output: string | undefined, bytes: Readable): Promise<void> =>
  output === undefined ? toStdout(bytes) : pipeline(bytes, createWriteStream(output));

/** All pages as one array. */
async function* jsonOf(api: ApiOptions, list: string, filters: Filters): AsyncGenerator<string> {
  let begin = '[';
  for (let cursor: string | undefined | null; cursor !== null; ) {
    const answer = await ask(api, `/v1/${list}`, { ...filters, limit: '200', cursor });
    const page = (await answer.json()) as { items: unknown[]; nextCursor: string | null };
    for (const item of page.items) {
      yield `${begin}\n${JSON.stringify(item)}`;
      begin = ',';
    }
    cursor = page.nextCursor;
  }
  yield begin === '[' ? '[]\n' : '\n]\n';
}

/** One file with a table for each list, those columns and explanations are what the API says of itself. */
async function exportDatabase(api: ApiOptions, output: string | undefined, filters: Filters) {
  const tables = await tablesOf(api, filters);
  if (output !== undefined) {
    await rm(output, { force: true });
    await writeExportFile(output, tables);
    return;
  }
  const dir = await mkdtemp(join(tmpdir(), 'shisaku-export-'));
  try {
    const file = join(dir, 'export.db');
    await writeExportFile(file, tables);
    await toStdout(createReadStream(file));
  } finally {
    await rm(dir, { recursive: true });
  }
}
