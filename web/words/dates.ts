import type { PageLanguage } from './words.ts';

const ERA = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { era: 'long', year: 'numeric' });
/** A fiscal year is called by the era that most of it lies in: that of 2019 is 令和元年度. */
const MAY = 4;

/** A fiscal year in both ways of counting: 平成25年度（2013）; in English FY2013 (平成25). */
export function fiscalYearWords(year: number, language: PageLanguage): string {
  const era = eraYear(year);
  return language === 'ja' ? `${era}年度（${year}）` : `FY${year} (${era})`;
}

function eraYear(year: number): string {
  const parts = ERA.formatToParts(new Date(year, MAY, 1));
  const part = (wanted: string) => parts.find(({ type }) => type === wanted)?.value ?? '';
  return `${part('era')}${part('year')}`;
}

/** A moment as people of this country write it, by the clock of Japan. */
export const moment = (iso: string, language: PageLanguage): string =>
  new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Asia/Tokyo',
  }).format(new Date(iso));
