import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { csvLines } from '../lambdas/query/tables/csv.ts';
import { InputError } from './input.ts';
import { phrase } from './messages/said.ts';
import { checkWritable } from './output.ts';

/** One row, whatever its cells are. */
export type ReportRow = Readonly<Record<string, string | number | null>>;

/**
 * Refuses a report that could not be written, before anything is done.
 * @throws InputError report-format, report-not-writable
 */
export async function checkReport(file: string | undefined): Promise<void> {
  if (file === undefined) return;
  if (formatOf(file) === undefined) {
    throw new InputError('report-format', phrase`${file}: a report ends in .json or .csv.`);
  }
  await checkWritable('report', file);
}

/** Writes `value` as JSON or `rows` as CSV, by the ending. A spreadsheet takes no cell of the CSV for a formula. */
export async function writeReport(
  file: string,
  value: object,
  columns: readonly string[],
  rows: readonly ReportRow[],
): Promise<void> {
  const text =
    formatOf(file) === 'json'
      ? `${JSON.stringify(value, null, 2)}\n`
      : csvLines([columns, ...rows.map((row) => columns.map((name) => row[name] ?? null))]);
  await writeFile(file, text);
}

function formatOf(file: string): 'json' | 'csv' | undefined {
  const ending = extname(file).toLowerCase();
  return ending === '.json' ? 'json' : ending === '.csv' ? 'csv' : undefined;
}
