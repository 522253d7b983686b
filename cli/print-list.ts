import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { columnInJapanese } from '../lambdas/query/tables/names-ja.ts';
import { ask, printJson, toStdout } from './api-client.ts';
import type { ApiOptions } from './api-options.ts';
import { LANGUAGE } from './language.ts';
import { said } from './messages/said.ts';
import { textTable } from './text-table.ts';
import { valueIn } from './value-in.ts';

export interface ListOptions {
  readonly json?: boolean;
  readonly table?: boolean;
  readonly all?: boolean;
  readonly limit?: string;
}

type Filters = Readonly<Record<string, string | undefined>>;

const ROWS = 50;
const WIDTH = 120;

/** Prints a list: in a terminal, or with `table`, as a table; else, and with `json`, as the API answers. */
export async function printList(
  api: ApiOptions,
  { path, shown }: { readonly path: string; readonly shown: readonly string[] },
  { json, table, all, limit }: ListOptions,
  filters: Filters,
): Promise<void> {
  if (json || !(table || process.stdout.isTTY)) {
    await printJson(await pages(api, path, all === true, { ...filters, limit }));
    return;
  }
  const most = all ? Number.POSITIVE_INFINITY : Number(limit ?? ROWS);
  const { rows, more } = await someRows(api, path, filters, most);
  const columns =
    LANGUAGE === 'ja' ? shown.map((one) => (one === 'message' ? 'messageJa' : one)) : shown;
  const titles = columns.map((one) => (LANGUAGE === 'ja' ? columnInJapanese(one).title : one));
  const cells = rows.map((row) => columns.map((one) => String(valueIn(row, one) ?? '')));
  const text = textTable(titles, cells, process.stdout.columns ?? WIDTH);
  await toStdout(
    (async function* () {
      yield text;
    })(),
  );
  const told = more ? 'rows, and there are more: --all prints them' : 'rows';
  process.stderr.write(`${rows.length} ${said(told)}\n`);
}

interface Page {
  readonly items: unknown[];
  nextCursor: string | null;
}

async function pages(api: ApiOptions, path: string, all: boolean, filters: Filters): Promise<Page> {
  const page = async (cursor?: string): Promise<Page> =>
    (await (await ask(api, path, { ...filters, cursor })).json()) as Page;
  const found = await page();
  while (all && found.nextCursor !== null) {
    const { items, nextCursor } = await page(found.nextCursor);
    found.items.push(...items);
    found.nextCursor = nextCursor;
  }
  return found;
}

/** The first rows of the whole list; the rest is not waited for. */
async function someRows(api: ApiOptions, path: string, filters: Filters, most: number) {
  const { body } = await ask(api, path, { ...filters, format: 'ndjson' });
  const rows: unknown[] = [];
  if (!body) return { rows, more: false };
  const input = Readable.fromWeb(body as never);
  for await (const line of createInterface({ input })) {
    if (rows.length >= most) {
      input.destroy();
      return { rows, more: true };
    }
    rows.push(JSON.parse(line));
  }
  return { rows, more: false };
}
