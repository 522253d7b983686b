import type { Command } from 'commander';
import { LANGUAGE } from '../language.ts';
import { HINTS } from './hints.ts';
import { inCatalogue, said } from './said.ts';

/** Has the help of a command, and of those below it, in the language of whoever asks. */
export function speak(command: Command): void {
  command.description(said(command.description()));
  command.configureHelp({ styleTitle: said });
  command.helpOption('-h, --help', said('display help for command'));
  for (const option of command.options) option.description = said(option.description);
  for (const argument of command.registeredArguments) {
    argument.description = said(argument.description);
  }
  if (command.commands.length === 0) return;
  command.helpCommand('help [command]', said('display help for command'));
  for (const below of command.commands) speak(below);
}

/** Why a PDF is refused, in Japanese; undefined in English, and for what says it itself. */
export const sentenceOf = (code: string): string | undefined => inCatalogue(`refused ${code}`);

/** What to do about a refusal; undefined where its own sentence says all there is to say. */
export const hintFor = (code: string): string | undefined =>
  LANGUAGE === 'ja' ? inCatalogue(`hint ${code}`) : HINTS[code];
