import type { Check, IndicatorValue } from '../records/indicator.ts';

/**
 * Recomputes a printed achievement ratio from the row's target and actual of that year: actual ÷ target, or
 * target ÷ actual where lower is better; between 0 and 1.00, half up at two places. The paper is never corrected.
 */
export function checkAchievement(
  ratio: number | null,
  fiscalYear: number,
  values: readonly IndicatorValue[],
): { check: Check; arithmetic: string } {
  const value = (type: IndicatorValue['type']) =>
    values.find((v) => v.type === type && v.fiscalYear === fiscalYear)?.value ?? null;
  const [target, actual] = [value('target'), value('actual')];
  if (ratio === null || target === null || actual === null) {
    return { check: 'not-computable', arithmetic: 'A figure is missing.' };
  }
  const expected = [hundredths(actual, target), hundredths(target, actual)].filter(
    (q) => q !== null,
  );
  if (expected.length === 0) return { check: 'not-computable', arithmetic: 'Division by zero.' };
  const printed = Math.round(ratio * 100);
  if (expected.includes(printed)) return { check: 'verified', arithmetic: '' };
  const shown = (q: number | null) => (q === null ? '–' : (q / 100).toFixed(2));
  return {
    check: 'mismatch',
    arithmetic:
      `Printed ${ratio}, but ${actual} ÷ ${target} = ${shown(hundredths(actual, target))}` +
      ` and ${target} ÷ ${actual} = ${shown(hundredths(target, actual))}.`,
  };
}

/** a ÷ b in hundredths, half up, between 0 and 100; exact, since 0.945 has no exact double. Null when b is 0. */
function hundredths(a: number, b: number): number | null {
  if (b === 0) return null;
  const [x, y] = [scaled(a), scaled(b)];
  const [p, q] = y < 0n ? [-x, -y] : [x, y];
  if (p <= 0n) return 0;
  const rounded = (200n * p + q) / (2n * q);
  return rounded > 100n ? 100 : Number(rounded);
}

/** Six decimals are more than any sheet prints. */
function scaled(value: number): bigint {
  return BigInt(Math.round(value * 1e6));
}
