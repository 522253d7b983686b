export type YearStyle = 'short' | 'long' | 'letter' | 'dotted' | 'western' | 'both' | 'kanji';
export type DigitStyle = 'half' | 'full' | 'mixed';

/**
 * 2012 → 24年度 | 平成24年度 | H24年度 | H.24年度 | 2012年度 | 平成24年度（2012年度） | 平成二十四年度; 2019 → 令和元年度. Short Reiwa years keep
 * their era: 2年度 would be ambiguous.
 */
export function yearLabel(fiscalYear: number, style: YearStyle, digits: DigitStyle): string {
  if (style === 'western') return `${numeral(String(fiscalYear), digits)}年度`;
  if (style === 'both') {
    return `${yearLabel(fiscalYear, 'long', digits)}（${yearLabel(fiscalYear, 'western', digits)}）`;
  }
  const reiwa = fiscalYear >= 2019;
  const count = fiscalYear - (reiwa ? 2018 : 1988);
  if (style === 'kanji') return `${reiwa ? '令和' : '平成'}${inKanji(count)}年度`;
  const number =
    reiwa && count === 1 && style !== 'letter' && style !== 'dotted'
      ? '元'
      : numeral(String(count), digits);
  if (style === 'letter') return `${reiwa ? 'R' : 'H'}${number}年度`;
  if (style === 'dotted') return `${reiwa ? 'R' : 'H'}.${number}年度`;
  const era = reiwa ? '令和' : style === 'long' ? '平成' : '';
  return `${era}${number}年度`;
}

/** 1 → 元, 24 → 二十四. */
function inKanji(count: number): string {
  if (count === 1) return '元';
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  return `${tens > 1 ? KANJI[tens] : ''}${tens > 0 ? '十' : ''}${KANJI[ones]}`;
}

const KANJI = ['', ...'一二三四五六七八九'];

/** Digits as the house writes them; `mixed` is the officials' habit of full-width single digits. */
export function numeral(text: string, digits: DigitStyle): string {
  if (digits === 'half' || (digits === 'mixed' && text.length > 1)) return text;
  return text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}
