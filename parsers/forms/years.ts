import { fiscalYear } from '../japanese/eras.ts';

/** A fiscal year that a label names; `relative` is the word (前年度) where it names none itself. */
export type SaidYear = { readonly fiscalYear: number; readonly relative: string | null };

const ERA = '昭和|平成|令和|(?<![A-Za-z])[SHR](?=[元\\d])';
const YEAR = new RegExp(
  `(?:(?<era>${ERA})(?<of>元|\\d{1,2})|(?<!\\d)(?<western>(?:19|20)\\d{2})(?!\\d)|(?<![\\d.,])(?<bare>\\d{1,2})(?=年度))(?<unit>年度|年|\\.)?(?:(?<month>\\d{1,2})月|(?<=\\.)(?<monthAlone>\\d{1,2})(?:末)?(?!\\d))?(?:末|時点)?`,
  'g',
);
/** Years by their distance from the evaluated one; the longer word first. */
const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/前々年度?|前前年度?|一昨年度?/, -2],
  [/前年度?|昨年度?/, -1],
  [/翌々年度?|次々年度?/, 2],
  [/次年度|翌年度|来年度/, 1],
  [/評価(?:対象)?年度|当該年度|当年度|今年度|本年度/, 0],
];
/** 前年度比 compares, it names no column's year. */
const COMPARED = /前年度?(?:比|差|から|繰越|より|対比|実績比|整理|の(?:課題|評価))|年度間|対前年/;

/**
 * The years that a folded label names, from left to right.
 * @param evaluated the sheet's year: what 前年度 is told from, and what a year without an era is near to
 */
export function yearsIn(folded: string, evaluated: number | null): (SaidYear & { text: string })[] {
  const found = [...folded.matchAll(YEAR)].flatMap((match) => {
    const { era, of, western, bare, unit, month, monthAlone } = match.groups ?? {};
    const label = era ? `${era}${of}` : western ? western : `${bare}年度`;
    const year = fiscalYear(label, evaluated);
    if (year === null) return [];
    const early = unit !== '年度' && Number(month ?? monthAlone ?? 4) < 4;
    return [{ fiscalYear: early ? year - 1 : year, relative: null, text: match[0] }];
  });
  if (found.length > 0 || evaluated === null || COMPARED.test(folded)) return found;
  for (const [word, distance] of RELATIVE) {
    const match = word.exec(folded);
    if (match) return [{ fiscalYear: evaluated + distance, relative: match[0], text: match[0] }];
  }
  return [];
}

/** The label without its years. */
export function withoutYears(folded: string, evaluated: number | null): string {
  return yearsIn(folded, evaluated ?? 2015).reduce(
    (rest, { text }) => rest.replace(text, ''),
    folded,
  );
}
