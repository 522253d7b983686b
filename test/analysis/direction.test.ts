import { expect, test } from 'vitest';
import { type Direction, directionOf, isMet } from '../../lambdas/analysis/direction.ts';
import type { Indicator } from '../../parsers/records/indicator.ts';
import { achieved, indicator, value } from './indicators.ts';

test.each<[string, Direction, Indicator]>([
  [
    'a target of 以下 wants less',
    'less',
    indicator('事故', [value(2013, 'target', 85, { qualifier: '以下' })]),
  ],
  [
    'a target of 以上 wants more',
    'more',
    indicator('参加', [value(2013, 'target', 85, { qualifier: '以上' })]),
  ],
  [
    'words for a target say it',
    'less',
    indicator('ごみ', [value(2013, 'target', null, { status: 'narrative', text: '前年より減少' })]),
  ],
  [
    'actual ÷ target',
    'more',
    indicator('来館', [value(2013, 'target', 100), value(2013, 'actual', 95)], {
      achievement: achieved(2013, 0.95),
    }),
  ],
  [
    'target ÷ actual',
    'less',
    indicator('待機', [value(2013, 'target', 90), value(2013, 'actual', 100)], {
      achievement: achieved(2013, 0.9),
    }),
  ],
  [
    'a ratio that ends at 1, above the target',
    'more',
    indicator('来館', [value(2013, 'target', 100), value(2013, 'actual', 130)], {
      achievement: achieved(2013, 1),
    }),
  ],
  [
    'a ratio that ends at 1, below the target',
    'less',
    indicator('待機', [value(2013, 'target', 100), value(2013, 'actual', 70)], {
      achievement: achieved(2013, 1),
    }),
  ],
  [
    'targets that fall from the baseline',
    'less',
    indicator('欠席', [
      value(2011, 'baseline', 40),
      value(2013, 'target', 30),
      value(2014, 'target', 25),
    ]),
  ],
  [
    'targets on both sides of the baseline say nothing',
    'unknown',
    indicator('欠席', [
      value(2011, 'baseline', 40),
      value(2013, 'target', 30),
      value(2014, 'target', 45),
    ]),
  ],
  [
    'what is said counts before what is computed',
    'less',
    indicator('事故', [
      value(2011, 'baseline', 10),
      value(2013, 'target', 20, { qualifier: '以下' }),
    ]),
  ],
  [
    'nothing says it',
    'unknown',
    indicator('会議', [value(2013, 'target', 3), value(2013, 'actual', 3)]),
  ],
])('%s: %s', (_, direction, one) => {
  expect(directionOf(one)).toBe(direction);
});

test.each<[number | null, number | null, Direction, boolean | null]>([
  [10, 12, 'more', true],
  [10, 9, 'more', false],
  [10, 9, 'less', true],
  [10, 12, 'less', false],
  [10, 10, 'unknown', true],
  [10, 12, 'unknown', null],
  [10, null, 'more', null],
  [null, 10, 'more', null],
])('target %s, actual %s, %s is better: %s', (target, actual, direction, met) => {
  expect(isMet(target, actual, direction)).toBe(met);
});
