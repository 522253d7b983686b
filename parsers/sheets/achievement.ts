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
  if (ratio === null) return notComputable('No ratio is printed.');
  if (target === null || actual === null) {
    return notComputable(`The ${target === null ? 'target' : 'actual'} of the year is no figure.`);
  }
  const printed = Math.round(ratio * 100);
  const ways = [
    { over: [actual, target] as const, quotient: hundredths(actual, target) },
    { over: [target, actual] as const, quotient: hundredths(target, actual) },
  ].filter(({ quotient }) => quotient !== null);
  if (ways.length === 0) return notComputable('Target and actual are both 0.');
  const told = ways.map(({ over: [a, b], quotient }) => `${a} ÷ ${b} = ${decimal(quotient)}`);
  const right = ways.findIndex(({ quotient }) => quotient === printed);
  return right < 0
    ? { check: 'mismatch', arithmetic: `${told.join(', ')}; printed is ${decimal(printed)}` }
    : { check: 'verified', arithmetic: told[right] as string };
}

const notComputable = (why: string) => ({ check: 'not-computable' as const, arithmetic: why });

const decimal = (q: number | null) => (q === null ? '–' : (q / 100).toFixed(2));

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
