import { indexRows } from '../../lambdas/adapters/dynamodb/search/index-rows.ts';
import { loadTokenize } from '../../lambdas/dictionary.ts';
import type { Row } from '../../lambdas/ports/records.ts';
import type { SheetRecord } from '../../parsers/records/sheet.ts';

/** On-demand prices of ap-northeast-1 in USD: https://aws.amazon.com/dynamodb/pricing/on-demand/ */
const MILLION_WRITES = 0.715;
const GIGABYTE_MONTH = 0.285;
/** What DynamoDB adds to each item that it bills for storage. */
const OVERHEAD = 100;

/** What the index of each sheet takes, as a line to print. */
export async function indexFigures(sheets: readonly SheetRecord[]): Promise<string> {
  const tokenize = await loadTokenize();
  const started = performance.now();
  const each = sheets.map((sheet) => {
    const { told, others } = indexRows(sheet, `${'0'.repeat(64)}#${'0'.repeat(36)}#1`, tokenize);
    const written = [...told, ...others, ...told].map(bytesOf);
    return {
      items: told.length + others.length,
      writes: written.reduce((sum, bytes) => sum + Math.ceil(bytes / 1024), 0),
      bytes: [...told, ...others].reduce((sum, row) => sum + bytesOf(row) + OVERHEAD, 0),
    };
  });
  const ms = (performance.now() - started) / sheets.length;
  const of = (what: 'items' | 'writes' | 'bytes') => {
    const sorted = each.map((one) => one[what]).sort((a, b) => a - b);
    const mean = sorted.reduce((sum, one) => sum + one, 0) / sorted.length;
    return {
      mean,
      p95: sorted[Math.floor(sorted.length * 0.95)] ?? NaN,
      max: sorted.at(-1) ?? NaN,
    };
  };
  const [items, writes, bytes] = [of('items'), of('writes'), of('bytes')];
  const cost = (writes.mean / 1e6) * MILLION_WRITES * 1000;
  const month = (bytes.mean / 1e9) * GIGABYTE_MONTH * 1000;
  return [
    `index of a sheet: ${items.mean.toFixed(0)} items (95 % have at most ${items.p95}, the largest ${items.max}),`,
    `${writes.mean.toFixed(0)} write units, ${(bytes.mean / 1024).toFixed(0)} KB, ${ms.toFixed(1)} ms to make;`,
    `a thousand sheets: ${cost.toFixed(2)} USD to write, ${month.toFixed(2)} USD a month to keep`,
  ].join(' ');
}

/** As DynamoDB counts: names and values, UTF-8. */
const bytesOf = (row: Row): number =>
  Object.entries(row).reduce(
    (sum, [name, value]) =>
      sum +
      Buffer.byteLength(name) +
      (value instanceof Uint8Array ? value.length : Buffer.byteLength(JSON.stringify(value) ?? '')),
    0,
  );
