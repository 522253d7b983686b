import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csvLines } from '../lambdas/query/tables/csv.ts';
import type { InspectedPage } from '../parsers/layout/inspection.ts';
import { InputError } from './input.ts';
import { phrase } from './messages/said.ts';

type InspectedTable = InspectedPage['tables'][number];

/**
 * A table's grid as CSV by RFC 4180: a record for each row, as many fields as there are columns. A cell over several rows
 * or columns has its text in the first and leaves the others empty; the lines of a cell are kept. A text that a spreadsheet
 * would run as a formula has an apostrophe in front.
 */
export function csvOf({ cells }: InspectedTable): string {
  const rows = Math.max(...cells.map(({ row, rowSpan }) => row + rowSpan));
  const columns = Math.max(...cells.map(({ col, colSpan }) => col + colSpan));
  const grid = Array.from({ length: rows }, () => Array<string>(columns).fill(''));
  for (const { row, col, text } of cells) {
    const fields = grid[row];
    if (fields) fields[col] = text;
  }
  return csvLines(grid);
}

/**
 * Writes every table of the pages into a folder, as `page-1-table-1.csv`; returns how many there are.
 * @throws InputError csv-not-writable
 */
export async function writeTables(
  folder: string,
  pages: readonly InspectedPage[],
): Promise<number> {
  const files = pages.flatMap(({ page, tables }) =>
    tables.map((table, n) => ({ name: `page-${page}-table-${n + 1}.csv`, text: csvOf(table) })),
  );
  try {
    await mkdir(folder, { recursive: true });
    for (const { name, text } of files) await writeFile(join(folder, name), text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new InputError(
      'csv-not-writable',
      phrase`The tables cannot be written to ${folder}: ${why}`,
    );
  }
  return files.length;
}
