import type { Cell, Cells } from './columns.ts';
import type { Table } from './table.ts';

/** What a spreadsheet would run (https://owasp.org/www-community/attacks/CSV_Injection). */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;
/** A sign alone, as a sheet prints it for "none", or before a plain figure: no spreadsheet runs these. */
const HARMLESS = /^[-－+＋][\d.,０-９]*[%％]?$/;
const SPECIAL = /[",\r\n]/;

/**
 * Records as RFC 4180 writes them. Texts that begin with = + - @, their full-width forms, a tab or a carriage return get
 * an apostrophe in front; numbers, and texts that are no more than a sign or a figure, stay as they are.
 */
export function csvLines(rows: readonly Cells[]): string {
  let lines = '';
  for (const row of rows) {
    let line = '';
    for (const cell of row) line += `,${typeof cell === 'string' ? written(cell) : plain(cell)}`;
    lines += `${line.slice(1)}\r\n`;
  }
  return lines;
}

const plain = (cell: Exclude<Cell, string>): string => (cell === null ? '' : String(cell));

function written(text: string): string {
  const safe = FORMULA.test(text) && !HARMLESS.test(text) ? `'${text}` : text;
  return SPECIAL.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A header, then a line for each row. */
export async function* csv({ columns, rows }: Table, bom: boolean): AsyncGenerator<string> {
  let begin = (bom ? '\ufeff' : '') + csvLines([columns.map(({ name }) => name)]);
  for await (const some of rows()) {
    yield begin + csvLines(some);
    begin = '';
  }
  yield begin;
}
