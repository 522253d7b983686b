import { Command } from 'commander';
import { readPdf } from '../../lambdas/reader/read.ts';
import type { DocumentRecord } from '../../parsers/records/document.ts';
import { Refusal } from '../../parsers/records/refusal.ts';
import { InputError, readInput } from '../input.ts';

type Refused = { file: string; error: { code: string; message: string } };

export function parseCommand(): Command {
  return new Command('parse')
    .description('print the record of each PDF as JSON: its sheets, values, and where they stand')
    .argument('<file...>', 'PDF files')
    .addHelpText(
      'after',
      '\nOne file gives one JSON value, several give an array. A file that is refused is told on\n' +
        'stderr as `error: CODE: sentence` (in an array: {"file", "error"}), and the exit code is 2.\n\n' +
        'The bounds of a reading are set in the environment: SHISAKU_MAX_BYTES, SHISAKU_MAX_PAGES,\n' +
        'SHISAKU_TIMEOUT_MS and SHISAKU_MAX_MEMORY_MB.',
    )
    .action(async (files: string[]) => {
      const [only] = files;
      if (files.length === 1 && only !== undefined) {
        print(await readPdf(await readInput(only)));
        return;
      }
      const results = await Promise.all(files.map(parseOrRefuse));
      print(results);
      if (results.some((result) => 'error' in result)) process.exitCode = 2;
    });
}

async function parseOrRefuse(file: string): Promise<DocumentRecord | Refused> {
  try {
    return await readPdf(await readInput(file));
  } catch (error) {
    if (error instanceof Refusal || error instanceof InputError) {
      const { code, message } = error;
      process.stderr.write(`error: ${code}: ${file}: ${message}\n`);
      return { file, error: { code, message } };
    }
    throw error;
  }
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
