import { writeFile } from 'node:fs/promises';
import { Command, InvalidArgumentError } from 'commander';
import { resources } from '../../lambdas/reader/resources.ts';
import { inspected } from '../../parsers/layout/inspection.ts';
import { readLayout } from '../../parsers/parse.ts';
import { picturesOf } from '../../parsers/pdf/picture.ts';
import { InputError, readInput } from '../input.ts';
import { checkWritable } from '../output.ts';
import { overlaySvg } from '../overlay.ts';
import { counted } from '../report.ts';
import { writeTables } from '../tables.ts';

/** Pixels per point of the page pictures below the overlay. */
const SCALE = 1.5;

interface InspectOptions {
  readonly page?: number;
  readonly svg?: string;
  readonly csv?: string;
}

export function inspectCommand(): Command {
  return new Command('inspect')
    .description('print the lines, rules, tables and cells that the parser sees in any PDF')
    .argument('<file>', 'a PDF file, sheet or not; - is standard input')
    .option('--page <n>', 'only this page (from 1)', pageNumber)
    .option('--svg <file>', 'also write a picture of it over the page')
    .option('--csv <dir>', 'also write every table into this folder, a CSV file each')
    .action(async (file: string, options: InspectOptions) => {
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
    });
}

function pageNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError('Pages count from 1.');
  return number;
}
