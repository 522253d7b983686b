/**
 * Opens the figures of a corpus in LibreOffice (`soffice`, which must be installed) and compares every cell:
 * `node test/query/spreadsheet.ts [SHEETS]`. A sheet of its own says what a spreadsheet might run.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { publish } from '../search/library.ts';
import { openLibrary } from './library.ts';

const FORMULAS = ['=1+1', '+1+1', '-1+1', '@SUM(1)', '＝1+1'];

const count = Number(process.argv[2] ?? 100);
const library = await openLibrary(count);
const dir = await mkdtemp(join(tmpdir(), 'shisaku-spreadsheet-'));
try {
  const [model] = library.sheets.filter(({ indicators }) => indicators.length > 0);
  const [indicator] = model?.indicators ?? [];
  if (!model || !indicator) throw new Error('the corpus has no indicator');
  const indicators = FORMULAS.map((name, n) => ({ ...indicator, id: `formula-${n}`, name }));
  await publish(library.store, { ...model, id: 'shiomi-2012-shisaku-formula', indicators });

  const request = async (query: string) => {
    const answer = await library.app.request(`/v1/observations?${query}`);
    return Buffer.from(await answer.arrayBuffer());
  };
  const rows: Record<string, string | number | null>[] = (await request('format=ndjson'))
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  await writeFile(join(dir, 'figures.csv'), await request('format=csv&bom=true'));
  // Comma, quote, UTF-8: what its dialog offers. Without a window it takes the encoding of the locale, mark or not.
  const how = ['--headless', '--infilter=CSV:44,34,76', '--convert-to', 'fods', 'figures.csv'];
  execFileSync('soffice', how, { cwd: dir });
  const table = cellsOf(await readFile(join(dir, 'figures.fods'), 'utf8'));

  const [header = [], ...body] = table;
  const names = Object.keys(rows[0] ?? {});
  const wrong: string[] = [];
  if (header.join() !== names.join()) wrong.push(`header ${header.join()}`);
  if (body.length !== rows.length) wrong.push(`${body.length} rows for ${rows.length}`);
  for (const [n, row] of rows.entries()) {
    for (const [at, name] of names.entries()) {
      const [seen = '', said = ''] = [body[n]?.[at], String(row[name] ?? '')];
      // What could run has an apostrophe in front; LibreOffice takes texts that are figures for figures.
      const same = seen === said || seen === `'${said}` || figure(seen) === figure(said);
      if (!same) wrong.push(`row ${n + 2} ${name}: ${seen} for ${said}`);
    }
  }
  console.log(`${body.length} rows of ${header.length} columns; ${wrong.length} cells differ`);
  for (const line of wrong.slice(0, 20)) console.log(line);
  if (wrong.length > 0) process.exitCode = 1;
} finally {
  await rm(dir, { recursive: true });
  await library.close();
}

/** Cells of a flat OpenDocument table; one with a formula is told by it. */
function cellsOf(xml: string): string[][] {
  const parser = new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    trimValues: false,
    isArray: (name) => ['table:table-row', 'table:table-cell', 'text:p'].includes(name),
  });
  const [sheet] = [parser.parse(xml)['office:document']['office:body']['office:spreadsheet']];
  return sheet['table:table']['table:table-row']
    .map((row: Node) => ((row['table:table-cell'] ?? []) as Node[]).flatMap(textsOf))
    .filter((row: string[]) => row.some((text) => text !== ''));
}

type Node = Readonly<Record<string, unknown>>;

function textsOf(cell: Node): string[] {
  const repeated = Math.min(Number(cell['@_table:number-columns-repeated'] ?? 1), 30);
  const formula = cell['@_table:formula'];
  const paragraphs = ((cell['text:p'] ?? []) as unknown[]).map((p) =>
    typeof p === 'string' ? p : String((p as Node)['#text'] ?? ''),
  );
  const value = cell['@_office:value'];
  const text = formula ? `formula ${formula}` : String(value ?? paragraphs.join('\n'));
  return Array.from({ length: repeated }, () => text);
}

function figure(text: string): number | string {
  const number = Number(text.replaceAll(',', '').replace(/^(.*)%$/, (_, n) => String(n / 100)));
  return text === '' || Number.isNaN(number) ? text : Math.round(number * 1e9) / 1e9;
}
