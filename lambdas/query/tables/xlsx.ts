import { Zip, ZipDeflate } from 'fflate';
import { batches } from './batches.ts';
import type { Cells, ListColumn } from './columns.ts';
import { columnInJapanese, TYPE_NAMES, titleInJapanese } from './names-ja.ts';
import { headerRow, plainRows, row, type SheetCell, sheetEnd, sheetStart } from './sheet-xml.ts';
import type { ListTable } from './table.ts';
import { fixedParts } from './workbook.ts';

/** A sheet of Excel has 1,048,576 rows; the first are the names of the columns. */
export const MAX_ROWS = 1_048_575;
const ROWS_AT_ONCE = 500;

/**
 * A workbook: the rows under Japanese names, and a sheet that explains the columns. Numbers are numbers; what leads to a
 * page of a PDF opens it.
 */
export async function* xlsx(table: ListTable): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    made.push(bytes);
  });
  const part = (path: string) => {
    const file = new ZipDeflate(path, { level: 1 });
    zip.add(file);
    return {
      add: (xml: string) => void file.push(encoder.encode(xml)),
      end: (xml: string) => void file.push(encoder.encode(xml), true),
    };
  };
  for (const [path, xml] of fixedParts([titleInJapanese(table.name), '列の説明'])) {
    part(path).end(xml);
  }
  part('xl/worksheets/sheet2.xml').end(explanations(table.columns));
  yield* made.splice(0);

  const { columns } = table;
  const sheet = part('xl/worksheets/sheet1.xml');
  sheet.add(sheetStart(columns.map(widthOf)));
  sheet.add(headerRow(columns.map(({ name }) => columnInJapanese(name).title)));
  const shown = columns.map((column) => shownIn(column, table.origin));
  let count = 1;
  for await (const some of batches(table.rows(), ROWS_AT_ONCE)) {
    if (count + some.length > MAX_ROWS + 1) throw new Error('more rows than a sheet has');
    sheet.add(some.map((cells) => row(linked(cells, shown), ++count)).join(''));
    yield* made.splice(0);
  }
  sheet.end(sheetEnd(columns.length, count));
  zip.end();
  yield* made;
}

const encoder = new TextEncoder();

const widthOf = ({ type, format }: ListColumn): number =>
  format === 'uri-reference' ? 10 : type === 'string' ? 24 : 12;

type Show = ((cell: Cells[number]) => SheetCell) | undefined;

/** What leads somewhere in the API, as a link to there. */
const shownIn = ({ format }: ListColumn, origin: string): Show =>
  format === 'uri-reference'
    ? (cell) => (typeof cell === 'string' ? { url: origin + cell, text: pageOf(cell) } : cell)
    : undefined;

const linked = (cells: Cells, shown: readonly Show[]): SheetCell[] =>
  cells.map((cell, n) => shown[n]?.(cell) ?? cell);

const pageOf = (url: string): string => `${/#page=(\d+)$/.exec(url)?.[1] ?? ''}ページ`;

function explanations(columns: readonly ListColumn[]): string {
  const rows = columns.map(({ name, type, values }) => {
    const { title, explanation } = columnInJapanese(name);
    return [title, name, TYPE_NAMES[type], explanation, values?.join(' / ') ?? null];
  });
  const names = ['列の名前', 'APIでの名前', '型', '説明', '入る値'];
  return (
    sheetStart([24, 24, 10, 80, 60]) +
    headerRow(names) +
    plainRows(rows) +
    sheetEnd(names.length, rows.length + 1)
  );
}
