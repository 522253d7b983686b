import type { Cells, CellValue } from './columns.ts';

/** Characters that a cell of Excel holds at most. */
const MAX_CELL = 32_767;
/** Of a text within a formula. */
const MAX_LITERAL = 255;
const CUT = '…';

/** A text that leads somewhere when it is clicked. */
export interface Link {
  readonly url: string;
  readonly text: string;
}
export type SheetCell = CellValue | Link;

/** The styles of `styles.xml`, by their places in it. */
const HEADER = 1;
const LINK = 2;

/** What stands before the rows of a sheet, whose first row stays where it is. */
export const sheetStart = (widths: readonly number[]): string =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews>' +
  '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
  `</sheetView></sheetViews><cols>${widths.map(column).join('')}</cols><sheetData>`;

const column = (width: number, n: number) =>
  `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`;

/** What stands behind them; the first row offers to filter the others. */
export const sheetEnd = (columns: number, rows: number): string =>
  `</sheetData><autoFilter ref="A1:${letters(columns - 1)}${rows}"/></worksheet>`;

export const headerRow = (names: readonly string[]): string =>
  `<row r="1">${names.map((name, n) => inline(`${letters(n)}1`, name, HEADER)).join('')}</row>`;

/** A row; `n` counts from 1. */
export function row(cells: readonly SheetCell[], n: number): string {
  let xml = `<row r="${n}">`;
  for (const [at, cell] of cells.entries()) xml += cellXml(`${letters(at)}${n}`, cell);
  return `${xml}</row>`;
}

function cellXml(at: string, cell: SheetCell): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  return typeof cell === 'string' ? inline(at, cell, 0) : linkXml(at, cell);
}

/** A formula: of links proper a sheet may have 65,530 only. */
function linkXml(at: string, { url, text }: Link): string {
  if (url.length > MAX_LITERAL) return inline(at, url, 0);
  const literal = (one: string) => `"${one.replaceAll('"', '""')}"`;
  const formula = escaped(`HYPERLINK(${literal(url)},${literal(text)})`);
  return `<c r="${at}" t="str" s="${LINK}"><f>${formula}</f><v>${escaped(text)}</v></c>`;
}

function inline(at: string, text: string, style: number): string {
  const held = text.length > MAX_CELL ? text.slice(0, MAX_CELL - CUT.length) + CUT : text;
  const styled = style === 0 ? '' : ` s="${style}"`;
  return `<c r="${at}" t="inlineStr"${styled}><is><t xml:space="preserve">${escaped(held)}</t></is></c>`;
}

/** What XML does not allow, and what looks as if it stood for that, as `_x0001_` (ECMA-376, ST_Xstring). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\r]|_(?=x[0-9A-Fa-f]{4}_)/g;
const MARKUP = /[&<>]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const escaped = (text: string): string =>
  text
    .replace(UNFIT, (one) => `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(MARKUP, (one) => ENTITIES[one] ?? one);

const LETTERS: string[] = [];
/** The name of a column, counted from 0: A … Z, AA … */
function letters(n: number): string {
  LETTERS[n] ??=
    n < 26 ? String.fromCharCode(65 + n) : letters(Math.floor(n / 26) - 1) + letters(n % 26);
  return LETTERS[n];
}

/** Rows of cells that hold no links. */
export const plainRows = (rows: readonly Cells[]): string =>
  rows.map((cells, n) => row(cells, n + 2)).join('');
