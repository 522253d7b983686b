/**
 * Time of reading, as ratios to plain pdf.js over the same files in the same run:
 * `node test/bench/reading.ts [--rounds N] FILE…`.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { resources } from '../../lambdas/reader/resources.ts';
import type { PageLayout } from '../../parsers/layout/layout.ts';
import { layOut } from '../../parsers/layout/layout.ts';
import { parse } from '../../parsers/parse.ts';
import { readPages } from '../../parsers/pdf/read.ts';
import { DocumentRecord } from '../../parsers/records/document.ts';
import { DocumentReader } from '../../parsers/sheets/document.ts';
import type { ItemLanguage } from '../../parsers/sheets/language.ts';

const { values, positionals } = parseArgs({
  options: { rounds: { type: 'string', default: '15' } },
  allowPositionals: true,
});
const files = positionals.map((path) => new Uint8Array(readFileSync(path)));
const silent: ItemLanguage = {
  read: () => ({ facts: [], dates: [], keywords: [] }),
  isWord: () => false,
};
const withoutTokens = { ...resources, language: async () => silent };

/** What others do at least: both calls for every page. Returns the number of pages. */
async function plainPdfjs(bytes: Uint8Array): Promise<number> {
  const task = getDocument({ data: new Uint8Array(bytes), ...resources.assets, verbosity: 0 });
  const document = await task.promise;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    await page.getTextContent();
    await page.getOperatorList();
    page.cleanup();
  }
  const pages = document.numPages;
  await task.destroy();
  return pages;
}

async function sheetsOf(layouts: readonly PageLayout[]) {
  const reader = new DocumentReader(withoutTokens);
  for (const layout of layouts) await reader.add(layout);
  return reader.finish();
}

/** Milliseconds by step, then by file. */
const times = new Map<string, number[][]>();
let file = 0;
let pageCount = 0;

async function timed<T>(name: string, work: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  const taken = performance.now() - start;
  const ofStep = times.get(name) ?? files.map(() => []);
  ofStep[file]?.push(taken);
  times.set(name, ofStep);
  return result;
}

/** The files' medians together, of the rounds after the first third, which warms up. */
function together(name: string): number {
  return (times.get(name) ?? []).reduce((sum, all) => {
    const warm = all.slice(Math.floor(all.length / 3)).sort((a, b) => a - b);
    return sum + (warm[Math.floor(warm.length / 2)] ?? NaN);
  }, 0);
}

for (let round = 0; round < Number(values.rounds); round++) {
  for (const [index, bytes] of files.entries()) {
    file = index;
    const pages = await timed('plain pdf.js', () => plainPdfjs(bytes));
    if (round === 0) pageCount += pages;
    await timed('reading (bytes to validated record, no tokens)', () =>
      parse(bytes, withoutTokens),
    );
    await timed('whole parse', () => parse(bytes, resources));
    const read = await timed('  pages: glyphs and rules', () =>
      Array.fromAsync(readPages(bytes, resources.assets)),
    );
    const layouts = await timed('  layout: lines and tables', () => read.map(layOut));
    const sheets = await timed('  sheets: sections and values', () => sheetsOf(layouts));
    const document = { sha256: '0'.repeat(64), bytes: 1, pages, textSource: 'embedded' };
    await timed('  records: validation', () => DocumentRecord.parse({ document, ...sheets }));
  }
}

const plain = together('plain pdf.js');
console.log(`${files.length} files, medians of ${values.rounds} rounds (the first third warms up)`);
for (const name of times.keys()) {
  const ms = together(name);
  console.log(`${name.padEnd(48)} ${ms.toFixed(1).padStart(8)} ms  ${(ms / plain).toFixed(2)}`);
}
console.log(`a page: ${(together('whole parse') / pageCount).toFixed(1)} ms`);
