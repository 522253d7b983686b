import type { Figure } from './content.ts';

const grouped = (value: number, decimals: number) =>
  Math.abs(value).toLocaleString('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });

/** 1234, '件' → 1,234件; 12.3, '%', 1 → 12.3%; negative figures are printed with △. */
export function figure(value: number, unit = '', decimals = 0): Figure {
  const text = `${value < 0 ? '△' : ''}${grouped(value, decimals)}${unit}`;
  return { text, value, status: 'reported' };
}

/** A figure that stands in words or notes: 約150人, 35社（30社）. `value` is the one outside parentheses. */
export const printed = (text: string, value: number): Figure => ({
  text,
  value,
  status: 'reported',
});

export const pending = (text = '調査中'): Figure => ({ text, value: null, status: 'pending' });
export const none = (text = '—'): Figure => ({ text, value: null, status: 'not-applicable' });

/** A target told in words over several years. */
export const narrative = (text: string, through: number): Figure => ({
  text,
  value: null,
  status: 'narrative',
  through,
});

/** A figure whose cell reaches to the year `through`. */
export const until = (cell: Figure, through: number): Figure => ({ ...cell, through });

/** The ratio as the prefecture reckons it: capped at 1.00, half up to two places. */
export function ratio(target: number, actual: number, lowerIsBetter = false): number {
  const quotient = lowerIsBetter ? target / actual : actual / target;
  return Math.max(0, Math.min(1, Math.floor(quotient * 100 + 0.5 + 1e-9) / 100));
}

/** 目標達成状況 of a target and an actual figure. */
export function achieved(target: Figure, actual: Figure, lowerIsBetter = false): Figure {
  if (target.value === null || actual.value === null) return pending('未確定');
  const value = ratio(target.value, actual.value, lowerIsBetter);
  return { text: value.toFixed(2), value, status: 'reported' };
}
