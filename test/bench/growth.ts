/**
 * How time and peak memory of `parse`, in a process as the sandbox starts it, grow with the pages of a report book:
 * `node test/bench/growth.ts`.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { resources } from '../../lambdas/reader/resources.ts';
import { READER_FLAGS } from '../../lambdas/reader/sandbox.ts';
import { parse } from '../../parsers/parse.ts';
import { kinkyu2012 } from '../../samples/data/shiomi-2012-kinkyu-2.ts';
import type { Sheet } from '../../samples/generator/content.ts';
import { makeDocument } from '../../samples/generator/document.ts';
import { reportTool } from '../../samples/producers.ts';

type Run = { pages: number; sheets: number; ms: number; peak: number };

/** One reading in a process of its own: warm (a small document first), then the book. */
async function measure(warmUp: string, book: string): Promise<Run> {
  await parse(new Uint8Array(readFileSync(warmUp)), resources);
  const bytes = new Uint8Array(readFileSync(book));
  const start = performance.now();
  const { document, sheets } = await parse(bytes, resources);
  const ms = performance.now() - start;
  return {
    pages: document.pages,
    sheets: sheets.length,
    ms,
    peak: process.resourceUsage().maxRSS / 1024,
  };
}

/** A book of about this many pages: the same sheet again and again, under other numbers. */
async function book(pages: number, file: string): Promise<void> {
  const one = (await makeDocument(reportTool, [kinkyu2012], null)).pages;
  const sheets = Array.from(
    { length: Math.ceil(pages / one) },
    (_, n): Sheet => ({ ...kinkyu2012, number: String(n + 1) }),
  );
  writeFileSync(file, (await makeDocument(reportTool, sheets, null)).pdf);
}

const [mode, warmUp, file] = process.argv.slice(2);
if (mode === 'measure' && warmUp && file) {
  console.log(JSON.stringify(await measure(warmUp, file)));
} else {
  const dir = mkdtempSync(join(tmpdir(), 'growth-'));
  const files = [10, 100, 500].map((pages) => ({ pages, file: join(dir, `${pages}.pdf`) }));
  for (const { pages, file } of files) await book(pages, file);
  const smallest = files[0]?.file ?? '';
  const runs = files.map(({ file }): Run => {
    const self = fileURLToPath(import.meta.url);
    return JSON.parse(
      execFileSync(process.execPath, [...READER_FLAGS, self, 'measure', smallest, file], {
        encoding: 'utf8',
      }),
    );
  });
  rmSync(dir, { recursive: true });
  const [first] = runs;
  for (const { pages, sheets, ms, peak } of runs) {
    const each = ms / pages;
    const ratio = first ? each / (first.ms / first.pages) : NaN;
    console.log(
      `${pages} pages, ${sheets} sheets: ${ms.toFixed(0)} ms, ${each.toFixed(1)} ms a page (${ratio.toFixed(2)}),` +
        ` peak ${peak.toFixed(0)} MB (+${(peak - (first?.peak ?? 0)).toFixed(0)})`,
    );
  }
}
