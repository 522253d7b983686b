/** First year of each era minus one: 平成1年 is 1989. R and H are how tables abbreviate them. */
const ERAS: Readonly<Record<string, number>> = {
  昭和: 1925,
  S: 1925,
  平成: 1988,
  H: 1988,
  令和: 2018,
  R: 2018,
};

/** A fiscal year label in folded text: 平成25年度, H25, 25年度, 令和元年度, 2013年度, H31/R1年度. */
export const FISCAL_YEAR = '(?:昭和|平成|令和|[SHR])?(?:元|\\d{1,4})(?:年度|年(?=末))';

const LABEL = /^(昭和|平成|令和|[SHR])?(元|\d{1,4})(年度|年)?(?![\d,.])/;

/**
 * The Western year in which a Japanese fiscal year begins: 平成25年度 is 2013.
 * @param label folded text (see `fold`) that begins with the year
 * @param near the year that a label without an era is taken to be closest to
 * @returns null when the label does not begin with a year, or names no era and `near` is unknown
 */
export function fiscalYear(label: string, near: number | null): number | null {
  const match = LABEL.exec(label);
  if (!match) return null;
  const number = match[2] === '元' ? 1 : Number(match[2]);
  const [, era, , unit] = match;
  if (era) return (ERAS[era] ?? 0) + number;
  if (number >= 1900 && number < 2200) return number;
  // A bare number is an amount, not a year.
  if (near === null || unit === undefined) return null;
  return [1925, 1988, 2018]
    .map((before) => before + number)
    .reduce((a, b) => (Math.abs(b - near) < Math.abs(a - near) ? b : a));
}
