import { CODES } from './codes.ts';
import { CORRECT_WORDS } from './correct.ts';
import { FRAME } from './frame.ts';
import { LIST_WORDS } from './lists.ts';
import { SHEET } from './sheet.ts';
import { SIGN_IN } from './sign-in.ts';
import { UPLOAD_WORDS } from './upload.ts';

export const LANGUAGES = ['ja', 'en'] as const;
export type PageLanguage = (typeof LANGUAGES)[number];

/** Everything that the page says, by name, in each language. */
const CATALOGUE = {
  ...FRAME,
  ...SHEET,
  ...LIST_WORDS,
  ...UPLOAD_WORDS,
  ...CORRECT_WORDS,
  ...SIGN_IN,
  ...CODES,
} as const;
export type WordName = keyof typeof CATALOGUE;

/** What is said under this name; `{n}` in it is what is given as `n`. */
export type Say = (name: WordName, given?: Readonly<Record<string, string | number>>) => string;

export const saying =
  (language: PageLanguage): Say =>
  (name, given = {}) =>
    CATALOGUE[name][language].replaceAll(/\{(\w+)\}/g, (whole, key: string) =>
      String(given[key] ?? whole),
    );

/** The names with this prefix, for islands that say something themselves. */
export function wordsUnder(prefix: string, language: PageLanguage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(CATALOGUE)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, said]) => [name.slice(prefix.length), said[language]]),
  );
}

/** Whether there is something under a name that is made of a code; codes of later versions have none. */
export const isWordName = (name: string): name is WordName => Object.hasOwn(CATALOGUE, name);
