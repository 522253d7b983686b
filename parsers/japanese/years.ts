import {
  COUNTS,
  ERA,
  ERA_NUMBER,
  MIN_FISCAL_YEAR,
  westernYear,
  yearNear,
  yearOfCentury,
  yearOfEra,
} from './eras.ts';
import { remembered } from './remembered.ts';
import type { Span } from './span.ts';

/** A fiscal year that a label names. */
export type SaidYear = Span & {
  readonly fiscalYear: number;
  /** The last year of several: 23～25年度. */
  readonly through: number | null;
  /** The word that tells it from the sheet's year (前年度); null where the year itself is printed. */
  readonly relative: string | null;
};

/** What the bare number before it is the year of: 24決算, 25最終予算, 26当初, 27末. */
const OF_A_YEAR =
  '(?=(?:当初|補正後?|最終|現計|概算)?(?:予算|決算|実績|目標|計画|見込|基準|要求)|(?:当初|補正後?|最終|現計)(?=$|[()])|末)';

const YEAR = [
  `(?<era>${ERA})(?<of>${ERA_NUMBER})(?!\\d)`,
  `(?<![\\d.,])(?:FY)?(?<western>(?:19|20)\\d{2})(?:FY)?(?=年|$|[()~\\-/・:,]|末|時点|\\D{0,2}(?:目標|実績|計画|決算|予算|見込|基準|現状))`,
  `(?:FY|['’‘＇])(?<short>\\d{2})(?!\\d)`,
  `(?<![\\d.,第])(?<bare>${ERA_NUMBER})(?=年${COUNTS}|${OF_A_YEAR}|(?:\\(\\d{4}\\))年)`,
  `(?<![\\d.,])(?<first>\\d{1,4})(?=(?:年度?)?[~\\-](?:${ERA})?(?:FY)?\\d{1,4}年)`,
].join('|');
const AFTER = `(?:\\((?:19|20)\\d{2}\\))?(?<unit>年度|年${COUNTS}|FY)?(?:(?<month>\\d{1,2})月|(?<=\\d)\\.(?<monthAlone>\\d{1,2})(?!\\d))?`;
const SAID = new RegExp(`(?:${YEAR})${AFTER}`, 'gi');
/** Between the first and the last of several years. */
const UNTIL = /^(?:年度?)?[~-]$/;

/** Years by their distance from the sheet's. */
const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/前々年度|前前年度|一昨年度/, -2],
  [/前年度|昨年度|前年(?=実績|値|の)/, -1],
  [/翌々年度|次々年度/, 2],
  [/次年度|翌年度|来年度/, 1],
  [/評価(?:対象)?年度|当該年度|当年度|今年度|本年度/, 0],
];
/** 前年度比 compares, 翌年度繰越額 is of the year that ends: they name no column's year. */
const COMPARED =
  /前年度?(?:比|差|から|繰越|より|対比|実績比|整理|の(?:課題|評価))|年度間|対前年|[翌次]年度(?:へ|への|に)?繰/;

/**
 * The fiscal years that a folded label names, from left to right: 平成25年度, H.24, '12, r6, FY2024, 24決算, 1年目(23年度),
 * 二十四年度, 25年3月末 (24年度), 23~25年度, 前年度.
 * @param near the sheet's year: what a year without an era is closest to, and what 前年度 is told from
 */
export function yearsIn(folded: string, near: number | null): readonly SaidYear[] {
  let years = YEARS.get(near);
  if (!years) {
    years = remembered((text) => yearsNear(text, near));
    YEARS.set(near, years);
  }
  return years(folded);
}

/** By the sheet's year. */
const YEARS = new Map<number | null, (folded: string) => readonly SaidYear[]>();

function yearsNear(folded: string, near: number | null): SaidYear[] {
  const years: SaidYear[] = [];
  for (const match of folded.matchAll(SAID)) {
    const year = yearOf(match.groups ?? {}, near);
    if (year === null || year < MIN_FISCAL_YEAR) continue;
    const said = { start: match.index, end: match.index + match[0].length };
    const last = years.at(-1);
    if (last && UNTIL.test(folded.slice(last.end, said.start)) && year > last.fiscalYear) {
      years[years.length - 1] = { ...last, end: said.end, through: year };
    } else if (last?.fiscalYear === year && said.start - last.end <= 1) {
      // 平成25年度(2013年度) says one year twice.
      years[years.length - 1] = { ...last, end: said.end };
    } else years.push({ ...said, fiscalYear: year, through: null, relative: null });
  }
  return years.length > 0 || near === null ? years : relativeYears(folded, near);
}

function yearOf(said: Record<string, string | undefined>, near: number | null): number | null {
  const { era, of, western, short, bare, first } = said;
  const year =
    era && of
      ? yearOfEra(era, of)
      : western
        ? westernYear(Number(western))
        : short
          ? yearOfCentury(short, near)
          : (first?.length ?? 0) === 4
            ? westernYear(Number(first))
            : near === null
              ? null
              : yearNear(bare ?? first ?? '', near);
  const month = Number(said['month'] ?? said['monthAlone'] ?? 4);
  return year !== null && said['unit'] !== '年度' && month < 4 ? year - 1 : year;
}

function relativeYears(folded: string, near: number): SaidYear[] {
  if (COMPARED.test(folded)) return [];
  for (const [word, distance] of RELATIVE) {
    const match = word.exec(folded);
    if (!match) continue;
    const [relative] = match;
    const said = { start: match.index, end: match.index + relative.length };
    return [{ ...said, fiscalYear: near + distance, through: null, relative }];
  }
  return [];
}
