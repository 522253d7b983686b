import { kanjiNumber } from './kanji-number.ts';

/**
 * An era as sheets name it: its first year minus one (平成1年 is 1989), the last year that numbers without its name may
 * mean, and the last that is said at all (projections look ahead to 平成72年, 2060).
 */
type Era = {
  readonly names: string;
  readonly before: number;
  readonly last: number;
  readonly longest: number;
};

/** Plans of the time before 2019 look ahead to 平成40年度; the present era is open. */
const ERAS: readonly Era[] = [
  { names: '明治', before: 1867, last: 0, longest: 45 },
  { names: '大正', before: 1911, last: 0, longest: 15 },
  { names: '昭和|昭|S', before: 1925, last: 64, longest: 64 },
  { names: '平成|平|H', before: 1988, last: 45, longest: 75 },
  { names: '令和|令|R', before: 2018, last: 60, longest: 99 },
];

/** Tables speak of no fiscal year before this one; prose may (昭和10年創業). */
export const MIN_FISCAL_YEAR = 1945;

/** A year without an era or century lies this near to the sheet's: not further back, not further ahead. */
const MAX_BACK = 35;
const MAX_AHEAD = 25;

const LONG_NAMES = '明治|大正|昭和|平成|令和';

/** How eras are named in folded text before a number: 平成, 平, H, h, H. */
export const ERA = `(?:${LONG_NAMES}|[昭平令](?=[元\\d一二三四五六七八九十])|(?<![A-Za-z])[SHRshr]\\.?(?=[元\\d]))`;
/** The number of a year within an era. */
export const ERA_NUMBER =
  '(?:元|\\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])';

/** A fiscal year label in folded text: 平成25年度, H25年度, 25年度, 令和元年度, 2013年度, 二十五年度, 平成25(2013)年度. */
export const FISCAL_YEAR = `(?:${ERA}?(?:${ERA_NUMBER}|\\d{4})(?:\\(\\d{4}\\))?(?:年度|年(?=末))(?:\\(${ERA}?\\d{1,4}年度\\))?)`;

/** 1年目, 2年度目, 3年間, 5年生 and 2年以内 count years, they name none. */
export const COUNTS = '(?!度?目(?![標的指])|度?間|[後前以生連次齢代児ごと越]|(?:未|か|ヶ|ケ|カ))';
const LABEL = new RegExp(
  `^(?<era>${ERA})?(?<number>${ERA_NUMBER}(?!\\d)|\\d{4})(?:\\(\\d{4}\\))?(?<unit>年度|年${COUNTS})?(?![\\d,.])`,
);

/**
 * The Western year in which a Japanese fiscal year begins: 平成25年度 is 2013.
 * @param label folded text (see `fold`) that begins with the year
 * @param near the year that a label without an era is taken to be closest to
 * @returns null when the label does not begin with a year, or names no era and `near` is unknown
 */
export function fiscalYear(label: string, near: number | null): number | null {
  const { era, number, unit } = LABEL.exec(label)?.groups ?? {};
  if (number === undefined) return null;
  if (era) return yearOfEra(era, number);
  if (/^\d{4}$/.test(number)) return westernYear(Number(number));
  // A bare number is an amount, not a year.
  return unit === undefined || near === null ? null : yearNear(number, near);
}

/** 平成, H. or h and 25 is 2013; null for years that the era cannot have. */
export function yearOfEra(era: string, number: string): number | null {
  const name = era.replace('.', '').toUpperCase();
  const found = ERAS.find(({ names }) => names.split('|').includes(name));
  const year = kanjiNumber(number);
  return found && year <= found.longest ? found.before + year : null;
}

/** The year that a number without an era means beside another year; null where none is near. */
export function yearNear(number: string, near: number): number | null {
  const n = kanjiNumber(number);
  const years = ERAS.filter(({ last }) => n >= 1 && n <= last)
    .map(({ before }) => before + n)
    .filter((year) => year >= near - MAX_BACK && year <= near + MAX_AHEAD);
  return years.length === 0
    ? null
    : years.reduce((a, b) => (Math.abs(b - near) < Math.abs(a - near) ? b : a));
}

/** '13 and FY13 are 2013, the one nearest to another year. */
export function yearOfCentury(number: string, near: number | null): number | null {
  const years = [1900, 2000].map((century) => century + Number(number));
  return westernYear(
    years.reduce((a, b) => (Math.abs(b - (near ?? 2000)) < Math.abs(a - (near ?? 2000)) ? b : a)),
  );
}

/** Four digits that may be a year. */
export function westernYear(year: number): number | null {
  return year >= 1900 && year < 2200 ? year : null;
}
