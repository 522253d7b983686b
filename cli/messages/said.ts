import { LANGUAGE } from '../language.ts';

/** The catalogue is kept by the English words, and loaded for whoever reads it. */
const CATALOGUE: Readonly<Record<string, string>> =
  LANGUAGE === 'ja'
    ? {
        ...(await import('./japanese.ts')).JAPANESE_MESSAGES,
        ...(await import('./sentences-ja.ts')).SENTENCES,
      }
    : {};

/** A message in the language of whoever reads it. */
export const said = (english: string): string => CATALOGUE[english] ?? english;

/** What the catalogue has by that name; undefined in English. */
export const inCatalogue = (name: string): string | undefined => CATALOGUE[name];

/** A sentence with what it is about in it: phrase`There is no file ${file}.` */
export function phrase(parts: TemplateStringsArray, ...about: readonly unknown[]): string {
  const english = parts.reduce((text, part, n) => `${text}{${n}}${part}`);
  return said(english).replace(/\{(\d)\}/g, (_, n) => String(about[n - 1]));
}

/** The examples at the end of a command's help. */
export const examples = (commands: readonly string[]): string =>
  `\n${said('Examples:')}\n${commands.map((one) => `  npm run -s shisaku -- ${one}`).join('\n')}`;
