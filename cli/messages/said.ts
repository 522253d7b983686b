import { LANGUAGE } from '../language.ts';
import { JAPANESE } from './japanese.ts';
import { SENTENCES } from './sentences-ja.ts';

/** A message in the language of whoever reads it; the catalogue is kept by the English words. */
export const said = (english: string): string =>
  LANGUAGE === 'ja' ? (JAPANESE[english] ?? SENTENCES[english] ?? english) : english;

/** A sentence with what it is about in it: phrase`There is no file ${file}.` */
export function phrase(parts: TemplateStringsArray, ...about: readonly unknown[]): string {
  const english = parts.reduce((text, part, n) => `${text}{${n}}${part}`);
  return said(english).replace(/\{(\d)\}/g, (_, n) => String(about[n - 1]));
}

/** The examples at the end of a command's help. */
export const examples = (commands: readonly string[]): string =>
  `\n${said('Examples:')}\n${commands.map((one) => `  npm run -s shisaku -- ${one}`).join('\n')}`;
