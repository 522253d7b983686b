import type { AchievementSpec } from '../formats/format.ts';
import type { Check, IndicatorValue } from '../records/indicator.ts';

/**
 * Recomputes a printed achievement ratio from the row's target and actual of that year: actual ÷ target, or
 * target ÷ actual where lower is better; from 0 to the cap, half up. The paper is never corrected.
 */
export function checkAchievement(
  ratio: number | null,
  fiscalYear: number,
  values: readonly IndicatorValue[],
  spec: AchievementSpec,
): { check: Check; arithmetic: string } {
  const value = (type: IndicatorValue['type']) =>
    values.find((v) => v.type === type && v.fiscalYear === fiscalYear)?.value ?? null;
  const [target, actual] = [value('target'), value('actual')];
  if (ratio === null) return notComputable('No ratio is printed.');
  if (target === null || actual === null) {
    return notComputable(`The ${target === null ? 'target' : 'actual'} of the year is no figure.`);
  }
  const printed = Math.round(ratio * 10 ** spec.places);
  const shown = (steps: number) => (steps / 10 ** spec.places).toFixed(spec.places);
  const ways = [
    [actual, target],
    [target, actual],
  ].flatMap(([a = 0, b = 0]) => {
    const steps = rounded(a, b, spec);
    return steps === null ? [] : [{ steps, told: `${a} ÷ ${b} = ${shown(steps)}` }];
  });
  if (ways.length === 0) return notComputable('Target and actual are both 0.');
  const right = ways.find(({ steps }) => steps === printed);
  if (right) return { check: 'verified', arithmetic: right.told };
  const told = ways.map((way) => way.told).join(', ');
  return { check: 'mismatch', arithmetic: `${told}; printed is ${shown(printed)}` };
}

const notComputable = (why: string) => ({ check: 'not-computable' as const, arithmetic: why });

/** a ÷ b in steps of the last place; exact, since 0.945 has no exact double. Null when b is 0. */
function rounded(a: number, b: number, { places, cap }: AchievementSpec): number | null {
  if (b === 0) return null;
  const [x, y] = [scaled(a), scaled(b)];
  const [p, q] = y < 0n ? [-x, -y] : [x, y];
  if (p <= 0n) return 0;
  const steps = Number((2n * 10n ** BigInt(places) * p + q) / (2n * q));
  return cap === null ? steps : Math.min(steps, cap * 10 ** places);
}

/** Six decimals are more than any sheet prints. */
function scaled(value: number): bigint {
  return BigInt(Math.round(value * 1e6));
}
