import { CODES } from './codes.ts';
import { CORRECT } from './correct.ts';
import { FRAME } from './frame.ts';
import { LISTS } from './lists.ts';
import { SHEET } from './sheet.ts';
import { SIGN_IN } from './sign-in.ts';
import { UPLOAD } from './upload.ts';

export const LANGUAGES = ['ja', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Everything that the page says, by name, in each language. */
const CATALOGUE = {
  ...FRAME,
  ...SHEET,
  ...LISTS,
  ...UPLOAD,
  ...CORRECT,
  ...SIGN_IN,
  ...CODES,
} as const;
export type WordName = keyof typeof CATALOGUE;

/** What is said under this name; `{n}` in it is what is given as `n`. */
export type Say = (name: WordName, given?: Readonly<Record<string, string | number>>) => string;

export const saying =
  (language: Language): Say =>
  (name, given = {}) =>
    CATALOGUE[name][language].replaceAll(/\{(\w+)\}/g, (whole, key: string) =>
      String(given[key] ?? whole),
    );

/** The names with this prefix, for islands that say something themselves. */
export function wordsUnder(prefix: string, language: Language): Record<string, string> {
  return Object.fromEntries(
    Object.entries(CATALOGUE)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, said]) => [name.slice(prefix.length), said[language]]),
  );
}

/** Whether there is something under a name that is made of a code; codes of later versions have none. */
export const isWordName = (name: string): name is WordName => Object.hasOwn(CATALOGUE, name);
