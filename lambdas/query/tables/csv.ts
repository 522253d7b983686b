import type { Cells, CellValue } from './columns.ts';
import type { ListTable } from './table.ts';

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
  let above: Cells = [];
  const texts: string[] = [];
  // Most rows begin as those above them: what so many cells say is one text.
  let head = '';
  let ofHead = 0;
  for (const row of rows) {
    let same = 0;
    while (same < row.length && row[same] === above[same]) same++;
    if (same < ofHead || ofHead === 0) {
      head = texts.slice(0, same).join('');
      ofHead = same;
    }
    row.forEach((cell, n) => {
      if (n >= same && cell !== above[n]) texts[n] = n === 0 ? written(cell) : `,${written(cell)}`;
    });
    let line = head;
    for (const text of texts.slice(ofHead)) line += text;
    lines += `${line}\r\n`;
    above = row;
  }
  return lines;
}

function written(cell: CellValue): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const safe = FORMULA.test(cell) && !HARMLESS.test(cell) ? `'${cell}` : cell;
  return SPECIAL.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A header, then a line for each row. */
export async function* csv({ columns, rows }: ListTable, bom: boolean): AsyncGenerator<string> {
  let begin = (bom ? '\ufeff' : '') + csvLines([columns.map(({ name }) => name)]);
  for await (const some of rows()) {
    yield begin + csvLines(some);
    begin = '';
  }
  yield begin;
}
