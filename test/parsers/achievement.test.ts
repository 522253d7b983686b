import { expect, it } from 'vitest';
import type { IndicatorValue } from '../../parsers/records/indicator.ts';
import { checkAchievement } from '../../parsers/sheets/achievement.ts';

const MIE = { places: 2, cap: 1 };

const row = (target: number | null, actual: number | null): IndicatorValue[] =>
  [['target', target] as const, ['actual', actual] as const].map(([type, value]) => ({
    fiscalYear: 2014,
    type,
    text: String(value),
    value,
    status: value === null ? 'pending' : 'reported',
    at: { page: 1, box: [0, 0, 1, 1] },
  }));

it.each([
  [0.97, 30, 29, 'verified'],
  [1, 40, 52, 'verified'],
  [0.95, 200, 189, 'verified'], // 0.945 is half up, though the nearest double lies below it
  [0.8, 20, 25, 'verified'], // lower is better: target ÷ actual
  [0.9, 40, 29, 'mismatch'],
  [0, 10, 0, 'verified'],
  [null, 10, 9, 'not-computable'],
  [0.9, 10, null, 'not-computable'],
  [1, 0, 0, 'not-computable'],
])('printed %s for target %s and actual %s is %s', (ratio, target, actual, check) => {
  expect(checkAchievement(ratio, 2014, row(target, actual), MIE).check).toBe(check);
});

it('a mismatch shows its arithmetic', () => {
  expect(checkAchievement(0.9, 2014, row(40, 29), MIE).arithmetic).toContain('29 ÷ 40 = 0.73');
});

it('places and cap belong to the format', () => {
  const city = { places: 3, cap: null };
  expect(checkAchievement(1.156, 2014, row(45, 52), city).check).toBe('verified');
  expect(checkAchievement(1, 2014, row(45, 52), city).check).toBe('mismatch');
});
