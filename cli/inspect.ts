import { writeFile } from 'node:fs/promises';
import { resources } from '../lambdas/reader/resources.ts';
import { inspected } from '../parsers/layout/inspection.ts';
import { readLayout } from '../parsers/parse.ts';
import { picturesOf } from '../parsers/pdf/picture.ts';
import { counted } from './counted.ts';
import { InputError, readInput } from './input.ts';
import { checkWritable } from './output.ts';
import { overlaySvg } from './overlay.ts';
import { writeTables } from './tables.ts';

/** Pixels per point of the page pictures below the overlay. */
const SCALE = 1.5;

export interface InspectOptions {
  readonly page?: number;
  readonly svg?: string;
  readonly csv?: string;
}

/** Prints the layout of a PDF; writes its picture and its tables where they are asked for. */
export async function inspectFile(file: string, options: InspectOptions): Promise<void> {
  if (options.svg !== undefined) await checkWritable('svg', options.svg);
  const bytes = await readInput(file);
  const { layouts } = await readLayout(bytes, resources.assets);
  const pages = layouts
    .filter(({ page }) => options.page === undefined || page.number === options.page)
    .map(inspected);
  if (pages.length === 0) {
    throw new InputError(
      'no-such-page',
      `${file} has ${layouts.length} ${layouts.length === 1 ? 'page' : 'pages'}.`,
    );
  }
  if (options.svg !== undefined) {
    const numbers = pages.map(({ page }) => page);
    const pictures = await picturesOf(bytes, resources.assets, numbers, SCALE);
    await writeFile(options.svg, overlaySvg(pages, pictures));
  }
  if (options.csv !== undefined) {
    const tables = await writeTables(options.csv, pages);
    process.stderr.write(`${counted(tables, 'table')} written to ${options.csv}\n`);
  }
  process.stdout.write(`${JSON.stringify({ pages }, null, 2)}\n`);
}
