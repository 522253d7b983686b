import type { Random } from '../generator/random.ts';
import type { Counted } from './themes.ts';

export const comma = (value: number, decimals = 0): string => {
  const [whole = '', part] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return (value < 0 ? '△' : '') + grouped + (part ? `.${part}` : '');
};

/** Targets that grow from year to year, and actuals near them, as texts. */
export function course(random: Random, [, , size, decimals = 0]: Counted, years: number) {
  const growth = random.pick([0.02, 0.04, 0.06]);
  const start = size * (0.9 + random.next() * 0.2);
  const targets = Array.from({ length: years }, (_, i) =>
    rounded(start * (1 + growth * i), decimals),
  );
  const actuals = targets.map((target) =>
    rounded(target * (0.86 + random.next() * 0.24), decimals),
  );
  return {
    targets: targets.map((v) => comma(v, decimals)),
    actuals: actuals.map((v) => comma(v, decimals)),
    rates: targets.map((target, i) => `${(((actuals[i] as number) / target) * 100).toFixed(1)}`),
    baseline: comma(rounded(start * 0.93, decimals), decimals),
  };
}

const rounded = (value: number, decimals: number) => {
  const scale = 10 ** decimals;
  return Math.max(1, Math.round(value * scale)) / scale;
};

/** The year as sheets write it: H27, 平成27年度, 27年度, R2, 令和2年度. */
export function yearName(year: number, style: 'short' | 'long' | 'bare' | 'western'): string {
  const [letter, era, n] = year >= 2019 ? ['R', '令和', year - 2018] : ['H', '平成', year - 1988];
  const number = n === 1 && style !== 'short' ? '元' : String(n);
  if (style === 'western') return `${year}年度`;
  return style === 'short'
    ? `${letter}${number}`
    : style === 'long'
      ? `${era}${number}年度`
      : `${number}年度`;
}
