import { Command } from 'commander';
import type { ReadOptions } from '../../lambdas/reader/messages.ts';
import { readPdf } from '../../lambdas/reader/read.ts';
import type { DocumentRecord } from '../../parsers/records/document.ts';
import { Refusal } from '../../parsers/records/refusal.ts';
import { formatsIn } from '../formats.ts';
import { InputError, readInput } from '../input.ts';
import { publisherGiven, publisherOption } from '../publisher.ts';

type ParseOptions = { formats?: string; publisher?: string };
type Refused = { file: string; error: { code: string; message: string } };

export function parseCommand(): Command {
  return new Command('parse')
    .description('print the record of each PDF as JSON: its sheets, values, and where they stand')
    .argument('<file...>', 'PDF files; - is standard input')
    .option(
      '--formats <dir>',
      'a folder of format files (.yaml) beside those that come with shisaku',
    )
    .addOption(publisherOption())
    .addHelpText(
      'after',
      '\nOne file gives one JSON value, several give an array. A file that is refused is told on\n' +
        'stderr as `error: CODE: sentence` (in an array: {"file", "error"}), and the exit code is 2.\n\n' +
        'The bounds of a reading are set in the environment: SHISAKU_MAX_BYTES, SHISAKU_MAX_PAGES,\n' +
        'SHISAKU_TIMEOUT_MS and SHISAKU_MAX_MEMORY_MB.',
    )
    .action(async (files: string[], { formats, publisher }: ParseOptions) => {
      const options = { formats: formatsIn(formats), publisher: publisherGiven(publisher) };
      const [only] = files;
      if (files.length === 1 && only !== undefined) {
        print(await readPdf(await readInput(only), options));
        return;
      }
      const results = await Promise.all(files.map((file) => parseOrRefuse(file, options)));
      print(results);
      if (results.some((result) => 'error' in result)) process.exitCode = 2;
    });
}

async function parseOrRefuse(
  file: string,
  options: ReadOptions,
): Promise<DocumentRecord | Refused> {
  try {
    return await readPdf(await readInput(file), options);
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
