import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { ocrEngine } from '../../lambdas/ocr/engine.ts';
import { resources } from '../../lambdas/reader/resources.ts';
import { parse } from '../../parsers/parse.ts';
import { Random } from '../../samples/generator/random.ts';
import { synthesize } from '../infra/synthesized.ts';
import { scanned } from '../scan/scanner.ts';

/**
 * `npm run bench:scans`: what a page that is a picture takes, of samples that are printed and scanned at 200 dpi. Pages a
 * minute are measured here, and reckoned from the CPU seconds for the stack's largest function, which is the one for scans.
 */

/** A Lambda function has one virtual CPU for so many MB of its memory (AWS Lambda's guide, "Configure memory"). */
const MB_PER_CPU = 1769;
const FILES = ['samples/shiomi-2013-shisaku-214.pdf', 'samples/shiomi-2015-nanbu.pdf'];
const lanes = Math.min(2, availableParallelism());

const scans: Uint8Array[] = [];
for (const file of FILES) {
  const pdf = new Uint8Array(readFileSync(file));
  scans.push(await scanned(pdf, { dpi: 200, skew: 0.4, noise: 8, quality: 80 }, new Random(1)));
}
let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 50);
let pages = 0;
const began = { cpu: process.cpuUsage(), at: performance.now() };
for (const scan of scans) {
  const ocr = ocrEngine(lanes);
  const { document } = await parse(scan, { ...resources, ocr });
  await ocr.stop();
  pages += document.pages;
}
clearInterval(watch);
const { user, system } = process.cpuUsage(began.cpu);
const seconds = (performance.now() - began.at) / 1000;
const cpu = (user + system) / 1e6 / pages;
const functionMb = Math.max(
  ...synthesize()
    .ofType('AWS::Lambda::Function')
    .map(({ Properties }) => Number(Properties.MemorySize ?? 0)),
);
const cpus = functionMb / MB_PER_CPU;
console.log(
  [
    `${pages} pages: ${cpu.toFixed(1)} CPU seconds a page, ${(peak / 1e6).toFixed(0)} MB at most`,
    `on ${lanes} cores ${((60 * pages) / seconds).toFixed(1)} pages a minute, ${((60 * lanes) / cpu).toFixed(1)} where nothing else runs`,
    `on a function of ${functionMb} MB (${cpus.toFixed(2)} CPUs) ${((60 * cpus) / cpu).toFixed(1)} pages a minute`,
  ].join('\n'),
);
process.exit();
