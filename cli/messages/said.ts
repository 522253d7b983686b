import { LANGUAGE } from '../language.ts';
import { JAPANESE } from './japanese.ts';

/** A message in the language of whoever reads it; the catalogue is kept by the English words. */
export const said = (english: string): string =>
  LANGUAGE === 'ja' ? (JAPANESE[english] ?? english) : english;

/** The examples at the end of a command's help. */
export const examples = (commands: readonly string[]): string =>
  `\n${said('Examples:')}\n${commands.map((one) => `  npm run -s shisaku -- ${one}`).join('\n')}`;
