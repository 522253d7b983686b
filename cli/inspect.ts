import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { ocrEngine } from '../lambdas/ocr/engine.ts';
import type { FormatFile } from '../lambdas/reader/format-files.ts';
import { knownFormats } from '../lambdas/reader/formats.ts';
import { sandboxBoundsOf } from '../lambdas/reader/limits.ts';
import { resources } from '../lambdas/reader/resources.ts';
import { inspected } from '../parsers/layout/inspection.ts';
import type { PageLayout } from '../parsers/layout/layout.ts';
import { DEFAULT_LIMITS } from '../parsers/limits.ts';
import { readLayout } from '../parsers/parse.ts';
import { picturesOf } from '../parsers/pdf/picture.ts';
import { type RolesOfPage, rolesOf } from '../parsers/roles.ts';
import { counted } from './counted.ts';
import { formatsIn } from './formats.ts';
import { InputError, readInput } from './input.ts';
import { phrase } from './messages/said.ts';
import { checkWritable } from './output.ts';
import { overlaySvg } from './picture/overlay.ts';
import { writeTables } from './tables.ts';

/** Pixels per point of the page pictures below the overlay. */
const SCALE = 1.5;

export interface InspectOptions {
  readonly page?: number;
  readonly svg?: string;
  readonly csv?: string;
  readonly formats?: string;
}

/** Prints what the parser sees in a PDF, and writes it as a picture and as CSV files where these are asked for. */
export async function inspectFile(file: string, options: InspectOptions): Promise<void> {
  if (options.svg !== undefined) await checkWritable('svg', options.svg);
  const formats = formatsIn(options.formats);
  const bytes = await readInput(file);
  const layouts = await layoutsOf(bytes);
  const shown = layouts.filter(
    ({ page }) => options.page === undefined || page.number === options.page,
  );
  if (shown.length === 0) {
    throw new InputError('no-such-page', phrase`${file} has pages 1 to ${layouts.length}.`);
  }
  const pages = shown.map(inspected);
  if (options.svg !== undefined) {
    await writeFile(options.svg, await pictureOf(bytes, layouts, shown, formats));
  }
  if (options.csv !== undefined) {
    const tables = await writeTables(options.csv, pages);
    process.stderr.write(`${counted(tables, 'table')} written to ${options.csv}\n`);
  }
  process.stdout.write(`${JSON.stringify({ pages }, null, 2)}\n`);
}

/** Pages that are pictures are read from their pixels, unless the environment says otherwise. */
async function layoutsOf(bytes: Uint8Array): Promise<readonly PageLayout[]> {
  const ocr = sandboxBoundsOf(process.env).ocr ? ocrEngine(availableParallelism()) : undefined;
  try {
    return (await readLayout(bytes, resources.assets, DEFAULT_LIMITS, { ...resources, ocr }))
      .layouts;
  } finally {
    await ocr?.stop();
  }
}

/** The pages that are shown, coloured by what the whole document says. */
async function pictureOf(
  bytes: Uint8Array,
  layouts: readonly PageLayout[],
  shown: readonly PageLayout[],
  formats: readonly FormatFile[],
): Promise<string> {
  const roles = await rolesOf(layouts, { ...resources, ...knownFormats(formats) });
  const numbers = new Set(shown.map(({ page }) => page.number));
  const pictures = await picturesOf(bytes, resources.assets, [...numbers], SCALE);
  return overlaySvg(
    shown.map((layout) => ({
      inspected: inspected(layout),
      page: layout.page,
      roles: roles[layouts.indexOf(layout)] as RolesOfPage,
      picture: pictures.get(layout.page.number),
    })),
  );
}
