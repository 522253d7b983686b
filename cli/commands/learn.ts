import { Command } from 'commander';
import { longHelp } from '../messages/long-help.ts';

export function learnCommand(): Command {
  return new Command('learn')
    .description('draft a format file (YAML) from one sheet of a form that no format describes yet')
    .argument('<file>', 'a PDF file; its first page is looked at; - is standard input')
    .addHelpText(
      'after',
      longHelp(
        'learn',
        '\nThe draft reads the sheet as it was read without it; its comments say what a person may add.\n' +
          'docs/formats.md goes through it step by step, in Japanese and English.\n\n' +
          'Examples:\n' +
          '  shisaku learn sheet.pdf > my-formats/city.yaml\n' +
          '  shisaku parse sheet.pdf --formats my-formats\n' +
          '  curl -s https://example.org/sheet.pdf | shisaku learn -',
      ),
    )
    .action(async (file: string) => {
      const { learnFrom } = await import('../learn.ts');
      await learnFrom(file);
    });
}
