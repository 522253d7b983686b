import { XMLParser } from 'fast-xml-parser';

/** A cell as LibreOffice has it: its value or text, and where it leads. */
export interface SheetCell {
  readonly text: string;
  readonly link?: string;
}

type Node = Readonly<Record<string, unknown>>;

/** The sheets of a flat OpenDocument spreadsheet, without what is empty at their ends. */
export function sheetsOf(xml: string): SheetCell[][][] {
  const parser = new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    isArray: (name) =>
      ['table:table', 'table:table-row', 'table:table-cell', 'text:p'].includes(name),
  });
  const { 'office:document': root } = parser.parse(xml);
  return root['office:body']['office:spreadsheet']['table:table'].map((table: Node) =>
    ((table['table:table-row'] ?? []) as Node[])
      .map((row) => ((row['table:table-cell'] ?? []) as Node[]).flatMap(cells))
      .filter((row) => row.some(({ text }) => text !== '')),
  );
}

const MAX_REPEATED = 100;

function cells(cell: Node): SheetCell[] {
  const repeated = Math.min(Number(cell['@_table:number-columns-repeated'] ?? 1), MAX_REPEATED);
  const paragraphs = ((cell['text:p'] ?? []) as unknown[]).map((p) =>
    typeof p === 'string' ? p : String((p as Node)['#text'] ?? ''),
  );
  const value = cell['@_office:value'] ?? cell['@_office:boolean-value'];
  const [, link] = /HYPERLINK\("(.*?)"/.exec(String(cell['@_table:formula'] ?? '')) ?? [];
  const own = { text: String(value ?? paragraphs.join('\n')), ...(link !== undefined && { link }) };
  return Array.from({ length: repeated }, () => own);
}
