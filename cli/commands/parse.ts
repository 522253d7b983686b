import { Command } from 'commander';
import { longHelp } from '../messages/long-help.ts';
import { ocrOption, setOcr } from '../ocr.ts';
import type { ParseOptions } from '../parse.ts';
import { publisherOption } from '../publisher-option.ts';

export function parseCommand(): Command {
  return new Command('parse')
    .description('print the record of each PDF as JSON: its sheets, values, and where they stand')
    .argument('<file...>', 'PDF files; - is standard input')
    .option(
      '--formats <dir>',
      'a folder of format files (.yaml) beside those that come with shisaku',
    )
    .addOption(publisherOption())
    .addOption(ocrOption())
    .addHelpText(
      'after',
      longHelp(
        'parse',
        '\nOne file gives one JSON value, several give an array. A file that is refused is told on\n' +
          'stderr as `error: CODE: sentence` (in an array: {"file", "error"}), and the exit code is 2.\n\n' +
          'The bounds of a reading are set in the environment: SHISAKU_MAX_BYTES, SHISAKU_MAX_PAGES,\n' +
          'SHISAKU_TIMEOUT_MS, SHISAKU_SCAN_PAGE_MS (more for each page that is a picture) and\n' +
          'SHISAKU_MAX_MEMORY_MB.',
      ),
    )
    .action(
      async (files: string[], { ocr, ...options }: ParseOptions & { readonly ocr: boolean }) => {
        setOcr({ ocr });
        const { parseFiles } = await import('../parse.ts');
        await parseFiles(files, options);
      },
    );
}
