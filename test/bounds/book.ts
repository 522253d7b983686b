import { readFileSync, writeFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import { ocrEngine } from '../../lambdas/ocr/engine.ts';
import { resources } from '../../lambdas/reader/resources.ts';
import { parse } from '../../parsers/parse.ts';
import { Pixels } from '../../parsers/pdf/pixels.ts';
import { Random } from '../../samples/generator/random.ts';
import { encoded, scanned } from '../scan/scanner.ts';
import { smallSheet } from '../scan/small-sheet.ts';

// `node test/bounds/book.ts FILE PAGES` draws a scanned book; `node test/bounds/book.ts FILE` reads it and prints how much
// memory is taken when a page is begun. In a process of its own, which nothing else fills.

/** What the book may take at its end beyond what it took here, in MB: garbage that is not yet cleaned up. */
const MAX_GROWTH = 150;
const FIRST = 10;
/** Which share of the small sheet is its head. */
const HEAD = 0.43;
const MB = 1024 * 1024;
/** A4, in points. */
const WIDE = 595;
const HIGH = 842;

const [file = '', pages] = process.argv.slice(2);
if (pages) writeFileSync(file, await book(Number(pages)));
else await readBook(new Uint8Array(readFileSync(file)));
process.exit();

/** A sheet, and its head again and again, each page with a picture of its own. */
async function book(count: number): Promise<Uint8Array> {
  const scan = await scanned(await smallSheet(), { dpi: 200, skew: 0.3, noise: 8 }, new Random(1));
  const picture = await new Pixels(scan, resources.assets).of(1);
  if (!picture) throw new Error('The sheet was not drawn.');
  const { width, grey } = picture;
  const height = Math.round(picture.height * HEAD);
  const [whole, head] = [picture, { width, height, grey: grey.slice(0, width * height) }].map(
    (page) => encoded(page, { quality: 80 }),
  );
  const document = new PDFDocument({ size: [WIDE, HIGH], margin: 0, autoFirstPage: false });
  const chunks: Uint8Array[] = [];
  const ended = new Promise<void>((resolve) => document.on('end', resolve));
  document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  for (let page = 0; page < count; page++) {
    const jpeg = Buffer.from((page === 0 ? whole : head) as Buffer);
    document.addPage().image(jpeg, 0, 0, { width: WIDE });
  }
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

async function readBook(bytes: Uint8Array): Promise<void> {
  const taken: number[] = [];
  const ocr = ocrEngine(2, () => taken.push(Math.round(process.memoryUsage.rss() / MB)));
  const { document } = await parse(bytes, { ...resources, ocr });
  await ocr.stop();
  const { user, system } = process.cpuUsage();
  const growth = (taken.at(-1) ?? NaN) - (taken[FIRST - 1] ?? NaN);
  const at = [FIRST, Math.round(document.pages / 2), document.pages]
    .map((page) => `${taken[page - 1]} MB at page ${page}`)
    .join(', ');
  const most = Math.round(process.resourceUsage().maxRSS / 1024);
  const cpu = (user + system) / 1e6 / document.pages;
  console.log(
    `a scanned book of ${document.pages} pages: ${at}, at most ${most} MB; ${cpu.toFixed(1)} CPU seconds a page`,
  );
  if (!(growth <= MAX_GROWTH)) process.exitCode = 1;
}
