/** See workbook.sh. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { SeriesRow } from '../../lambdas/query/schemas/series-row.ts';
import { listColumnsOf } from '../../lambdas/query/tables/columns.ts';
import { columnInJapanese } from '../../lambdas/query/tables/names-ja.ts';
import { type SheetCell, sheetsOf } from './flat-document.ts';

const PORT = 8797;
const API = `http://127.0.0.1:${PORT}`;
const LINKS_TRIED = 5;

const dir = await mkdtemp(join(tmpdir(), 'shisaku-workbook-'));
const shisaku = (...args: string[]) =>
  execFileSync(process.execPath, ['cli/shisaku.js', ...args], { encoding: 'utf8', maxBuffer: 1e9 });
const stack = spawn(
  process.execPath,
  [
    'cli/shisaku.js',
    'start',
    '--port',
    `${PORT}`,
    '--s3-port',
    '9797',
    '--data',
    join(dir, 'data'),
  ],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
try {
  for await (const line of createInterface({ input: stack.stdout }))
    if (/^ready:/.test(line)) break;
  shisaku('backfill', 'samples', '--api', API);
  const book = join(dir, 'book.xlsx');
  shisaku('export', 'series', '--format', 'xlsx', '--output', book, '--api', API);

  const home = `-env:UserInstallation=file://${join(dir, 'office')}`;
  execFileSync('soffice', [home, '--headless', '--convert-to', 'fods', '--outdir', dir, book]);
  const [rows = [], explained = []] = sheetsOf(await readFile(join(dir, 'book.fods'), 'utf8'));
  const columns = listColumnsOf(SeriesRow);
  const wrong = compare(rows);
  const names = explained.slice(1).map(([, name]) => name?.text);
  if (names.join() !== columns.map(({ name }) => name).join())
    wrong.push('not every column is explained');
  const tried = await tryLinks(rows);
  console.log(`${rows.length - 1} rows of ${columns.length} columns; ${wrong.length} cells differ`);
  console.log(`${tried} of ${LINKS_TRIED} values stand on the page that their link opens`);
  for (const line of wrong.slice(0, 20)) console.log(line);
  if (wrong.length > 0 || rows.length < 20 || tried < LINKS_TRIED) process.exitCode = 1;

  /** What differs between the cells and the rows of the API. */
  function compare(sheet: readonly (readonly SheetCell[])[]): string[] {
    const said: Record<string, unknown>[] = shisaku(
      'export',
      'series',
      '--format',
      'ndjson',
      '--api',
      API,
    )
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const [header = [], ...body] = sheet;
    const titles = columns.map(({ name }) => columnInJapanese(name).title);
    // LibreOffice gives the row the width of the widest.
    const printed = header.map(({ text }) => text).filter(Boolean);
    const differing = printed.join() === titles.join() ? [] : [`the header: ${printed.join()}`];
    if (body.length !== said.length) differing.push(`${body.length} rows for ${said.length}`);
    for (const [y, row] of said.entries()) {
      for (const [x, { name, format }] of columns.entries()) {
        const { text = '', link } = body[y]?.[x] ?? {};
        const value = row[name];
        const expected = value === null || value === undefined ? '' : String(value);
        const seen = format === 'uri-reference' && expected ? (link ?? '').replace(API, '') : text;
        // LibreOffice keeps true and false as 1 and 0.
        const isNumber = typeof value === 'number' || typeof value === 'boolean';
        const same = isNumber ? Number(seen) === Number(value) : seen === expected;
        if (!same) differing.push(`row ${y + 2} ${name}: ${seen} for ${expected}`);
      }
    }
    return differing;
  }

  /** How many actuals, of five over the whole sheet, stand on the page of the PDF that their link opens. */
  async function tryLinks(sheet: readonly (readonly SheetCell[])[]): Promise<number> {
    const at = (name: string) => columns.findIndex((column) => column.name === name);
    const all = sheet
      .slice(1)
      .filter((row) => row[at('actualText')]?.text && row[at('pdfUrl')]?.link);
    const chosen = Array.from(
      { length: LINKS_TRIED },
      (_, n) => all[Math.floor((n * all.length) / LINKS_TRIED)],
    );
    const linked = chosen.map((row) => row?.[at('pdfUrl')]?.link?.split('#page=') ?? []);
    const opened = await Promise.all(
      linked.map(async ([url = '']) => Buffer.from(await (await fetch(url)).arrayBuffer())),
    );
    let right = 0;
    for (const [n, bytes] of opened.entries()) {
      const file = join(dir, `${n}.pdf`);
      await writeFile(file, bytes);
      const seen = JSON.parse(shisaku('inspect', file, '--page', linked[n]?.[1] ?? ''));
      const text = seen.pages[0].lines.map((line: { text: string }) => line.text).join('');
      const value = chosen[n]?.[at('actualText')]?.text ?? '?';
      if (text.replaceAll(/\s/g, '').includes(value)) right += 1;
    }
    return right;
  }
} finally {
  stack.kill();
  await once(stack, 'exit');
  await rm(dir, { recursive: true, force: true });
}
