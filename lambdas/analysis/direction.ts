import { comparable } from '../../parsers/japanese/characters.ts';
import type { Indicator, IndicatorValue } from '../../parsers/records/indicator.ts';
import { standingValue } from '../domain/corrections.ts';

/** Which is better; unknown where nothing decides it. */
export type Direction = 'more' | 'less' | 'unknown';

type Measured = Pick<Indicator, 'values' | 'achievement' | 'pastAchievements'>;

/** Which way is better for an indicator, as far as the sheet lets one know. */
export function directionOf(indicator: Measured): Direction {
  for (const voices of [said(indicator), byRatio(indicator), byBaseline(indicator)]) {
    const found = new Set(voices);
    if (found.size === 1) return [...found][0] ?? 'unknown';
    if (found.size > 1) return 'unknown';
  }
  return 'unknown';
}

type Voice = 'more' | 'less';

const LESS = /以下|以内|未満|減|削減|低下|抑制|縮小|短縮|ゼロ/;
const MORE = /以上|超|増|向上|拡大|上昇/;

/** What the target cells say beside their figures. */
function said({ values }: Measured): Voice[] {
  return values
    .filter(({ type }) => type === 'target')
    .flatMap(({ qualifier, text, status }): Voice[] => {
      const words = comparable(status === 'narrative' ? text : (qualifier ?? ''));
      if (LESS.test(words) === MORE.test(words)) return [];
      return [LESS.test(words) ? 'less' : 'more'];
    });
}

/** Near enough for a ratio of two or three printed places. */
const NEAR = 0.006;

/** Which quotient the printed ratios are; one that is capped at 1 tells by which side of the target it stands for. */
function byRatio({ values, achievement, pastAchievements = [] }: Measured): Voice[] {
  return [...pastAchievements, ...(achievement ? [achievement] : [])].flatMap(
    ({ fiscalYear, ratio, basis }): Voice[] => {
      const [target, actual] = [
        figureOf(values, fiscalYear, 'target'),
        figureOf(values, fiscalYear, 'actual'),
      ];
      if (ratio === null || basis === 'progress') return [];
      if (target === null || actual === null || target <= 0 || actual <= 0) return [];
      const capped = (quotient: number) => [quotient, Math.min(quotient, 1)];
      const is = (quotient: number) => capped(quotient).some((one) => Math.abs(one - ratio) < NEAR);
      const [more, less] = [is(actual / target), is(target / actual)];
      return more === less ? [] : [more ? 'more' : 'less'];
    },
  );
}

/** Whether the targets lie above or below what was there before. */
function byBaseline({ values }: Measured): Voice[] {
  const baseline = values.find(({ type, value }) => type === 'baseline' && value !== null)?.value;
  if (baseline === undefined || baseline === null) return [];
  return values.flatMap(({ type, value }): Voice[] => {
    if (type !== 'target' || value === null || value === baseline) return [];
    return [value > baseline ? 'more' : 'less'];
  });
}

export const figureOf = (
  values: readonly IndicatorValue[],
  fiscalYear: number,
  type: IndicatorValue['type'],
): number | null => {
  const found = values.find((one) => one.fiscalYear === fiscalYear && one.type === type);
  return found ? standingValue(found) : null;
};

/**
 * Whether the actual reached the target in the indicator's direction; null where one of them is no figure, or where
 * they differ and nobody knows which is better.
 */
export function isMet(
  target: number | null,
  actual: number | null,
  direction: Direction,
): boolean | null {
  if (target === null || actual === null) return null;
  if (target === actual) return true;
  if (direction === 'unknown') return null;
  return direction === 'more' ? actual > target : actual < target;
}
