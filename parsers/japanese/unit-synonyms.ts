import { comparable } from './characters.ts';

/** Words that sheets use for one unit, as `comparable` has them; units of another size (千人, 人) are none. */
const SYNONYMS: readonly (readonly string[])[] = [
  ['か所', 'カ所', 'ヵ所', 'ケ所', 'ヶ所', '箇所', '個所'],
  ['か国', 'カ国', 'ヵ国', 'ケ国', 'ヶ国', '箇国'],
  ['人', '名'],
  ['%', 'パーセント'],
  ['t', 'トン'],
  ['ha', 'ヘクタール'],
];

const FIRST = new Map(SYNONYMS.flatMap((words) => words.map((word) => [word, words[0]] as const)));

const known = (unit: string): string => FIRST.get(comparable(unit)) ?? comparable(unit);

/** Whether two printed units are one, in whatever words: 12か所 in one year, 15箇所 in the next. */
export const isSameUnit = (a: string, b: string): boolean => known(a) === known(b);
