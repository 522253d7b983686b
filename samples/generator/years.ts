export type YearStyle = 'short' | 'long' | 'letter';
export type DigitStyle = 'half' | 'full' | 'mixed';

/** 2012 → 24年度 | 平成24年度 | H24年度; 2019 → 令和元年度. Short Reiwa years keep their era: 2年度 would be ambiguous. */
export function yearLabel(fiscalYear: number, style: YearStyle, digits: DigitStyle): string {
  const reiwa = fiscalYear >= 2019;
  const count = fiscalYear - (reiwa ? 2018 : 1988);
  const number = reiwa && count === 1 && style !== 'letter' ? '元' : numeral(String(count), digits);
  if (style === 'letter') return `${reiwa ? 'R' : 'H'}${number}年度`;
  const era = reiwa ? '令和' : style === 'long' ? '平成' : '';
  return `${era}${number}年度`;
}

/** Digits as the house writes them; `mixed` is the officials' habit of full-width single digits. */
export function numeral(text: string, digits: DigitStyle): string {
  if (digits === 'half' || (digits === 'mixed' && text.length > 1)) return text;
  return text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}
