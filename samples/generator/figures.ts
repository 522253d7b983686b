import type { Figure, Sheet } from './content.ts';

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

/** How a publisher reckons ratios: half up to so many places, from 0 to the cap. */
export type Reckoning = { readonly places: number; readonly cap: number };

const PREFECTURE: Reckoning = { places: 2, cap: 1 };
const CITY: Reckoning = { places: 3, cap: Number.POSITIVE_INFINITY };

export const RECKONINGS: Readonly<Record<Sheet['format'], Reckoning>> = {
  'mie-project': PREFECTURE,
  'mie-measure': PREFECTURE,
  'shioiri-jimu': CITY,
};

export function ratio(
  target: number,
  actual: number,
  lowerIsBetter = false,
  { places, cap }: Reckoning = PREFECTURE,
): number {
  const quotient = lowerIsBetter ? target / actual : actual / target;
  const steps = 10 ** places;
  return Math.max(0, Math.min(cap, Math.floor(quotient * steps + 0.5 + 1e-9) / steps));
}

/** 目標達成状況 of a target and an actual figure. */
export function achieved(target: Figure, actual: Figure, lowerIsBetter = false): Figure {
  if (target.value === null || actual.value === null) return pending('未確定');
  const value = ratio(target.value, actual.value, lowerIsBetter);
  return { text: value.toFixed(2), value, status: 'reported' };
}

/** 達成率, as the city prints it: 95.0%. */
export function rate(target: Figure, actual: Figure): Figure {
  if (target.value === null || actual.value === null) return none();
  const value = ratio(target.value, actual.value, false, CITY);
  return { text: `${(value * 100).toFixed(1)}%`, value, status: 'reported' };
}
