import { Command, InvalidArgumentError } from 'commander';
import type { InspectOptions } from '../inspect.ts';
import { longHelp } from '../messages/long-help.ts';
import { said } from '../messages/said.ts';
import { ocrOption, setOcr } from '../ocr.ts';

export function inspectCommand(): Command {
  return new Command('inspect')
    .description('print the lines, rules, tables and cells that the parser sees in any PDF')
    .argument('<file>', 'a PDF file, sheet or not; - is standard input')
    .option('--page <n>', 'only this page (from 1)', pageNumber)
    .option('--svg <file>', 'also write a picture of it over the page')
    .option('--csv <dir>', 'also write every table into this folder, a CSV file each')
    .option('--formats <dir>', 'a folder of format files (.yaml) by which the picture is coloured')
    .addOption(ocrOption())
    .addHelpText(
      'after',
      longHelp(
        'inspect',
        '\nThe picture shows in colour what each cell of a sheet was taken for, and in red what nobody claimed;\n' +
          'its head says which colour is what.\n\n' +
          'Examples:\n' +
          '  shisaku inspect sheet.pdf --svg sheet.svg\n' +
          '  shisaku inspect any.pdf --page 3 --csv tables',
      ),
    )
    .action(
      async (file: string, { ocr, ...options }: InspectOptions & { readonly ocr: boolean }) => {
        setOcr({ ocr });
        const { inspectFile } = await import('../inspect.ts');
        await inspectFile(file, options);
      },
    );
}

function pageNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError(said('Pages count from 1.'));
  return number;
}
